import { describe, expect, it } from 'vitest';
import type { EscalationPath } from '../../../../../shared/graph/access/access.ts';
import { documentOf } from '../../inventory-of.ts';
import { binding, BUCKET, KEY, modelWith, NUMBER, principal, PROJECT, reachInShort, TRAINER } from './estate.ts';

const scientists = 'group:scientists@northwind.example';
const SCIENTISTS = principal(scientists);
const trainer = 'serviceAccount:trainer@ml-prod.iam.gserviceaccount.com';
const AGENT = `//iam.googleapis.com/projects/gcp-sa-aiplatform-cc/serviceAccounts/service-${NUMBER}@gcp-sa-aiplatform-cc.iam.gserviceaccount.com`;
const SECOND = '//iam.googleapis.com/projects/ml-prod/serviceAccounts/second@ml-prod.iam.gserviceaccount.com';

/** `action to (role)` of each step, then what is gained. */
function inShort({ steps, gains }: EscalationPath): readonly string[] {
  return [
    ...steps.map(({ action, to, grants }) => `${action} ${to} (${grants.map(({ role }) => role).join(', ')})`),
    ...gains.map(reachInShort),
  ];
}

describe('escalations()', () => {
  it('finds who may run jobs as an account, and so reach what only the account can', () => {
    const paths = modelWith({
      [PROJECT]: [binding('roles/aiplatform.user', scientists)],
      [TRAINER]: [binding('roles/iam.serviceAccountUser', scientists)],
      [BUCKET]: [binding('roles/storage.objectViewer', trainer)],
    }).escalations();
    expect(paths.map(inShort)).toStrictEqual([
      [
        `run-jobs ${PROJECT} (roles/aiplatform.user)`,
        `act-as ${TRAINER} (roles/iam.serviceAccountUser)`,
        `CAN_READ one gcp-storage-bucket (roles/storage.objectViewer on ${BUCKET})`,
      ],
    ]);
    expect(paths[0]?.steps.map(({ permissions, grants }) => [permissions, grants[0]?.evidence])).toStrictEqual([
      [
        [
          'aiplatform.customJobs.create',
          'aiplatform.hyperparameterTuningJobs.create',
          'aiplatform.nasJobs.create',
          'aiplatform.pipelineJobs.create',
          'aiplatform.trainingPipelines.create',
        ],
        { document: PROJECT, path: 'iamPolicy.bindings[0].members[0]', value: scientists },
      ],
      [
        ['iam.serviceAccounts.actAs'],
        { document: TRAINER, path: 'iamPolicy.bindings[0].members[0]', value: scientists },
      ],
    ]);
  });

  it('needs both rights: to run jobs, and to act as the account', () => {
    const reads = { [BUCKET]: [binding('roles/storage.objectViewer', trainer)] };
    expect([
      modelWith({ ...reads, [TRAINER]: [binding('roles/iam.serviceAccountUser', scientists)] }).escalations(),
      modelWith({ ...reads, [PROJECT]: [binding('roles/aiplatform.viewer', scientists)] }).escalations(),
      modelWith({
        ...reads,
        [PROJECT]: [binding('roles/aiplatform.user', scientists)],
        [TRAINER]: [binding('roles/iam.serviceAccountOpenIdTokenCreator', scientists)],
      }).escalations(),
    ]).toStrictEqual([[], [], []]);
  });

  it('knows that a job without an account runs as the agent, which nobody needs a right to use', () => {
    const paths = modelWith({
      [PROJECT]: [
        binding('roles/aiplatform.user', scientists),
        binding(
          'roles/storage.objectViewer',
          `serviceAccount:service-${NUMBER}@gcp-sa-aiplatform-cc.iam.gserviceaccount.com`,
        ),
      ],
    }).escalations();
    expect(paths.map(inShort)).toStrictEqual([
      [
        `run-jobs ${PROJECT} (roles/aiplatform.user)`,
        `act-as ${AGENT} ()`,
        `CAN_READ below gcp-storage-bucket (roles/storage.objectViewer on ${PROJECT})`,
      ],
    ]);
  });

  it.each([
    { role: 'roles/iam.serviceAccountTokenCreator', action: 'get-token' },
    { role: 'roles/iam.serviceAccountKeyAdmin', action: 'create-key' },
    { role: 'roles/iam.serviceAccountAdmin', action: 'set-policy' },
  ])('takes $role for a way of its own', ({ role, action }) => {
    const [path, ...others] = modelWith({
      [TRAINER]: [binding(role, scientists)],
      [KEY]: [binding('roles/cloudkms.cryptoKeyDecrypter', trainer)],
    }).escalations();
    expect(others).toStrictEqual([]);
    expect(path?.steps.map((step) => [step.action, step.from, step.to])).toStrictEqual([[action, SCIENTISTS, TRAINER]]);
    expect(path?.gains.map(({ relation }) => relation)).toStrictEqual(['CAN_DECRYPT']);
  });

  it('ends where a policy above can be set, which may give anything', () => {
    const [path] = modelWith({
      [PROJECT]: [binding('roles/resourcemanager.projectIamAdmin', scientists)],
    }).escalations();
    expect([path?.account, path?.gains, path?.steps.map(({ action }) => action)]).toStrictEqual([
      PROJECT,
      [],
      ['set-policy'],
    ]);
  });

  it('takes no account for a gain that can do nothing the principal cannot', () => {
    const paths = modelWith({
      [PROJECT]: [binding('roles/owner', scientists)],
      [KEY]: [binding('roles/cloudkms.cryptoKeyDecrypter', trainer)],
    }).escalations();
    expect(paths.map(({ account }) => account)).toStrictEqual([PROJECT]);
  });

  it('follows accounts that can act as other accounts', () => {
    const second = documentOf('gcp-iam-service-account', {
      email: 'second@ml-prod.iam.gserviceaccount.com',
      projectId: 'ml-prod',
    });
    const paths = modelWith(
      {
        [TRAINER]: [binding('roles/iam.serviceAccountTokenCreator', scientists)],
        [SECOND]: [binding('roles/iam.serviceAccountTokenCreator', trainer)],
        [BUCKET]: [binding('roles/storage.admin', 'serviceAccount:second@ml-prod.iam.gserviceaccount.com')],
      },
      [second],
    ).escalations();
    expect(paths.map(({ principal: from, steps }) => [from, steps.map(({ to }) => to)])).toStrictEqual([
      [SCIENTISTS, [TRAINER]],
      [SCIENTISTS, [TRAINER, SECOND]],
      [TRAINER, [SECOND]],
    ]);
  });

  it('leaves out what the principal has anyway, from the same place or from above', () => {
    expect(
      modelWith({
        [TRAINER]: [binding('roles/iam.serviceAccountTokenCreator', scientists)],
        [BUCKET]: [binding('roles/storage.objectViewer', trainer)],
        [PROJECT]: [binding('roles/storage.objectViewer', scientists)],
      }).escalations(),
    ).toStrictEqual([]);
  });

  it('marks a path that holds only under a condition', () => {
    const condition = { title: 'Until May', expression: 'request.time < timestamp("2026-05-01T00:00:00Z")' };
    const paths = modelWith({
      [TRAINER]: [{ role: 'roles/iam.serviceAccountTokenCreator', members: [scientists], condition }],
      [BUCKET]: [binding('roles/storage.objectViewer', trainer)],
    }).escalations();
    expect(paths.map(({ conditional }) => conditional)).toStrictEqual([true]);
  });

  it('puts everyone before a group and a group before one identity, and keeps to its limit', () => {
    const model = modelWith({
      [TRAINER]: [
        binding('roles/iam.serviceAccountTokenCreator', 'user:anna@northwind.example', scientists, 'allUsers'),
      ],
      [BUCKET]: [binding('roles/storage.objectViewer', trainer)],
    });
    const starts = [principal('allUsers'), SCIENTISTS, principal('user:anna@northwind.example')];
    expect(model.escalations().map((path) => path.principal)).toStrictEqual(starts);
    expect(model.escalations(2).map((path) => path.principal)).toStrictEqual(starts.slice(0, 2));
  });

  it('starts from no agent of Google’s and from no identity that is no more', () => {
    expect(
      modelWith({
        [TRAINER]: [
          binding(
            'roles/iam.serviceAccountTokenCreator',
            'deleted:user:anna@northwind.example?uid=1',
            `serviceAccount:service-${NUMBER}@gcp-sa-aiplatform.iam.gserviceaccount.com`,
          ),
        ],
        [BUCKET]: [binding('roles/storage.objectViewer', trainer)],
      }).escalations(),
    ).toStrictEqual([]);
  });
});
