import { describe, expect, it } from 'vitest';
import { neededRoles } from '../../../../shared/kinds/needed-permissions.ts';

describe('the permissions of a collection', () => {
  it('are those of one list for one kind and no hops', () => {
    expect(neededRoles(['gcp-ai-platform-custom-job'], 0)).toStrictEqual([
      {
        role: 'roles/aiplatform.viewer',
        permissions: ['aiplatform.customJobs.list', 'aiplatform.locations.list'],
        kinds: ['gcp-ai-platform-custom-job'],
        services: ['aiplatform.googleapis.com'],
      },
    ]);
  });

  it('take in what jobs may name, with the narrowest role of each', () => {
    const roles = new Map(neededRoles(undefined, 2).map((needed) => [needed.role, needed.permissions]));
    expect(roles.get('roles/storage.bucketViewer')).toStrictEqual(['storage.buckets.get']);
    expect(roles.get('roles/artifactregistry.reader')).toStrictEqual([
      'artifactregistry.dockerimages.get',
      'artifactregistry.repositories.get',
      'artifactregistry.tags.get',
    ]);
    expect(roles.get('roles/iam.securityReviewer')).toContain('storage.buckets.getIamPolicy');
    expect(roles.get('roles/browser')).toStrictEqual([
      'resourcemanager.projects.get',
      'resourcemanager.projects.getIamPolicy',
    ]);
  });
});
