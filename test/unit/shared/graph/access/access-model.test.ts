import { describe, expect, it } from 'vitest';
import { documentOf, inventoryOf } from '../../inventory-of.ts';
import { createAccessModel } from '../../../../../shared/graph/access/access-model.ts';
import { deriveGraph } from '../../../../../shared/graph/derive-graph.ts';
import { nodeId } from '../../../../tools/make-graph.ts';
import { policyOf } from '../../../../tools/policy-documents.ts';
import {
  accessInShort,
  binding,
  BUCKET,
  FOLDER,
  KEY,
  modelWith,
  ORGANIZATION,
  principal,
  PROJECT,
  reachInShort,
  RING,
  TRAINER,
} from './estate.ts';

const anna = 'user:anna@northwind.example';
const ANNA = principal(anna);

describe('whoCan()', () => {
  it('tells direct from inherited access, from the key ring, the project, the folder and the organisation', () => {
    const { direct, inherited, policies, complete, unknown } = modelWith({
      [KEY]: [binding('roles/cloudkms.cryptoKeyDecrypter', 'user:key@x.example')],
      [RING]: [binding('roles/cloudkms.cryptoKeyEncrypter', 'user:ring@x.example')],
      [PROJECT]: [binding('roles/cloudkms.admin', 'user:project@x.example')],
      [FOLDER]: [binding('roles/cloudkms.cryptoOperator', 'user:folder@x.example')],
      [ORGANIZATION]: [binding('roles/owner', 'user:root@x.example')],
    }).whoCan(nodeId(KEY));
    expect(direct.map(accessInShort)).toStrictEqual([
      `CAN_DECRYPT ${principal('user:key@x.example')} (roles/cloudkms.cryptoKeyDecrypter on ${KEY})`,
    ]);
    expect(inherited.map(accessInShort)).toStrictEqual([
      `CAN_ENCRYPT ${principal('user:ring@x.example')} (roles/cloudkms.cryptoKeyEncrypter on ${RING})`,
      ...['CAN_DECRYPT', 'CAN_ENCRYPT', 'CAN_ADMIN'].map(
        (relation) => `${relation} ${principal('user:project@x.example')} (roles/cloudkms.admin on ${PROJECT})`,
      ),
      ...['CAN_DECRYPT', 'CAN_ENCRYPT'].map(
        (relation) => `${relation} ${principal('user:folder@x.example')} (roles/cloudkms.cryptoOperator on ${FOLDER})`,
      ),
      ...['CAN_DECRYPT', 'CAN_ENCRYPT', 'CAN_ADMIN'].map(
        (relation) => `${relation} ${principal('user:root@x.example')} (roles/owner on ${ORGANIZATION})`,
      ),
    ]);
    expect(policies.map(({ resource, state }) => [resource, state])).toStrictEqual(
      [KEY, RING, PROJECT, FOLDER, ORGANIZATION].map((resource) => [resource, 'read']),
    );
    expect([unknown, complete]).toStrictEqual([[], true]);
  });

  it('says which policies were not collected, and is never complete then', () => {
    const { policies, complete } = modelWith({ [BUCKET]: [], [ORGANIZATION]: [] }).whoCan(nodeId(BUCKET));
    expect(policies).toStrictEqual([
      { resource: BUCKET, state: 'read' },
      { resource: PROJECT, state: 'not-collected' },
      { resource: FOLDER, state: 'not-collected' },
      { resource: ORGANIZATION, state: 'read' },
    ]);
    expect(complete).toBe(false);
  });

  it('keeps grants of unknown roles apart, wherever they stand', () => {
    const { direct, unknown } = modelWith({
      [BUCKET]: [binding('roles/brand.new', anna)],
      [FOLDER]: [binding('organizations/884210336127/roles/custom', anna)],
    }).whoCan(nodeId(BUCKET));
    expect(direct).toStrictEqual([]);
    expect(unknown.map(({ role, resource }) => [role, resource])).toStrictEqual([
      ['roles/brand.new', BUCKET],
      ['organizations/884210336127/roles/custom', FOLDER],
    ]);
  });

  it('reads custom roles of the project and of the organisation from their documents', () => {
    const role = documentOf('gcp-iam-role', {
      name: 'organizations/884210336127/roles/custom',
      title: 'Custom',
      includedPermissions: ['storage.objects.get', 'storage.buckets.setIamPolicy'],
    });
    const { inherited } = modelWith({ [FOLDER]: [binding('organizations/884210336127/roles/custom', anna)] }, [
      role,
    ]).whoCan(nodeId(BUCKET));
    expect(inherited.map(accessInShort)).toStrictEqual([
      `CAN_READ ${ANNA} (organizations/884210336127/roles/custom on ${FOLDER})`,
      `CAN_ADMIN ${ANNA} (organizations/884210336127/roles/custom on ${FOLDER})`,
    ]);
  });

  it('gives all resources of a kind in one parent the same list', () => {
    const other = documentOf('gcp-storage-bucket', { name: 'ml-logs', projectNumber: '418820347715' });
    const model = modelWith({ [PROJECT]: [binding('roles/storage.admin', anna)] }, [other]);
    const { inherited } = model.whoCan(nodeId(BUCKET));
    expect(inherited.length).toBe(3);
    expect(model.whoCan(nodeId('//storage.googleapis.com/ml-logs')).inherited).toBe(inherited);
  });

  it('takes an image’s access from its repository', () => {
    const repository = '//artifactregistry.googleapis.com/projects/ml-prod/locations/eu/repositories/training';
    const image = documentOf('gcp-artifact-registry-docker-image', {
      name: `projects/ml-prod/locations/eu/repositories/training/dockerImages/churn@sha256:${'a'.repeat(64)}`,
      uri: 'eu-docker.pkg.dev/ml-prod/training/churn',
    });
    const { direct, inherited, policies } = modelWith(
      { [repository]: [binding('roles/artifactregistry.writer', anna)] },
      [image],
    ).whoCan(nodeId(image.name));
    expect(direct).toStrictEqual([]);
    expect(inherited.map(accessInShort)).toStrictEqual([
      `CAN_READ ${ANNA} (roles/artifactregistry.writer on ${repository})`,
      `CAN_WRITE ${ANNA} (roles/artifactregistry.writer on ${repository})`,
    ]);
    expect(policies[0]).toStrictEqual({ resource: repository, state: 'read' });
  });

  it('knows folders and organisation from the ancestors of assets alone', () => {
    const asset = {
      ...documentOf('gcp-storage-bucket', { name: 'assets', projectNumber: '555' }),
      ancestors: ['projects/555', 'folders/7', 'organizations/9'],
    };
    const folder = '//cloudresourcemanager.googleapis.com/folders/7';
    const { inherited } = modelWith({ [folder]: [binding('roles/storage.objectViewer', anna)] }, [asset]).whoCan(
      nodeId('//storage.googleapis.com/assets'),
    );
    expect(inherited.map(accessInShort)).toStrictEqual([`CAN_READ ${ANNA} (roles/storage.objectViewer on ${folder})`]);
  });

  it('goes up through as many folders as there may be', () => {
    const folders = Array.from({ length: 10 }, (_, index) => `folders/${index + 1}`);
    const asset = {
      ...documentOf('gcp-storage-bucket', { name: 'deep', projectNumber: '555' }),
      ancestors: ['projects/555', ...folders, 'organizations/9'],
    };
    const organization = '//cloudresourcemanager.googleapis.com/organizations/9';
    const { inherited, policies } = modelWith({ [organization]: [binding('roles/storage.objectViewer', anna)] }, [
      asset,
    ]).whoCan(nodeId('//storage.googleapis.com/deep'));
    expect([inherited.length, policies.length]).toStrictEqual([1, 13]);
  });

  it('is empty, and not complete, for what is not in the graph', () => {
    expect(modelWith({}).whoCan(nodeId('//nothing.example/x'))).toStrictEqual({
      direct: [],
      inherited: [],
      unknown: [],
      policies: [],
      complete: false,
    });
  });

  it('ends where documents say that two folders lie in each other', () => {
    const folders = [
      documentOf('gcp-cloud-resource-manager-folder', { name: 'folders/1', parent: 'folders/2' }),
      documentOf('gcp-cloud-resource-manager-folder', { name: 'folders/2', parent: 'folders/1' }),
    ];
    const model = createAccessModel(deriveGraph(inventoryOf(folders)));
    expect(model.whoCan(nodeId('//cloudresourcemanager.googleapis.com/folders/1')).complete).toBe(false);
  });
});

