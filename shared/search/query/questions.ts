import type { KindId } from '../../kinds/index.ts';
import { ACCOUNT, BUCKET, JOBS_BEHIND, KEY, RESOURCE, RUNS_AS, type QuestionParameter } from './question-parts.ts';

/** Themes in which the questions are listed. */
export type QuestionTheme = 'lineage' | 'identity' | 'encryption' | 'network' | 'code' | 'data' | 'coverage';

/** A question a reviewer asks again and again, as a query. */
export interface Question {
  readonly id: string;
  readonly theme: QuestionTheme;
  readonly title: string;
  readonly why: string;
  /** A query with `{name}` for each parameter. */
  readonly query: string;
  readonly parameters: readonly QuestionParameter[];
  /** What is told of each resource that is found: who can do what to it, or what it can do, by the collected policies. */
  readonly access?: 'who-can' | 'what-can';
}

/** Questions of the library, by theme. */
export const QUESTIONS: readonly Question[] = [
  {
    id: 'how-was-it-produced',
    theme: 'lineage',
    title: 'How was this produced?',
    why: 'Code, data, launcher and identity of the producer decide what a model is; each is a way to tamper with it.',
    query: `upstream:(id:{resource}) OR used-by:(${JOBS_BEHIND}) via:(LAUNCHED_BY OR RUNS_AS OR IMPLICIT_IDENTITY)`,
    parameters: [RESOURCE],
  },
  {
    id: 'what-code-ran',
    theme: 'lineage',
    title: 'What code and which images ran?',
    why: 'Whoever can push the image or write the package runs code in the job’s place.',
    query: `used-by:(${JOBS_BEHIND}) via:(PULLS_IMAGE OR LOADS_CODE_FROM)`,
    parameters: [RESOURCE],
  },
  {
    id: 'which-keys-protect-it',
    theme: 'encryption',
    title: 'Which keys protect it, and when do they rotate?',
    why: 'Who controls a key can make the data readable, or lose it for good; a key that never rotates stays stolen.',
    query: `kind:key (has:nextRotationTime OR -has:nextRotationTime) used-by:(id:{resource} OR ${JOBS_BEHIND} OR used-by:(id:{resource})) via:USES_KMS_KEY`,
    parameters: [RESOURCE],
    access: 'who-can',
  },
  {
    id: 'which-network-exposes-it',
    theme: 'network',
    title: 'Which network exposes it?',
    why: 'What runs in the network reaches the job and is reached by it; firewall rules say from where.',
    query: `kind:(network OR subnet OR firewall OR network-attachment OR endpoint) linked:(id:{resource} OR ${JOBS_BEHIND}) via:(PEERS_NETWORK OR USES_NETWORK_ATTACHMENT OR DNS_PEERS OR DEPLOYED_TO OR GUARDS OR CONNECTS_TO) hops:2`,
    parameters: [RESOURCE],
  },
  {
    id: 'what-can-its-identity-do',
    theme: 'identity',
    title: 'What can its identity do?',
    why: 'The code has every permission of the account it runs as, whether it needs it or not.',
    query: `used-by:(${JOBS_BEHIND}) via:${RUNS_AS} OR used-by:(kind:account used-by:(${JOBS_BEHIND}) via:${RUNS_AS})`,
    parameters: [RESOURCE],
    access: 'what-can',
  },
  {
    id: 'where-does-its-data-live',
    theme: 'data',
    title: 'Where does its data live, and who can reach it?',
    why: 'Access to the storage is access to the data and to what was learnt from it, whatever the model’s own policy says.',
    query: `kind:(bucket OR table) linked:(id:{resource} OR ${JOBS_BEHIND})`,
    parameters: [RESOURCE],
    access: 'who-can',
  },
  {
    id: 'what-it-feeds',
    theme: 'lineage',
    title: 'Where does this data end up?',
    why: 'Poisoned or leaked data is in everything made from it.',
    query: 'downstream:(id:{resource})',
    parameters: [
      {
        ...RESOURCE,
        title: 'Bucket, table, image or model',
        kinds: [
          'gcp-storage-bucket',
          'gcp-big-query-table',
          'gcp-artifact-registry-docker-image',
          'gcp-ai-platform-model',
        ],
      },
    ],
  },
  {
    id: 'default-agent-jobs',
    theme: 'identity',
    title: 'Which jobs run as the default agent or a default account?',
    why: 'All such jobs of a project share one identity, which is often far too powerful.',
    query: 'kind:job (has:IMPLICIT_IDENTITY OR sa:(*@developer.gserviceaccount.com OR *@appspot.gserviceaccount.com))',
    parameters: [],
  },
  {
    id: 'account-compromise',
    theme: 'identity',
    title: 'What could this account’s compromise reach?',
    why: 'What its jobs touch, what is made from that, and what its roles open is lost with the account.',
    query: `used-by:(id:{account}) OR uses:(id:{account}) via:${RUNS_AS} OR linked:(uses:(id:{account}) via:${RUNS_AS}) OR downstream:(uses:(id:{account}) via:${RUNS_AS})`,
    parameters: [ACCOUNT],
  },
  {
    id: 'shared-accounts',
    theme: 'identity',
    title: 'Which accounts do many workloads share?',
    why: 'One compromised workload acts as all of them, and a log entry does not tell which it was.',
    query: `kind:account shared-by:>={count} via:${RUNS_AS}`,
    parameters: [{ name: 'count', title: 'At least this many', type: 'value', preset: '5' }],
  },
  {
    id: 'foreign-accounts',
    theme: 'identity',
    title: 'Which jobs use accounts, keys or buckets of another project?',
    why: 'Another team decides about them, and the border between the projects is open there.',
    query: 'kind:job crosses:project via:(RUNS_AS OR USES_KMS_KEY OR WRITES_TO OR LOADS_CODE_FROM OR REFERENCES_DATA)',
    parameters: [],
  },
  {
    id: 'who-else-uses-this-key',
    theme: 'encryption',
    title: 'Who else uses this key?',
    why: 'A key that protects many things is a single point of failure, and its users are reachable through it together.',
    query: 'uses:(id:{key}) via:USES_KMS_KEY',
    parameters: [KEY],
  },
  {
    id: 'jobs-without-cmek',
    theme: 'encryption',
    title: 'Which jobs have no customer-managed key?',
    why: 'Nobody of your organisation can cut off access to their disks, and no log says who decrypted.',
    query: 'kind:job -has:cmek',
    parameters: [],
  },
  {
    id: 'keys-without-rotation',
    theme: 'encryption',
    title: 'Which keys rotate too seldom, or never?',
    why: 'The older a key’s version, the more has been encrypted with it, and the longer a leak goes on.',
    query: 'kind:key (rotationPeriod:>{period} OR -has:rotationPeriod)',
    parameters: [{ name: 'period', title: 'Longer than', type: 'value', preset: '90d' }],
  },
  {
    id: 'jobs-without-network',
    theme: 'network',
    title: 'Which jobs are in no private network?',
    why: 'They reach the whole internet, past your firewalls, proxies and service perimeters’ routes.',
    query: 'kind:job -has:network',
    parameters: [],
  },
  {
    id: 'open-firewalls',
    theme: 'network',
    title: 'Which firewall rules admit everyone?',
    why: 'Workloads peered with the network stand behind these rules.',
    query: 'kind:firewall sourceRanges=0.0.0.0/0',
    parameters: [],
  },
  {
    id: 'images-not-pinned',
    theme: 'code',
    title: 'Which images are not pinned by digest?',
    why: 'Who can move the tag changes what the next run executes, and nobody can say what an earlier run executed.',
    query: 'kind:job (imageUri!=*@sha256:* OR executorImageUri!=*@sha256:*)',
    parameters: [],
  },
  {
    id: 'foreign-images',
    theme: 'code',
    title: 'Which images come from registries that are not Google’s?',
    why: 'They are outside your scanning and access rules, and may be replaced by strangers.',
    query: 'kind:image -id:*artifactregistry.googleapis.com*',
    parameters: [],
  },
  {
    id: 'code-buckets',
    theme: 'code',
    title: 'Which buckets hold code that jobs run?',
    why: 'Write access to such a bucket is code execution as the account of the job.',
    query: 'kind:bucket via:LOADS_CODE_FROM',
    parameters: [],
  },
  {
    id: 'interactive-shells',
    theme: 'code',
    title: 'Which jobs let people log in?',
    why: 'A shell in the machine is the account of the job in someone’s hands, past every review of the code.',
    query: 'enableWebAccess:true',
    parameters: [],
  },
  {
    id: 'writes-outside-region',
    theme: 'data',
    title: 'Which jobs write outside their region?',
    why: 'Data leaves the place where law or contract may hold it.',
    query: 'kind:job crosses:region via:WRITES_TO',
    parameters: [],
  },
  {
    id: 'who-touches-bucket',
    theme: 'data',
    title: 'Who reads or writes this bucket?',
    why: 'Each of them can leak it, and each writer can poison what the others read.',
    query: 'uses:(id:{bucket})',
    parameters: [BUCKET],
  },
  {
    id: 'jobs-with-secrets',
    theme: 'data',
    title: 'Which workloads name a secret?',
    why: 'They can read it, and so can whoever can change or enter them.',
    query: 'uses:(kind:secret)',
    parameters: [],
  },
  {
    id: 'worst-findings',
    theme: 'coverage',
    title: 'What do the rules call critical or high?',
    why: 'These flaws are to be dealt with first; each resource’s details show the proof and what to do.',
    query: 'finding:(critical OR high)',
    parameters: [],
  },
  {
    id: 'recent-failures',
    theme: 'coverage',
    title: 'Which jobs failed lately?',
    why: 'A run of failures may be someone trying what the account can do.',
    query: 'kind:job state:failed created:>{since}',
    parameters: [{ name: 'since', title: 'Since', type: 'value', preset: '-90d' }],
  },
  {
    id: 'jobs-without-labels',
    theme: 'coverage',
    title: 'Which jobs have no label?',
    why: 'Nobody can be asked about them.',
    query: 'kind:job -has:labels',
    parameters: [],
  },
  {
    id: 'not-collected',
    theme: 'coverage',
    title: 'What do many depend on that was not collected?',
    why: 'Nothing can be said about it, however much rests on it.',
    query: 'state:(referenced OR unresolved) shared-by:>={count}',
    parameters: [{ name: 'count', title: 'Named by at least', type: 'value', preset: '3' }],
  },
];

/** The questions that ask about one resource and make sense for its kind. */
export function questionsAbout(kind: KindId): readonly Question[] {
  return QUESTIONS.filter(({ parameters: [first, ...others] }) => {
    return others.length === 0 && first?.type === 'resource' && first.kinds?.includes(kind) === true;
  });
}

/** The question of an id. */
export function questionById(id: string): Question | undefined {
  return QUESTIONS.find((question) => question.id === id);
}
