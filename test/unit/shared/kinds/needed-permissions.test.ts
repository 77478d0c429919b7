import { describe, expect, it } from 'vitest';
import { neededRoles } from '../../../../shared/kinds/needed-permissions.ts';

describe('the permissions of a collection', () => {
  it('are those of one list for one kind and no hops', () => {
    expect(neededRoles({ kinds: ['gcp-ai-platform-custom-job'], depth: 0 })).toStrictEqual([
      {
        role: 'roles/aiplatform.viewer',
        permissions: ['aiplatform.customJobs.list', 'aiplatform.locations.list'],
        kinds: ['gcp-ai-platform-custom-job'],
        services: ['aiplatform.googleapis.com'],
      },
    ]);
  });

  it('take in what jobs may name, with the narrowest role of each', () => {
    const roles = new Map(neededRoles({ depth: 2 }).map((needed) => [needed.role, needed.permissions]));
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

  it('take in Cloud Asset Inventory, and what lists the projects of an organisation, where these are wanted', () => {
    const asked = { kinds: ['gcp-ai-platform-custom-job'], depth: 0, scope: 'organizations/1' } as const;
    const inShort = (assets: 'auto' | 'off' | 'only') =>
      neededRoles({ ...asked, assets }).map(({ role, permissions }) => `${role}: ${permissions.join(' ')}`);
    const vertex = 'roles/aiplatform.viewer: aiplatform.customJobs.list aiplatform.locations.list';
    const browser = 'roles/browser: resourcemanager.folders.list resourcemanager.projects.list';
    const inventory = 'roles/cloudasset.viewer: cloudasset.assets.listIamPolicy cloudasset.assets.listResource';
    expect([inShort('auto'), inShort('off'), inShort('only')]).toStrictEqual([
      [browser, vertex, inventory],
      [browser, vertex],
      [vertex, inventory],
    ]);
  });
});