describe('whatCan()', () => {
  it('tells what a grant gives on the resource and on all below it', () => {
    const model = modelWith({
      [BUCKET]: [binding('roles/storage.objectViewer', anna)],
      [PROJECT]: [binding('roles/storage.objectCreator', anna)],
    });
    const reaches = model.whatCan(nodeId(ANNA));
    expect(reaches.map(reachInShort)).toStrictEqual([
      `CAN_WRITE below gcp-storage-bucket (roles/storage.objectCreator on ${PROJECT})`,
      `CAN_READ one gcp-storage-bucket (roles/storage.objectViewer on ${BUCKET})`,
    ]);
    expect(reaches.map((reach) => model.targetsOf(reach))).toStrictEqual([[BUCKET], [BUCKET]]);
    expect(reaches.map((reach) => model.targetsOf(reach, 0).length)).toStrictEqual([0, 1]);
  });

  it('goes through the convenience group that a basic role on the project makes one part of', () => {
    const group = principal('projectEditor:ml-prod');
    const model = modelWith({
      [BUCKET]: [binding('roles/storage.legacyBucketOwner', 'projectEditor:ml-prod')],
      [PROJECT]: [binding('roles/editor', anna)],
    });
    const through = model.whatCan(nodeId(ANNA)).filter((reach) => reach.through !== undefined);
    expect(through.map(reachInShort)).toStrictEqual([
      `CAN_WRITE one gcp-storage-bucket (roles/storage.legacyBucketOwner on ${BUCKET} through ${group})`,
      `CAN_ADMIN one gcp-storage-bucket (roles/storage.legacyBucketOwner on ${BUCKET} through ${group})`,
    ]);
    expect(model.behind(nodeId(group)).map((grant) => grant.principal)).toStrictEqual([ANNA]);
    expect(model.behind(nodeId(ANNA))).toStrictEqual([]);
  });

  it('gives nothing for an unknown role, which `grantsTo` still shows', () => {
    const model = modelWith({ [PROJECT]: [binding('roles/brand.new', anna)] });
    expect(model.whatCan(nodeId(ANNA))).toStrictEqual([]);
    expect(model.grantsTo(nodeId(ANNA)).map(({ reading }) => reading.status)).toStrictEqual(['unknown']);
  });
});

