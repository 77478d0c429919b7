import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../shared/findings/analyse.ts';
import type { Finding } from '../../../../shared/findings/finding.ts';
import { createAccessModel } from '../../../../shared/graph/access/access-model.ts';
import { deriveGraph } from '../../../../shared/graph/derive-graph.ts';
import type { Inventory } from '../../../../shared/inventory/inventory.ts';
import { createMasker } from '../../../../shared/inventory/masking.ts';
import type { JsonObject } from '../../../../shared/json.ts';
import type { KindId } from '../../../../shared/kinds/index.ts';
import { documentName } from '../../../../shared/resource/document-name.ts';
import type { ResourceDocument } from '../../../../shared/resource/document.ts';

const TRAINER = 'serviceAccount:trainer@acme-ml.iam.gserviceaccount.com';

function document(kind: KindId, data: JsonObject, bindings?: readonly JsonObject[]): ResourceDocument {
  const parsed = documentName(kind, data);
  if (parsed === undefined) {
    throw new Error(`A document has no name: ${JSON.stringify(data)}`);
  }
  return {
    kind,
    name: parsed.name,
    data,
    form: 'full',
    ...(bindings === undefined ? {} : { iamPolicy: { version: 3, bindings } }),
    origin: { file: 'grants.json' },
  };
}

function job(): ResourceDocument {
  return document('gcp-ai-platform-custom-job', {
    name: 'projects/acme-ml/locations/europe-west4/customJobs/1',
    displayName: 'nightly',
    jobSpec: {
      serviceAccount: 'trainer@acme-ml.iam.gserviceaccount.com',
      baseOutputDirectory: { outputUriPrefix: 'gs://acme-out/nightly/' },
      workerPoolSpecs: [{ containerSpec: { imageUri: 'europe-west4-docker.pkg.dev/acme-ml/training/trainer:1' } }],
    },
  });
}

function project(...bindings: readonly JsonObject[]): ResourceDocument {
  return document(
    'gcp-cloud-resource-manager-project',
    { projectId: 'acme-ml', name: 'projects/410000000001' },
    bindings,
  );
}

function bucket(...bindings: readonly JsonObject[]): ResourceDocument {
  return document('gcp-storage-bucket', { name: 'acme-out', projectNumber: '410000000001', location: 'EU' }, bindings);
}

function role(...includedPermissions: readonly string[]): ResourceDocument {
  return document('gcp-iam-role', { name: 'projects/acme-ml/roles/helper', title: 'Helper', includedPermissions });
}

const HELPER = 'projects/acme-ml/roles/helper';

function judge(rule: string, ...documents: readonly ResourceDocument[]): readonly Finding[] {
  const inventory: Inventory = {
    documents,
    projects: [{ projectId: 'acme-ml', projectNumber: '410000000001', source: 'grants.json' }],
    coverage: [],
    problems: [],
    skipped: [],
    unattachedPolicies: [],
    redactions: [],
    createdTime: '2026-11-20T12:00:00Z',
  };
  const graph = deriveGraph(inventory);
  const masker = createMasker(new Uint8Array(32));
  return analyse({ graph, access: createAccessModel(graph), inventory, masker, now: 0, rules: [rule] }).findings;
}

