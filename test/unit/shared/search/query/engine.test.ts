import { describe, expect, it } from 'vitest';
import { engineOf, makeEngine, titlesOf } from '../../../../tools/make-engine.ts';
import { makeGraph } from '../../../../tools/make-graph.ts';
import { readContents } from '../../../../tools/read-inventory.ts';

interface JobInShort {
  readonly id: string;
  readonly name: string;
  readonly location?: string;
  readonly state?: string;
  readonly created?: string;
  readonly image?: string;
  readonly account?: string;
  readonly output?: string;
  readonly key?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly accelerator?: string;
  readonly replicas?: string;
  readonly args?: readonly string[];
}

function job(short: JobInShort) {
  const { id, name, location = 'europe-west4', state = 'SUCCEEDED', created = '2026-11-01T08:00:00Z', labels } = short;
  return {
    name: `projects/lantern-ml/locations/${location}/customJobs/${id}`,
    displayName: name,
    state: `JOB_STATE_${state}`,
    createTime: created,
    ...(labels === undefined ? {} : { labels }),
    jobSpec: {
      workerPoolSpecs: [
        {
          machineSpec: {
            machineType: 'a2-highgpu-1g',
            acceleratorType: short.accelerator ?? 'ACCELERATOR_TYPE_UNSPECIFIED',
          },
          replicaCount: short.replicas ?? '1',
          containerSpec: {
            imageUri: short.image ?? 'europe-west4-docker.pkg.dev/lantern-ml/training/trainer:7',
            args: short.args ?? [],
          },
        },
      ],
      ...(short.account === undefined ? {} : { serviceAccount: short.account }),
      ...(short.output === undefined ? {} : { baseOutputDirectory: { outputUriPrefix: short.output } }),
    },
    ...(short.key === undefined ? {} : { encryptionSpec: { kmsKeyName: short.key } }),
  };
}

const KEY = 'projects/lantern-keys/locations/europe-west4/keyRings/ml/cryptoKeys/training';
const ACCOUNT = 'trainer@lantern-ml.iam.gserviceaccount.com';

const ESTATE = [
  { projectId: 'lantern-ml', projectNumber: '418820347715', lifecycleState: 'ACTIVE', name: 'Lantern ML' },
  job({
    id: '1',
    name: 'fraud-train',
    account: ACCOUNT,
    output: 'gs://lantern-models/fraud',
    key: KEY,
    labels: { team: 'risk', stage: 'prod' },
    accelerator: 'NVIDIA_TESLA_A100',
    replicas: '4',
    args: ['--data=gs://lantern-raw/2026'],
  }),
  job({
    id: '2',
    name: 'fraud-train-retry',
    state: 'FAILED',
    account: ACCOUNT,
    output: 'gs://lantern-us/fraud',
    created: '2026-11-20T10:00:00.5Z',
    image: `europe-west4-docker.pkg.dev/lantern-ml/training/trainer@sha256:${'ab'.repeat(32)}`,
    labels: { team: 'risk' },
  }),
  job({
    id: '3',
    name: 'churn score',
    location: 'us-central1',
    state: 'CANCELLED',
    account: '7-compute@developer.gserviceaccount.com',
  }),
  job({ id: '4', name: 'churn-probe', location: 'us-central1', created: '2025-03-04T00:00:00Z' }),
  {
    kind: 'storage#bucket',
    name: 'lantern-models',
    location: 'EUROPE-WEST4',
    storageClass: 'STANDARD',
    timeCreated: '2024-01-01T00:00:00Z',
    projectNumber: '418820347715',
    iamConfiguration: {},
  },
  {
    kind: 'storage#bucket',
    name: 'lantern-us',
    location: 'US',
    storageClass: 'NEARLINE',
    timeCreated: '2024-01-01T00:00:00Z',
    projectNumber: '418820347715',
    iamConfiguration: {},
  },
  {
    name: KEY,
    purpose: 'ENCRYPT_DECRYPT',
    rotationPeriod: '7776000s',
    nextRotationTime: '2026-12-10T00:00:00Z',
    primary: { state: 'ENABLED' },
    versionTemplate: {},
  },
];

const engine = engineOf(readContents({ 'estate.json': JSON.stringify(ESTATE) }));

const [F1, F2, C1, C2] = ['fraud-train', 'fraud-train-retry', 'churn score', 'churn-probe'] as const;

