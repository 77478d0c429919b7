import type { JsonObject } from '../../json.ts';
import type { NodeId } from '../../graph/graph.ts';
import { at, DAY, judge, lacking, linksTo, secondsOf, textAt, timeOf } from '../facts.ts';
import { inWords, isGone, takingPart } from '../identities.ts';
import { judgeKey, KEY, protectionOf } from '../keys.ts';
import { lookup } from '../rule.ts';
import type { Rule } from '../rule.ts';

const ROTATION_PAGE = 'https://cloud.google.com/kms/docs/key-rotation';
const DESTROY_PAGE = 'https://cloud.google.com/kms/docs/destroy-restore';
const ROTATE =
  'gcloud kms keys update {id} --keyring={keyRing} --location={location} --project={project} --rotation-period=90d --next-rotation-time={next}';
const NOT_READ = 'The key was not collected, so its state is not known.';

/** The keys themselves: their state, their rotation, and who may use them. */
export const KEY_STATE_RULES: readonly Rule[] = [
  {
    id: 'encryption-key-disabled',
    title: 'A key in use is disabled',
    family: 'encryption',
    severity: 'high',
    because: 'What is encrypted with it cannot be read until somebody enables it again.',
    rationale: 'Work that names the key fails, and models and disks under it are out of reach.',
    remediation: 'Find out why it was disabled. Enable it, or move what uses it to another key.',
    command:
      'gcloud kms keys versions enable {version} --key={id} --keyring={keyRing} --location={location} --project={project}',
    references: ['https://cloud.google.com/kms/docs/enable-disable'],
    attack: ['T1485'],
    needs: ['the key’s `primary.state`'],
    unknown: NOT_READ,
    subjects: [KEY],
    examine: (node, context) =>
      judgeKey(node, context, 'primary.state', (data, users) => judgeState(node, data, users, /^DISABLED$/)),
  },
  {
    id: 'encryption-key-destroyed',
    title: 'A key in use is destroyed or about to be',
    family: 'encryption',
    severity: 'critical',
    because: 'Once it is destroyed, everything encrypted with it is lost for good.',
    rationale: 'Destroying one key erases models, checkpoints and data without touching any of them.',
    remediation: 'Restore the version before the date of its destruction, and find out who scheduled it.',
    command:
      'gcloud kms keys versions restore {version} --key={id} --keyring={keyRing} --location={location} --project={project}',
    references: [DESTROY_PAGE],
    attack: ['T1485'],
    needs: ['the key’s `primary.state`'],
    unknown: NOT_READ,
    subjects: [KEY],
    examine: (node, context) =>
      judgeKey(node, context, 'primary.state', (data, users) =>
        judgeState(node, data, users, /^(?:DESTROYED|DESTROY_SCHEDULED)$/),
      ),
  },
  {
    id: 'encryption-key-gone',
    title: 'A key that is named does not exist',
    family: 'encryption',
    severity: 'high',
    because: 'What was encrypted with it cannot be read, and what names it fails.',
    rationale:
      'The place where the key should be was read and it was not there; keys cannot be deleted, so the name is wrong or out of sight.',
    remediation: 'Name a key that exists.',
    command: 'gcloud kms keys list --keyring={keyRing} --location={location} --project={project}',
    references: ['https://cloud.google.com/vertex-ai/docs/general/cmek'],
    attack: ['T1485'],
    needs: ['the keys of the project'],
    unknown: 'The keys of the project were not collected, so whether this one exists is not known.',
    subjects: [KEY],
    examine: (node, context) => {
      const users = linksTo(context, node, 'USES_KMS_KEY');
      if (users.length === 0 || node.state === 'unresolved') {
        return undefined;
      }
      return isGone(node)
        ? judge(inWords(users), takingPart(users))
        : node.state === 'present'
          ? judge([])
          : lacking(node, 'document');
    },
  },
  {
    id: 'encryption-no-rotation',
    title: 'A key in use is never rotated',
    family: 'encryption',
    severity: 'medium',
    because: 'It limits how much one lost key version opens; losing one takes another flaw.',
    rationale: 'Without rotation everything written over the years hangs on one version of the key.',
    remediation: 'Set a rotation period.',
    command: ROTATE,
    references: [ROTATION_PAGE],
    cis: ['1.10'],
    needs: ['the key’s `rotationPeriod`'],
    unknown: NOT_READ,
    subjects: [KEY],
    examine: (node, context) =>
      judgeKey(node, context, 'rotationPeriod', (data, users) =>
        !rotates(data)
          ? undefined
          : textAt(data, 'rotationPeriod') === ''
            ? judge([at(node, 'rotationPeriod')], {
                ...takingPart(users),
                parameters: { next: tomorrow(context.asOf) },
              })
            : judge([]),
      ),
  },
  {
    id: 'encryption-slow-rotation',
    title: 'A key in use is rotated seldom',
    family: 'encryption',
    severity: 'low',
    because: 'It is rotated, only less often than asked for.',
    rationale: 'The longer the period, the more is encrypted with one version of the key.',
    remediation: 'Shorten the rotation period.',
    command: ROTATE,
    references: [ROTATION_PAGE],
    cis: ['1.10'],
    needs: ['the key’s `rotationPeriod`'],
    unknown: NOT_READ,
    subjects: [KEY],
    examine: (node, context) =>
      judgeKey(node, context, 'rotationPeriod', (data, users) => {
        const period = secondsOf(textAt(data, 'rotationPeriod'));
        return period === undefined || !rotates(data)
          ? undefined
          : period > context.settings.keyRotationDays * (DAY / 1000)
            ? judge([at(node, 'rotationPeriod', textAt(data, 'rotationPeriod'))], {
                ...takingPart(users),
                parameters: { next: tomorrow(context.asOf) },
              })
            : judge([]);
      }),
  },
  {
    id: 'encryption-rotation-overdue',
    title: 'The next rotation of a key has passed',
    family: 'encryption',
    severity: 'medium',
    because: 'Rotation was set up and does not happen, so nobody looks at it.',
    rationale:
      'A rotation fails where the key is disabled or its service cannot act; the period on paper then says nothing.',
    remediation: 'Rotate the key by hand and look into the log for the failure.',
    command:
      'gcloud kms keys versions create --key={id} --keyring={keyRing} --location={location} --project={project} --primary',
    references: [ROTATION_PAGE],
    cis: ['1.10'],
    needs: ['the key’s `nextRotationTime`'],
    unknown: NOT_READ,
    subjects: [KEY],
    examine: (node, context) =>
      judgeKey(node, context, 'nextRotationTime', (data, users) => {
        const next = timeOf(textAt(data, 'nextRotationTime'));
        return next === undefined
          ? undefined
          : judge(
              next < context.asOf ? [at(node, 'nextRotationTime', textAt(data, 'nextRotationTime'))] : [],
              takingPart(users),
            );
      }),
  },
  {
    id: 'encryption-software-key',
    title: 'A key is kept in software where others are kept in hardware',
    family: 'encryption',
    severity: 'low',
    because: 'Software protection is sound; it only breaks the rule that the project set itself.',
    rationale:
      'Where keys of the same project are kept in hardware, data under this one is protected less than its neighbours.',
    remediation: 'Make a key with protection level HSM and move what uses this one to it.',
    command:
      'gcloud kms keys create NAME --keyring={keyRing} --location={location} --project={project} --purpose=encryption --protection-level=hsm',
    references: ['https://cloud.google.com/kms/docs/protection-levels'],
    needs: ['the key’s `versionTemplate.protectionLevel`'],
    unknown: NOT_READ,
    subjects: [KEY],
    examine: (node, context) =>
      judgeKey(node, context, 'versionTemplate.protectionLevel', (_data, users) => {
        const better = hardwareKeys(context).get(node.project ?? '');
        const { path, level } = protectionOf(node);
        return better === undefined || level === ''
          ? undefined
          : judge(level === 'SOFTWARE' ? [at(node, path, level)] : [], {
              nodes: [better, ...users.map(({ from }) => from)],
              edges: users,
            });
      }),
  },
  {
    id: 'encryption-short-destruction-delay',
    title: 'A key in use can be destroyed within days',
    family: 'encryption',
    severity: 'low',
    because: 'Somebody must first have the right to destroy it.',
    rationale: 'The delay is all the time there is to notice that a key, and all data under it, is being destroyed.',
    remediation: 'Make a key with a longer delay; that of a key cannot be changed.',
    command:
      'gcloud kms keys create NAME --keyring={keyRing} --location={location} --project={project} --purpose=encryption --destroy-scheduled-duration=30d',
    references: [DESTROY_PAGE],
    attack: ['T1485'],
    needs: ['the key’s `destroyScheduledDuration`'],
    unknown: NOT_READ,
    subjects: [KEY],
    examine: (node, context) =>
      judgeKey(node, context, 'destroyScheduledDuration', (data, users) => {
        const delay = textAt(data, 'destroyScheduledDuration');
        return judge(
          (secondsOf(delay) ?? Infinity) < 7 * (DAY / 1000) ? [at(node, 'destroyScheduledDuration', delay)] : [],
          takingPart(users),
        );
      }),
  },
];

