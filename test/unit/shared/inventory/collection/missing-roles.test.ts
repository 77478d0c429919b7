import { describe, expect, it } from 'vitest';
import { grantCommands, memberOf, missingRoles } from '../../../../../shared/inventory/collection/missing-roles.ts';
import type { CoverageRow } from '../../../../../shared/inventory/inventory.ts';

const DENIED: CoverageRow = {
  project: 'northwind-ml',
  location: 'us-east1',
  kind: 'gcp-ai-platform-custom-job',
  status: 'denied',
  count: 0,
  permission: 'aiplatform.customJobs.list',
  role: 'roles/aiplatform.viewer',
};

const BUCKET: CoverageRow = {
  project: '-',
  location: '-',
  kind: 'gcp-storage-bucket',
  status: 'denied',
  count: 0,
  resource: '//storage.googleapis.com/tidal-training-data',
  permission: 'storage.buckets.get',
  role: 'roles/storage.bucketViewer',
};

describe('missing roles', () => {
  it('are told once for each place, with all permissions that were refused', () => {
    const models: CoverageRow = { ...DENIED, kind: 'gcp-ai-platform-model', permission: 'aiplatform.models.list' };
    expect(
      missingRoles([models, { ...DENIED, location: 'us-east4' }, DENIED, { ...DENIED, status: 'read' }]),
    ).toStrictEqual([
      {
        role: 'roles/aiplatform.viewer',
        on: 'northwind-ml',
        permissions: ['aiplatform.customJobs.list', 'aiplatform.models.list'],
      },
    ]);
  });

  it('are those of the bucket itself where its project is not known', () => {
    expect(missingRoles([BUCKET])).toStrictEqual([
      {
        role: 'roles/storage.bucketViewer',
        on: 'gs://tidal-training-data',
        permissions: ['storage.buckets.get'],
      },
    ]);
  });

  it('become commands that can be pasted', () => {
    expect(grantCommands(missingRoles([DENIED, BUCKET]), memberOf('alex@example.com'))).toStrictEqual([
      'gcloud storage buckets add-iam-policy-binding gs://tidal-training-data --member=user:alex@example.com --role=roles/storage.bucketViewer',
      'gcloud projects add-iam-policy-binding northwind-ml --member=user:alex@example.com --role=roles/aiplatform.viewer --condition=None',
    ]);
  });

  it('are those of folders and organisations where these were refused, or what lies below them', () => {
    const folder: CoverageRow = {
      ...BUCKET,
      kind: 'gcp-cloud-resource-manager-folder',
      resource: '//cloudresourcemanager.googleapis.com/folders/300',
      role: 'roles/iam.securityReviewer',
    };
    const below: CoverageRow = { ...DENIED, project: 'organizations/9', role: 'roles/cloudasset.viewer' };
    expect(grantCommands(missingRoles([folder, below]), 'user:a@example.com')).toStrictEqual([
      'gcloud resource-manager folders add-iam-policy-binding 300 --member=user:a@example.com --role=roles/iam.securityReviewer --condition=None',
      'gcloud organizations add-iam-policy-binding 9 --member=user:a@example.com --role=roles/cloudasset.viewer --condition=None',
    ]);
  });

  it('are quoted, whatever their names are', () => {
    const hostile = { ...DENIED, project: "x; rm -rf ~ '$(id)'" };
    expect(grantCommands(missingRoles([hostile]), 'user:a b@example.com')).toStrictEqual([
      String.raw`gcloud projects add-iam-policy-binding 'x; rm -rf ~ '\''$(id)'\''' --member='user:a b@example.com' --role=roles/aiplatform.viewer --condition=None`,
    ]);
  });

  it('are granted to accounts as what they are', () => {
    expect(memberOf('robot@northwind-ml.iam.gserviceaccount.com')).toBe(
      'serviceAccount:robot@northwind-ml.iam.gserviceaccount.com',
    );
  });
});
