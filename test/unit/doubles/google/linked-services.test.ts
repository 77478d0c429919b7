import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../shared/json.ts';
import type { Estate, EstateDocument } from '../../../doubles/google/estate.ts';
import { startFakeGoogle } from '../../../doubles/google/start.ts';
import type { FakeGoogle } from '../../../doubles/google/start.ts';
import { ask, fieldOf, listOf } from './fake-client.ts';

const DIGEST = `sha256:${'a1'.repeat(32)}`;
const REPOSITORY = 'projects/shop/locations/us/repositories/training';
const KEY = 'projects/vault/locations/us-central1/keyRings/ml/cryptoKeys/disk';
const NETWORK = 'https://www.googleapis.com/compute/v1/projects/shop/global/networks/ml';
const CONDITION = { title: 'until 2027', expression: 'request.time < timestamp("2027-01-01T00:00:00Z")' };
const MEMBERS = ['deleted:serviceAccount:old@shop.iam.gserviceaccount.com?uid=123', 'user:a@example.com'];
const POLICY = {
  version: 3,
  etag: 'BwX1',
  bindings: [
    { role: 'roles/storage.objectViewer', members: MEMBERS },
    { role: 'roles/storage.admin', members: ['group:ops@example.com'], condition: CONDITION },
  ],
};

const VERTEX = 'projects/101/locations/us-central1';

const ESTATE: Estate = {
  projects: [
    { id: 'shop', number: '101', locations: ['us-central1'], ancestors: ['folders/7', 'organizations/9'] },
    { id: 'vault', number: '102', locations: ['us-central1'], ancestors: ['organizations/9'] },
  ],
  documents: [
    document('aiplatform', `${VERTEX}/models/5`, 'Model', {
      name: `${VERTEX}/models/5`,
      versionId: '2',
      versionAliases: ['default', 'champion'],
    }),
    document('aiplatform', `${VERTEX}/models/5@1`, 'Model', {
      name: `${VERTEX}/models/5@1`,
      versionId: '1',
      versionAliases: ['first'],
    }),
    document('aiplatform', `${VERTEX}/models/5@2`, 'Model', {
      name: `${VERTEX}/models/5@2`,
      versionId: '2',
      versionAliases: ['default', 'champion'],
    }),
    document('aiplatform', `${VERTEX}/trainingPipelines/8`, 'TrainingPipeline', {
      name: `${VERTEX}/trainingPipelines/8`,
      trainingTaskMetadata: { backingCustomJob: `${VERTEX}/customJobs/1` },
      modelToUpload: { name: `${VERTEX}/models/5` },
    }),
    document('aiplatform', `${VERTEX}/hyperparameterTuningJobs/3`, 'HyperparameterTuningJob', {
      name: 'projects/shop/locations/us-central1/hyperparameterTuningJobs/3',
      trials: [{ id: '1', customJob: `${VERTEX}/customJobs/2` }],
    }),
    {
      ...document('storage', 'shop-data', 'Bucket', { name: 'shop-data', projectNumber: '101', location: 'US' }),
      iamPolicy: POLICY,
    },
    document('storage', 'shop-paid', 'Bucket', {
      name: 'shop-paid',
      projectNumber: '101',
      billing: { requesterPays: true },
    }),
    {
      ...document('cloudkms', KEY, 'CryptoKey', {
        name: KEY,
        primary: { name: `${KEY}/cryptoKeyVersions/4`, state: 'ENABLED' },
      }),
      iamPolicy: POLICY,
    },
    document('artifactregistry', REPOSITORY, 'Repository', { name: REPOSITORY, format: 'DOCKER' }),
    document('artifactregistry', `${REPOSITORY}/dockerImages/team%2Ftrainer@${DIGEST}`, 'DockerImage', {
      name: `${REPOSITORY}/dockerImages/team%2Ftrainer@${DIGEST}`,
      uri: `us-docker.pkg.dev/shop/training/team/trainer@${DIGEST}`,
      tags: ['v7'],
    }),
    document('compute', 'projects/shop/global/networks/ml', 'Network', { id: '4410', name: 'ml', selfLink: NETWORK }),
    document('compute', 'projects/shop/global/firewalls/ssh', 'Firewall', { id: '5', name: 'ssh', network: NETWORK }),
    document('compute', 'projects/shop/global/firewalls/web', 'Firewall', {
      id: '6',
      name: 'web',
      network: `${NETWORK}2`,
    }),
    document('compute', 'projects/shop/regions/us-central1/subnetworks/ml', 'Subnetwork', {
      name: 'ml',
      network: NETWORK,
    }),
    document('iam', 'projects/shop/serviceAccounts/t@shop.iam.gserviceaccount.com', 'ServiceAccount', {
      name: 'projects/shop/serviceAccounts/t@shop.iam.gserviceaccount.com',
      projectId: 'shop',
      uniqueId: '117000000000000000001',
      email: 't@shop.iam.gserviceaccount.com',
      disabled: true,
    }),
  ],
};