describe('a custom role', () => {
  it('counts by what it allows, whatever its name', () => {
    const grant = project({ role: HELPER, members: [TRAINER] });
    const found = (rule: string, permission: string): readonly string[] =>
      judge(rule, job(), grant, role(permission)).map(({ status }) => status);
    expect({
      token: found('identity-impersonates-others', 'iam.serviceAccounts.getAccessToken'),
      policy: found('identity-admin-role', 'resourcemanager.projects.setIamPolicy'),
      harmless: found('identity-admin-role', 'storage.objects.get'),
    }).toStrictEqual({ token: ['fail'], policy: ['fail'], harmless: [] });
  });

  it('is unknown, and not harmless, where its document was not collected', () => {
    const [finding, ...more] = judge('identity-admin-role', job(), project({ role: HELPER, members: [TRAINER] }));
    expect(more).toStrictEqual([]);
    expect(finding).toMatchObject({
      status: 'unknown',
      resource: '//cloudresourcemanager.googleapis.com/projects/acme-ml',
      evidence: [
        {
          document: '//cloudresourcemanager.googleapis.com/projects/acme-ml',
          path: 'iamPolicy.bindings[0].role',
          value: HELPER,
        },
      ],
      remediation:
        'A role that is granted here is not known, so what it allows is not known either. Collect it:\ngcloud iam roles describe helper --project=acme-ml --format=json',
    });
  });

  it('leaves open whether a bucket is public when everyone has it', () => {
    const statuses = (members: readonly string[]): readonly string[] =>
      judge('data-public-bucket', job(), project(), bucket({ role: HELPER, members: [...members] })).map(
        ({ status }) => status,
      );
    expect({ everyone: statuses(['allUsers']), account: statuses([TRAINER]) }).toStrictEqual({
      everyone: ['unknown'],
      account: [],
    });
  });
});

describe('the command that takes a grant away', () => {
  function commandOf(rule: string, ...documents: readonly ResourceDocument[]): string | undefined {
    return judge(rule, job(), ...documents)
      .find(({ status }) => status === 'fail')
      ?.remediation.split('\n')[1];
  }

  it('is about the resource on whose policy it stands', () => {
    const binding = { role: 'roles/storage.admin', members: [TRAINER] };
    expect([
      commandOf('identity-admin-role', project(binding)),
      commandOf('identity-admin-role', project(), bucket(binding)),
    ]).toStrictEqual([
      `gcloud projects remove-iam-policy-binding acme-ml --member=${TRAINER} --role=roles/storage.admin`,
      `gcloud storage buckets remove-iam-policy-binding gs://acme-out --member=${TRAINER} --role=roles/storage.admin`,
    ]);
  });

  it('is about the project where a bucket has it from there', () => {
    const everybody = { role: 'roles/storage.objectViewer', members: ['group:all@acme.example'] };
    expect(commandOf('data-broad-read', project(everybody), bucket())).toBe(
      'gcloud projects remove-iam-policy-binding acme-ml --member=group:all@acme.example --role=roles/storage.objectViewer',
    );
  });

  it('says that the condition does not matter where there is one', () => {
    const condition = { title: 'until', expression: 'request.time < timestamp("2027-01-01T00:00:00Z")' };
    expect(
      commandOf('identity-admin-role', project({ role: 'roles/storage.admin', members: [TRAINER], condition })),
    ).toBe(`gcloud projects remove-iam-policy-binding acme-ml --member=${TRAINER} --role=roles/storage.admin --all`);
  });
});

describe('the command that shows a job', () => {
  it('is that of its kind, and missing where gcloud has none', () => {
    const spec = {
      workerPoolSpecs: [{ containerSpec: { imageUri: 'gcr.io/acme-ml/trainer:1' } }],
      enableWebAccess: true,
    };
    const place = 'projects/acme-ml/locations/europe-west4';
    const tuning = document('gcp-ai-platform-hyperparameter-tuning-job', {
      name: `${place}/hyperparameterTuningJobs/7`,
      trialJobSpec: spec,
    });
    const nas = document('gcp-ai-platform-nas-job', {
      name: `${place}/nasJobs/8`,
      nasJobSpec: { multiTrialAlgorithmSpec: { searchTrialSpec: { searchTrialJobSpec: spec } } },
    });
    expect(judge('network-web-access', tuning, nas).map(({ remediation }) => remediation.split('\n')[1])).toStrictEqual(
      ['gcloud ai hp-tuning-jobs describe 7 --region=europe-west4 --project=acme-ml', undefined],
    );
  });
});

