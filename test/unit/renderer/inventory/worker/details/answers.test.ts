import { beforeAll, describe, expect, it } from 'vitest';
import { answersAbout, type AnswerSource } from '../../../../../../renderer/inventory/worker/details/answers.ts';
import type { Answer } from '../../../../../../renderer/inventory/worker/protocol/answers-protocol.ts';
import { createAccessModel } from '../../../../../../shared/graph/access/access-model.ts';
import type { QueryEngine } from '../../../../../../shared/search/query/engine.ts';
import { engineOf } from '../../../../../tools/make-engine.ts';
import { nodeId } from '../../../../../tools/make-graph.ts';
import { readPaths } from '../../../../../tools/read-inventory.ts';

const VERTEX = '//aiplatform.googleapis.com/projects';
const MODEL = `${VERTEX}/tidewater-ml-prod/locations/europe-west4/models/3391827750124453888`;
const REEF = `${VERTEX}/harbor-ml/locations/us-east1/models/5590011223344556601`;

let source: AnswerSource;

beforeAll(async () => {
  const queries: QueryEngine = engineOf(await readPaths('electron/files/sample'));
  const { graph } = queries.estate;
  source = { graph, queries, model: createAccessModel(graph), mask: (_document, _path, value) => value };
});

function answered(id: string, question: string): Answer {
  const found = answersAbout(source, nodeId(id)).find((answer) => answer.question === question);
  return found ?? { question: `no answer to ${question}`, query: '', rows: [], total: 0, undecided: 0 };
}

/** The answer in words: title, what is told of it, and who can do what. */
function told({ rows }: Answer): readonly unknown[] {
  return rows.map(({ node, facts, access }) => [
    node.title,
    ...facts.map(({ label, value }) => `${label} ${value}`),
    ...(access?.groups.map(({ relation, count, rows: first }) => [
      `${relation} ${String(count)}`,
      ...first.map((row) => row.node.title),
    ]) ?? []),
  ]);
}

describe('answers about a resource', () => {
  it('are those that the library has for its kind', () => {
    const questionsOf = (id: string): readonly string[] =>
      answersAbout(source, nodeId(id)).map(({ question }) => question);
    expect([questionsOf(MODEL), questionsOf('//storage.googleapis.com/tidewater-sales-curated')]).toStrictEqual([
      [
        'how-was-it-produced',
        'what-code-ran',
        'which-keys-protect-it',
        'which-network-exposes-it',
        'what-can-its-identity-do',
        'where-does-its-data-live',
        'what-it-feeds',
      ],
      ['what-it-feeds', 'who-touches-bucket'],
    ]);
    expect(questionsOf('//compute.googleapis.com/projects/tidewater-net-host/global/networks/ml-vpc')).toStrictEqual(
      [],
    );
  });

  it('tell when a key rotates, and that it does not, with who can use it', () => {
    const agent = 'service-418820347715@gcp-sa-aiplatform.iam.gserviceaccount.com';
    expect(told(answered(MODEL, 'which-keys-protect-it'))).toStrictEqual([
      [
        'training',
        'Rotation period 90 d',
        'Next rotation 2026-12-01 00:00:00 UTC',
        ['CAN_DECRYPT 1', agent],
        ['CAN_ENCRYPT 1', agent],
      ],
    ]);
    const rotations = answered(REEF, 'which-keys-protect-it').rows.map(({ node, facts }) => [
      node.title,
      ...facts.map(({ value }) => value),
    ]);
    expect(rotations).toStrictEqual([
      ['models', '365 d', '2026-05-01 00:00:00 UTC'],
      ['disks', 'none: it is not rotated by itself'],
    ]);
  });

  it('tell what firewall rules admit', () => {
    expect(told(answered(REEF, 'which-network-exposes-it'))).toStrictEqual([
      ['reef-public-demo'],
      ['lab'],
      [
        'lab-notebooks',
        'Direction INGRESS',
        'Disabled no',
        'Allowed protocols tcp',
        'Allowed ports 8888',
        'From ranges 0.0.0.0/0',
      ],
    ]);
  });

  it('begin with what is nearest, and count what they do not list', () => {
    const { rows, total } = answered(MODEL, 'how-was-it-produced');
    expect([rows.slice(0, 8).map(({ node, distance }) => [node.title, distance]), total]).toStrictEqual([
      [
        ['tf2-cpu.2-15:latest', 1],
        ['tidewater-forecast-artifacts', 1],
        ['demand-forecast-weekly-2026-09-27', 1],
        ['demand-forecast-weekly-2026-10-04', 1],
        ['demand-forecast-weekly-2026-10-11', 1],
        ['demand-forecast-weekly-2026-10-25', 1],
        ['demand-forecast-weekly-2026-11-01', 1],
        ['demand-forecast-weekly-2026-11-08', 1],
      ],
      26,
    ]);
  });

  it('tell what the identity may do, each right once however often it was granted', () => {
    expect(told(answered(REEF, 'what-can-its-identity-do'))).toStrictEqual([
      [
        'reef-ci@harbor-ml.iam.gserviceaccount.com',
        ['CAN_READ 1', 'Harbor Labs'],
        ['CAN_WRITE 1', 'Harbor Labs'],
        ['CAN_ADMIN 1', 'Harbor Labs'],
        ['CAN_IMPERSONATE 1', 'Harbor Labs'],
      ],
      ['Harbor Labs'],
      ['service-633019482751@gcp-sa-aiplatform-cc.iam.gserviceaccount.com'],
    ]);
  });

  it('tell where the data lives and who reaches it', () => {
    const ci = 'reef-ci@harbor-ml.iam.gserviceaccount.com';
    const byAccount = [
      ['CAN_READ 1', ci],
      ['CAN_WRITE 1', ci],
      ['CAN_ADMIN 1', ci],
    ];
    expect(told(answered(REEF, 'where-does-its-data-live'))).toStrictEqual([
      [
        'harbor-reef-models',
        'Location EUROPE-WEST1',
        ['CAN_READ 2', 'group:team@harbor.example', ci],
        ['CAN_WRITE 2', 'group:team@harbor.example', ci],
        ['CAN_ADMIN 1', ci],
      ],
      ['harbor-reef-images', 'Location US-EAST1', ...byAccount],
      ['harbor-reef-labels', 'Location US-EAST1', ...byAccount],
    ]);
  });
});