function document(service: string, path: string, type: string, data: JsonObject): EstateDocument {
  return { name: `//${service}.googleapis.com/${path}`, assetType: `${service}.googleapis.com/${type}`, data };
}

let fake: FakeGoogle;

beforeEach(async () => {
  fake = await startFakeGoogle({ estate: ESTATE });
});

afterEach(async () => {
  await fake.close();
});

describe('Vertex AI', () => {
  it.each([
    ['5', '5'],
    ['5@1', '5@1'],
    ['5@first', '5@1'],
    ['5@champion', '5'],
  ])('gets the model %s', async (asked, answered) => {
    expect((await ask(fake, `v1/${VERTEX}/models/${asked}`)).body['name']).toBe(`${VERTEX}/models/${answered}`);
  });

  it('lists each model once, and its versions apart', async () => {
    const models = await ask(fake, `v1/${VERTEX}/models`);
    const versions = await ask(fake, `v1/${VERTEX}/models/5:listVersions`);
    expect([fieldOf(models, 'models', 'name'), fieldOf(versions, 'models', 'name')]).toStrictEqual([
      [`${VERTEX}/models/5`],
      [`${VERTEX}/models/5@1`, `${VERTEX}/models/5@2`],
    ]);
  });

  it('says which job a pipeline ran and which jobs a tuning job tried', async () => {
    const pipelines = await ask(fake, `v1/${VERTEX}/trainingPipelines`);
    const tuning = await ask(fake, `v1/${VERTEX}/hyperparameterTuningJobs`);
    expect(fieldOf(pipelines, 'trainingPipelines', 'trainingTaskMetadata')).toStrictEqual([
      { backingCustomJob: `${VERTEX}/customJobs/1` },
    ]);
    expect(fieldOf(tuning, 'hyperparameterTuningJobs', 'trials')).toStrictEqual([
      [{ id: '1', customJob: `${VERTEX}/customJobs/2` }],
    ]);
  });

  it('writes the project’s number into names that were made with its id', async () => {
    const tuning = await ask(fake, 'v1/projects/shop/locations/us-central1/hyperparameterTuningJobs/3');
    expect(tuning.body['name']).toBe(`${VERTEX}/hyperparameterTuningJobs/3`);
  });
});

describe('Cloud Storage', () => {
  it('shows conditions only to who asks for version 3 of a policy', async () => {
    const old = await ask(fake, 'storage/v1/b/shop-data/iam');
    const current = await ask(fake, 'storage/v1/b/shop-data/iam?optionsRequestedPolicyVersion=3');
    expect([old.body['version'], current.body['version']]).toStrictEqual([1, 3]);
    expect(listOf(old, 'bindings')).toStrictEqual([
      { role: 'roles/storage.objectViewer', members: MEMBERS },
      {
        role: expect.stringMatching(/^roles\/storage\.admin_withcond_[0-9a-f]{20}$/u),
        members: ['group:ops@example.com'],
      },
    ]);
    expect(listOf(current, 'bindings')).toStrictEqual(POLICY.bindings);
  });

  it('wants to know who pays for a bucket whose requester pays', async () => {
    const unpaid = await ask(fake, 'storage/v1/b/shop-paid?projection=noAcl');
    expect(unpaid.body['error']).toMatchObject({ code: 400, errors: [{ reason: 'required' }] });
    expect((await ask(fake, 'storage/v1/b/shop-paid?userProject=shop')).status).toBe(200);
  });
});

describe('Cloud KMS', () => {
  it('gets a key, its versions and its policy by project id or number', async () => {
    const byNumber = KEY.replace('vault', '102');
    expect((await ask(fake, `v1/${byNumber}`)).body['name']).toBe(KEY);
    expect((await ask(fake, `v1/${KEY}/cryptoKeyVersions`)).body).toStrictEqual({
      cryptoKeyVersions: [{ name: `${KEY}/cryptoKeyVersions/4`, state: 'ENABLED' }],
      totalSize: 1,
    });
    const policy = await ask(fake, `v1/${KEY}:getIamPolicy?options.requestedPolicyVersion=3`);
    expect(policy.body).toStrictEqual(POLICY);
  });
});

describe('Artifact Registry', () => {
  it('gets an image by digest only', async () => {
    const image = `v1/${REPOSITORY}/dockerImages/team%2Ftrainer`;
    const answers = await Promise.all([`${image}@${DIGEST}`, `${image}:v7`].map((path) => ask(fake, path)));
    expect(answers.map(({ status }) => status)).toStrictEqual([200, 404]);
  });

  it('says which digest a tag is today, for nested image names too', async () => {
    const tag = `${REPOSITORY}/packages/team%2Ftrainer/tags/v7`;
    expect((await ask(fake, `v1/${tag}`)).body).toStrictEqual({
      name: tag,
      version: `${REPOSITORY}/packages/team%2Ftrainer/versions/${DIGEST}`,
    });
    expect((await ask(fake, `v1/${tag}1`)).status).toBe(404);
  });
});