describe('the principals', () => {
  it('are listed once, by node id, with what each is', () => {
    const model = modelWith({
      [BUCKET]: [
        binding(
          'roles/storage.objectViewer',
          'serviceAccount:trainer@ml-prod.iam.gserviceaccount.com',
          'allUsers',
          'projectViewer:418820347715',
        ),
      ],
      [PROJECT]: [binding('roles/viewer', 'allUsers')],
    });
    expect(model.principals).toStrictEqual([
      { id: principal('allUsers'), type: 'allUsers', member: 'allUsers', deleted: false, audience: 'public' },
      {
        id: principal('projectViewer:ml-prod'),
        type: 'projectViewer',
        member: 'projectViewer:ml-prod',
        deleted: false,
        audience: 'many',
      },
      {
        id: TRAINER,
        type: 'serviceAccount',
        member: 'serviceAccount:trainer@ml-prod.iam.gserviceaccount.com',
        deleted: false,
        audience: 'one',
      },
    ]);
  });

  it('have the ids of the graph’s nodes', () => {
    const policy = policyOf(BUCKET, {
      bindings: [
        binding('roles/storage.objectViewer', 'principalSet://iam.googleapis.com/projects/1/x/*', 'nobody', 'allUsers'),
      ],
    });
    const graph = deriveGraph(inventoryOf([policy]));
    const { principals } = createAccessModel(graph);
    expect(principals.map(({ id }) => graph.nodes.get(id)?.kind)).toStrictEqual(
      principals.map(() => 'gcp-iam-principal'),
    );
  });
});