describe('a query finds', () => {
  it.each([
    ['by kind', 'kind:job', [C1, C2, F1, F2]],
    ['by the title of the kind', 'kind:"custom job"', [C1, C2, F1, F2]],
    ['by a pattern of kinds', 'kind:*bucket*', ['lantern-models', 'lantern-raw', 'lantern-us']],
    ['by the reported state without its prefix', 'state:failed', [F2]],
    ['by the whole state', 'state:JOB_STATE_FAILED', [F2]],
    ['by several states', 'state:(failed OR cancelled)', [C1, F2]],
    ['by what is known of a resource', 'state:referenced kind:bucket', ['lantern-raw']],
    ['by another state', 'state!=succeeded kind:job', [C1, F2]],
    ['by a place with a pattern', 'kind:job location:us-*', [C1, C2]],
    ['by a whole place only', 'kind:bucket location:us', ['lantern-us']],
    ['by the project’s number', 'kind:job project:418820347715', [C1, C2, F1, F2]],
    ['by a word of the title', 'kind:job title:churn', [C1, C2]],
    ['by a whole title', 'title=fraud-train', [F1]],
    ['by a mistyped title', 'kind:job title:fruad~', [F1, F2]],
    ['by a label’s value', 'label.team:risk', [F1, F2]],
    ['by a label’s key', 'label:stage', [F1]],
    ['by a label as a pair', 'label:team=risk', [F1, F2]],
    ['later than a day', 'kind:job created:>2026-11-01', [F2]],
    ['since a day', 'kind:job created:>=2026-11-01', [C1, F1, F2]],
    ['in a month', 'kind:job created:2026-11', [C1, F1, F2]],
    ['in a range', 'kind:job created:[2025 TO 2026-10]', [C2]],
    ['in a range with an open end', 'kind:job created:[* TO 2025-03-04]', [C2]],
    ['in the last days', 'kind:job created:>-7d', [F2]],
    ['at an instant in another zone', 'created:2026-11-20T11:00:00.5+01:00', [F2]],
    ['by a word of an enum', 'accelerator:A100', [F1]],
    ['by the field’s whole path', 'jobSpec.workerPoolSpecs.machineSpec.acceleratorType:A100', [F1]],
    ['by a number', 'replicas:>=2', [F1]],
    ['by a duration', 'rotation:>30d', ['training']],
    ['by a time to come', 'nextRotationTime:<30d', ['training']],
    ['by a value that is another', 'imageUri!=*@sha256:*', [C1, C2, F1]],
    ['by the account it runs as', `sa:${ACCOUNT}`, [F1, F2]],
    ['by a pattern of accounts', 'sa:*@developer.*', [C1]],
    ['by a relation', 'RUNS_AS:trainer*', [F1, F2]],
    ['by a relation in other words', 'writes-to:lantern-us', [F2]],
    ['by a word', 'churn', [C1, C2]],
    ['by quoted words, whatever stands between', '"churn score"', [C1]],
    ['by quoted words in this order only', '"score churn"', []],
    ['by a word with one letter wrong', 'chrun~', [C1, C2]],
    ['by a pattern in any text', 'fra*retry', [F2]],
    ['by a name of a resource beside other conditions', 'gs://lantern-us/fraud state:present', ['lantern-us']],
    ['by full name', 'id:gs://lantern-us', ['lantern-us']],
    ['by the last part of the name', 'id:4', [C2]],
    ['what has a key', 'kind:job has:cmek', [F1]],
    ['what has no key', 'kind:job -has:cmek', [C1, C2, F2]],
    ['what has a field', 'kind:job has:outputUriPrefix', [F1, F2]],
    ['what has a label', 'kind:job has:label.stage', [F1]],
    ['what names a kind', 'kind:job has:bucket', [F1, F2]],
    ['what takes part in a relation', 'kind:bucket via:WRITES_TO', ['lantern-models', 'lantern-us']],
    ['what is guessed', 'kind:job confidence:heuristic', [F1]],
    ['what is shared', 'kind:account shared-by:>1 via:RUNS_AS', [ACCOUNT]],
    ['what crosses a region', 'kind:job crosses:region via:WRITES_TO', [F2]],
    ['what crosses a project', 'kind:job crosses:project via:USES_KMS_KEY', [F1]],
    ['what is linked', 'kind:job linked:(kind:bucket location:us)', [F2]],
    ['what is linked over two links', 'kind:job linked:(kind:bucket location:us) hops:2', [F2]],
    [
      'what is linked over three links',
      `kind:bucket linked:(kind:bucket location:us) hops:4 via:(WRITES_TO OR RUNS_AS)`,
      ['lantern-models'],
    ],
    ['what uses', 'uses:(kind:key)', [F1]],
    ['what is used', 'kind:account used-by:(state:failed) via:RUNS_AS', [ACCOUNT]],
    ['what data comes from', 'kind:bucket upstream:(title=fraud-train)', ['lantern-raw']],
    ['where data goes', 'downstream:(lantern-raw) kind:bucket', ['lantern-models']],
    ['all of several conditions', 'churn location:us-central1 -state:cancelled', [C2]],
    ['one of several conditions', 'state:failed OR label.stage:prod', [F1, F2]],
    ['in parentheses first', '(churn OR fraud) AND state:failed', [F2]],
  ] as const)('%s: %s', (_what, query, titles) => {
    expect(engine.ask(query).problems).toStrictEqual([]);
    expect(titlesOf(engine, query)).toStrictEqual([...titles]);
  });

  it('best first: a whole word before a part of one, short titles before long ones', () => {
    const { nodes } = engine.ask('fraud kind:job');
    expect(nodes.map((number) => engine.estate.index.nodes[number]?.title)).toStrictEqual([F1, F2]);
  });
});