describe('a path to more rights', () => {
  const ANNA = 'user:anna@acme.example';
  const anna = '//iam.googleapis.com/principals/user:anna@acme.example';
  const trainer = '//iam.googleapis.com/projects/acme-ml/serviceAccounts/trainer@acme-ml.iam.gserviceaccount.com';

  function account(...bindings: readonly JsonObject[]): ResourceDocument {
    return document(
      'gcp-iam-service-account',
      {
        name: 'projects/acme-ml/serviceAccounts/trainer@acme-ml.iam.gserviceaccount.com',
        email: 'trainer@acme-ml.iam.gserviceaccount.com',
        projectId: 'acme-ml',
      },
      bindings,
    );
  }

  it('names the links of its steps and of what is reached, so that it can be drawn', () => {
    const [finding, ...more] = judge(
      'identity-escalation-path',
      job(),
      account({ role: 'roles/iam.serviceAccountUser', members: [ANNA] }),
      project({ role: 'roles/aiplatform.user', members: [ANNA] }),
      bucket({ role: 'roles/storage.objectAdmin', members: [TRAINER] }),
    );
    expect(more).toStrictEqual([]);
    expect(finding).toMatchObject({
      status: 'fail',
      edges: [
        `CAN_IMPERSONATE ${anna} ${trainer}`,
        `CAN_READ ${trainer} //storage.googleapis.com/acme-out`,
        `CAN_RUN_JOBS ${anna} //cloudresourcemanager.googleapis.com/projects/acme-ml`,
        `CAN_WRITE ${trainer} //storage.googleapis.com/acme-out`,
      ],
    });
    expect(finding?.evidence.map(({ path, value }) => `${path} ${value}`)).toStrictEqual([
      `iamPolicy.bindings[0].members[0] ${ANNA}`,
      `iamPolicy.bindings[0].members[0] ${ANNA}`,
      `iamPolicy.bindings[0].members[0] ${TRAINER}`,
    ]);
  });

  it('is not ruled out while a role that is granted is unknown', () => {
    const found = judge(
      'identity-escalation-path',
      job(),
      account({ role: HELPER, members: [ANNA] }),
      project({ role: 'roles/aiplatform.user', members: [ANNA] }),
    );
    expect(found.map(({ status, resource, evidence }) => ({ status, resource, evidence }))).toStrictEqual([
      {
        status: 'unknown',
        resource: trainer,
        evidence: [{ document: trainer, path: 'iamPolicy.bindings[0].role', value: HELPER }],
      },
    ]);
  });
});

describe('acting as every account of a project', () => {
  it('is not ruled out while a role that is granted on the project is unknown', () => {
    const found = judge(
      'identity-project-wide-impersonation',
      project({ role: HELPER, members: ['user:anna@acme.example'] }),
    );
    expect(found.map(({ status, evidence }) => ({ status, evidence }))).toStrictEqual([
      {
        status: 'unknown',
        evidence: [
          {
            document: '//cloudresourcemanager.googleapis.com/projects/acme-ml',
            path: 'iamPolicy.bindings[0].role',
            value: HELPER,
          },
        ],
      },
    ]);
  });
});

describe('administering and using a key', () => {
  const KEY = 'projects/acme-ml/locations/europe-west4/keyRings/ml/cryptoKeys/main';

  it('is not known to be separate while a role that is granted on the key is unknown', () => {
    const { data, ...rest } = job();
    const found = judge(
      'encryption-no-separation',
      { ...rest, data: { ...data, encryptionSpec: { kmsKeyName: KEY } } },
      document('gcp-cloud-kms-crypto-key', { name: KEY }, [{ role: HELPER, members: ['user:anna@acme.example'] }]),
    );
    const key = `//cloudkms.googleapis.com/${KEY}`;
    expect(found.map(({ status, resource, evidence }) => ({ status, resource, evidence }))).toStrictEqual([
      {
        status: 'unknown',
        resource: key,
        evidence: [{ document: key, path: 'iamPolicy.bindings[0].role', value: HELPER }],
      },
    ]);
  });
});