describe('Compute Engine', () => {
  it('gets a network by name or by number', async () => {
    const answers = await Promise.all(
      ['shop/global/networks/ml', '101/global/networks/4410'].map((path) => ask(fake, `compute/v1/projects/${path}`)),
    );
    expect(answers.map(({ body }) => body['selfLink'])).toStrictEqual([NETWORK, NETWORK]);
  });

  it('lists the firewalls of one network, and subnetworks of all regions', async () => {
    const filter = encodeURIComponent(`network="${NETWORK}"`);
    const firewalls = await ask(fake, `compute/v1/projects/shop/global/firewalls?filter=${filter}`);
    expect(fieldOf(firewalls, 'items', 'name')).toStrictEqual(['ssh']);
    expect((await ask(fake, 'compute/v1/projects/shop/aggregated/subnetworks')).body['items']).toStrictEqual({
      'regions/us-central1': { subnetworks: [{ name: 'ml', network: NETWORK }] },
    });
    expect((await ask(fake, 'compute/v1/projects/shop/global/firewalls?filter=%3D')).status).toBe(400);
  });
});

describe('IAM', () => {
  it.each([
    'shop/serviceAccounts/t@shop.iam.gserviceaccount.com',
    '-/serviceAccounts/t@shop.iam.gserviceaccount.com',
    '-/serviceAccounts/117000000000000000001',
  ])('gets the disabled account projects/%s', async (name) => {
    expect((await ask(fake, `v1/projects/${name}`)).body).toMatchObject({
      email: 't@shop.iam.gserviceaccount.com',
      disabled: true,
    });
  });

  it('does not know an account of another project', async () => {
    expect((await ask(fake, 'v1/projects/vault/serviceAccounts/t@shop.iam.gserviceaccount.com')).status).toBe(404);
  });
});

describe('Resource Manager', () => {
  it('gets a project by id or number, in the form of the version asked', async () => {
    expect((await ask(fake, 'v3/projects/101')).body).toMatchObject({
      name: 'projects/101',
      projectId: 'shop',
      parent: 'folders/7',
    });
    expect((await ask(fake, 'v1/projects/shop')).body).toMatchObject({
      projectNumber: '101',
      projectId: 'shop',
      parent: { type: 'folder', id: '7' },
    });
    expect(fieldOf(await ask(fake, 'v3/projects:search'), 'projects', 'projectId')).toStrictEqual(['shop', 'vault']);
  });

  it('refuses, rather than not find, a project that does not exist', async () => {
    expect((await ask(fake, 'v3/projects/typo')).status).toBe(403);
  });
});

describe('Cloud Asset Inventory', () => {
  it('lists what lies below a project, a folder or an organisation', async () => {
    const counts = await Promise.all(
      ['projects/vault', 'folders/7', 'organizations/9'].map(
        async (scope) => listOf(await ask(fake, `v1/${scope}/assets`), 'assets').length,
      ),
    );
    expect(counts).toStrictEqual([1, ESTATE.documents.length - 1, ESTATE.documents.length]);
  });

  it('names service accounts by unique id, and carries the API’s document', async () => {
    const answer = await ask(
      fake,
      'v1/projects/shop/assets?contentType=RESOURCE&assetTypes=iam.googleapis.com/ServiceAccount',
    );
    expect(listOf(answer, 'assets')).toMatchObject([
      {
        name: '//iam.googleapis.com/projects/shop/serviceAccounts/117000000000000000001',
        assetType: 'iam.googleapis.com/ServiceAccount',
        resource: { discoveryName: 'ServiceAccount', data: { email: 't@shop.iam.gserviceaccount.com' } },
        ancestors: ['projects/101', 'folders/7', 'organizations/9'],
      },
    ]);
  });

  it('lists policies, and only of what has one', async () => {
    const answer = await ask(fake, 'v1/organizations/9/assets?contentType=IAM_POLICY');
    expect(fieldOf(answer, 'assets', 'iamPolicy')).toStrictEqual([POLICY, POLICY]);
  });

  it('refuses a type it does not know', async () => {
    expect((await ask(fake, 'v1/projects/shop/assets?assetTypes=nothing.googleapis.com/Thing')).status).toBe(400);
  });

  it('searches by text and type, without the job’s specification', async () => {
    const path =
      'v1/organizations/9:searchAllResources?query=training&assetTypes=artifactregistry.googleapis.com/DockerImage';
    expect(listOf(await ask(fake, path), 'results')).toStrictEqual([
      {
        name: `//artifactregistry.googleapis.com/${REPOSITORY}/dockerImages/team%2Ftrainer@${DIGEST}`,
        assetType: 'artifactregistry.googleapis.com/DockerImage',
        project: 'projects/101',
        displayName: `team%2Ftrainer@${DIGEST}`,
        location: 'us',
        parentFullResourceName: '//cloudresourcemanager.googleapis.com/projects/101',
      },
    ]);
  });
});