describe('a resource that was not read', () => {
  const undecided = (query: string) =>
    engine.ask(query).undecided.map((number) => engine.estate.index.nodes[number]?.title ?? '');

  it.each([
    ['kind:bucket storageClass:NEARLINE', ['lantern-raw']],
    ['kind:bucket -storageClass:NEARLINE', ['lantern-raw']],
    ['kind:bucket -has:cmek', ['lantern-raw']],
    ['kind:bucket location:us', ['lantern-raw']],
    ['kind:job state:failed', []],
    ['kind:bucket state:referenced', []],
    ['kind:bucket -title:raw', []],
    ['kind:bucket (title:raw OR storageClass:NEARLINE)', []],
  ])('is neither a match nor none of %s, where its document would tell', (query, titles) => {
    expect(undecided(query)).toStrictEqual(titles);
  });

  it('leaves open whether a link crosses regions', () => {
    const open = engineOf(readContents({ 'one.json': JSON.stringify([ESTATE[1]]) }));
    const answer = open.ask('kind:job crosses:region via:WRITES_TO');
    expect([answer.nodes.length, answer.undecided.length]).toStrictEqual([0, 1]);
  });
});

describe('a query with a mistake', () => {
  it.each([
    ['kind:jbo', 'jbo', 'There is no kind "jbo".', 'job'],
    [
      'stat:failed',
      'stat',
      'There is no field "stat". To look for the text, put it in quotes: "stat:failed".',
      'state',
    ],
    ['created:yesterday', 'yesterday', '"yesterday" is no date or time.', undefined],
    ['replicas:many', 'many', '"many" is no number.', undefined],
    ['created:[2026 TO soon]', '[2026 TO soon]', 'An end of the range is no date or time.', undefined],
    ['title:>a', 'a', 'Texts have no order; only times and numbers can be compared.', undefined],
    ['kind:>job', 'job', 'kind has no order; only times and numbers can be compared.', undefined],
    ['via:RUNSAS2', 'RUNSAS2', 'There is no relation "RUNSAS2".', 'RUNS_AS'],
    ['confidence:exakt', 'exakt', '"exakt" is no confidence.', 'exact'],
    ['crosses:projekt', 'projekt', '"projekt" is nothing that links cross.', 'project'],
    ['has:cmke', 'cmke', '"cmke" is nothing a resource can have.', 'cmek'],
    ['linked:(a) hops:0', '0', '"0" is no number of links.', undefined],
    ['hops:2', 'hops:2', 'hops: belongs right after a question about links.', undefined],
  ])('is told where %s is wrong', (query, place, message, suggestion) => {
    const [problem] = engine.ask(query).problems;
    expect([query.slice(problem?.from, problem?.to), problem?.message, problem?.suggestion]).toStrictEqual([
      place,
      message,
      suggestion,
    ]);
  });

  it('is told where no rules have judged the inventory', () => {
    const [problem] = makeEngine(makeGraph([], [])).ask('has:finding').problems;
    expect(problem?.message).toBe('The rules have not judged this inventory here, so findings cannot be asked for.');
  });

  it('is answered as far as it is understood', () => {
    const answer = engine.ask('state:failed colour:blue');
    expect([answer.problems.length, answer.isAsked, answer.nodes.length]).toStrictEqual([1, true, 1]);
    expect(engine.ask('colour:blue')).toMatchObject({ isAsked: false, nodes: [] });
  });

  it('never finds more for a modifier that means nothing', () => {
    expect(titlesOf(engine, 'linked:(kind:key) via:NOTHING')).toStrictEqual([]);
  });
});

describe('findings', () => {
  const graph = makeGraph(
    ['a', 'b', 'c'].map((name) => ({ id: `//x/${name}`, kind: 'gcp-storage-bucket' as const })),
    [],
  );
  const finding = {
    rule: 'data-public-bucket',
    title: 'The bucket is public',
    severity: 'high',
    family: 'data',
  } as const;
  const judged = makeEngine(graph, {
    findings: (id) => {
      if (id === '//x/a') return [{ ...finding, status: 'fail' }];
      return id === '//x/b' ? [{ ...finding, status: 'unknown' }] : [];
    },
  });

  it.each([
    ['finding:high', ['a'], 1],
    ['finding:data-*', ['a'], 1],
    ['finding:data', ['a'], 1],
    ['finding:low', [], 0],
    ['finding:unknown', ['b'], 0],
    ['has:finding', ['a'], 1],
    ['-has:finding', ['c'], 1],
  ])('answer %s', (query, titles, undecided) => {
    expect(titlesOf(judged, query)).toStrictEqual(titles);
    expect(judged.ask(query).undecided.length).toBe(undecided);
  });

  it('say which it was', () => {
    const [number = -1] = judged.ask('finding:high').nodes;
    expect(judged.ask('finding:high').explain(number)).toStrictEqual([
      { type: 'finding', title: 'The bucket is public', clause: { from: 0, to: 12 } },
    ]);
  });
});