function judgeState(
  node: Parameters<Rule['examine']>[0],
  data: JsonObject,
  users: Parameters<typeof inWords>[0],
  bad: RegExp,
): ReturnType<Rule['examine']> {
  const state = textAt(data, 'primary.state');
  if (state === '') {
    return lacking(node, 'field', 'primary.state');
  }
  return judge(bad.test(state) ? [at(node, 'primary.state', state), ...inWords(users)] : [], {
    ...takingPart(users),
    parameters: { version: textAt(data, 'primary.name').split('/').at(-1) ?? '' },
  });
}

/** Only symmetric keys for encryption rotate by themselves. */
function rotates(data: JsonObject): boolean {
  return ['', 'ENCRYPT_DECRYPT'].includes(textAt(data, 'purpose'));
}

function tomorrow(now: number): string {
  return new Date(now + DAY).toISOString();
}

/** For each project with keys kept in hardware or outside, one of them. */
const hardwareKeys = lookup(({ graph }) => {
  const keys = new Map<string, NodeId>();
  for (const node of graph.nodes.values()) {
    if (node.kind === KEY && /^(?:HSM|EXTERNAL)/.test(protectionOf(node).level)) {
      const known = keys.get(node.project ?? '');
      keys.set(node.project ?? '', known !== undefined && known < node.id ? known : node.id);
    }
  }
  return keys;
});
