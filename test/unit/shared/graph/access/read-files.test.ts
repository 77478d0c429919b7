import { describe, expect, it } from 'vitest';
import { createAccessModel } from '../../../../../shared/graph/access/access-model.ts';
import { deriveGraph } from '../../../../../shared/graph/derive-graph.ts';
import { createInventoryReader } from '../../../../../shared/inventory/reader.ts';
import { nodeId } from '../../../../tools/make-graph.ts';
import { accessInShort, principal } from './estate.ts';

const ANCESTORS = ['projects/418820347715', 'folders/7', 'organizations/9'];

/** Lines of `gcloud asset export`, once of resources and once of policies. */
const EXPORT = [
  {
    name: '//storage.googleapis.com/ml-models',
    asset_type: 'storage.googleapis.com/Bucket',
    resource: { version: 'v1', data: { name: 'ml-models', projectNumber: '418820347715', location: 'EU' } },
    ancestors: ANCESTORS,
  },
  {
    name: '//cloudresourcemanager.googleapis.com/organizations/9',
    asset_type: 'cloudresourcemanager.googleapis.com/Organization',
    iam_policy: { bindings: [{ role: 'roles/storage.objectViewer', members: ['domain:northwind.example'] }] },
    ancestors: ['organizations/9'],
  },
  {
    name: '//cloudresourcemanager.googleapis.com/folders/7',
    asset_type: 'cloudresourcemanager.googleapis.com/Folder',
    iam_policy: { bindings: [{ role: 'organizations/9/roles/curator', members: ['group:data@northwind.example'] }] },
    ancestors: ['folders/7', 'organizations/9'],
  },
  {
    name: '//iam.googleapis.com/organizations/9/roles/curator',
    asset_type: 'iam.googleapis.com/Role',
    resource: {
      version: 'v1',
      data: {
        name: 'organizations/9/roles/curator',
        title: 'Curator',
        includedPermissions: ['storage.objects.create'],
      },
    },
    ancestors: ['organizations/9'],
  },
];

/** Answer of `gcloud iam roles describe --project`. */
const DESCRIBED = `etag: BwYxec17870c
includedPermissions:
- storage.buckets.setIamPolicy
- storage.buckets.get
name: projects/ml-prod/roles/bucketKeeper
stage: GA
title: Bucket keeper
`;

/** Answer of `gcloud storage buckets get-iam-policy`. */
const POLICY = {
  kind: 'storage#policy',
  resourceId: 'projects/_/buckets/ml-models',
  version: 3,
  etag: 'CAE=',
  bindings: [{ role: 'projects/ml-prod/roles/bucketKeeper', members: ['user:anna@northwind.example'] }],
};

describe('access from files', () => {
  it('joins exports, policies and roles that were made with different commands', () => {
    const reader = createInventoryReader();
    const files = {
      'assets.ndjson': EXPORT.map((line) => JSON.stringify(line)).join('\n'),
      'role.yaml': DESCRIBED,
      'policy.json': JSON.stringify(POLICY),
    };
    for (const [name, text] of Object.entries(files)) {
      reader.beginFile(name);
      reader.push(new TextEncoder().encode(text));
      reader.endFile();
    }
    const inventory = reader.finish();
    expect([inventory.problems, inventory.skipped]).toStrictEqual([[], []]);
    const { direct, inherited, unknown } = createAccessModel(deriveGraph(inventory)).whoCan(
      nodeId('//storage.googleapis.com/ml-models'),
    );
    expect([...direct, ...inherited].map(accessInShort)).toStrictEqual([
      `CAN_ADMIN ${principal('user:anna@northwind.example')} (projects/ml-prod/roles/bucketKeeper on //storage.googleapis.com/ml-models)`,
      `CAN_WRITE ${principal('group:data@northwind.example')} (organizations/9/roles/curator on //cloudresourcemanager.googleapis.com/folders/7)`,
      `CAN_READ ${principal('domain:northwind.example')} (roles/storage.objectViewer on //cloudresourcemanager.googleapis.com/organizations/9)`,
    ]);
    expect(unknown).toStrictEqual([]);
  });
});
