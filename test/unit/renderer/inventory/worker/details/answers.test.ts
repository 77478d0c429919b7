import { beforeAll, describe, expect, it } from 'vitest';
import { answersAbout, type AnswerSource } from '../../../../../../renderer/inventory/worker/details/answers.ts';
import type { Answer, AnswerRow } from '../../../../../../renderer/inventory/worker/protocol/answers-protocol.ts';
import { createAccessModel } from '../../../../../../shared/graph/access/access-model.ts';
import type { QueryEngine } from '../../../../../../shared/search/query/engine.ts';
import { engineOf } from '../../../../../tools/make-engine.ts';
import { nodeId } from '../../../../../tools/make-graph.ts';
import { readPaths } from '../../../../../tools/read-inventory.ts';

const VERTEX = '//aiplatform.googleapis.com/projects';
const MODEL = `${VERTEX}/tidewater-ml-prod/locations/europe-west4/models/3391827750124453888`;
const REEF = `${VERTEX}/harbor-ml/locations/us-east1/models/5590011223344556601`;
const REEF_IMAGE = 'reef@sha256:9d1c5a7b30e8f2641b7c9a0d5e4f8a2b6c3d1e0f9a8b7c6d5e4f3a2b1c0d9e8f';

let source: AnswerSource;

beforeAll(async () => {
  const queries: QueryEngine = engineOf(await readPaths('electron/files/sample'));
  const { graph } = queries.estate;
  source = { graph, queries, model: createAccessModel(graph), mask: (_document, _path, value) => value };
});

function answered(id: string, question: string): Answer {
  const found = answersAbout(source, nodeId(id)).find((answer) => answer.question === question);
  return found ?? { question: `no answer to ${question}`, query: '', groups: [], total: 0, undecided: 0 };
}

function rowsOf({ groups }: Answer): readonly AnswerRow[] {
  return groups.flatMap(({ rows }) => rows);
}

/** The answer in words: title, what is told of it, and who can do what. */
function told(answer: Answer): readonly unknown[] {
  return rowsOf(answer).map(({ node, facts, access }) => [
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
    const rotations = rowsOf(answered(REEF, 'which-keys-protect-it')).map(({ node, facts }) => [
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

  it('begin with the kind of what is nearest, the work before what went into it, and count each', () => {
    const { groups, total } = answered(MODEL, 'how-was-it-produced');
    expect([
      groups.map(({ kind, count, rows: [row] }) => [kind, count, row?.node.title, row?.distance]),
      total,
    ]).toStrictEqual([
      [
        ['gcp-ai-platform-custom-job', 8, 'demand-forecast-weekly-2026-09-27', 1],
        ['gcp-ai-platform-training-pipeline', 8, 'demand-forecast-weekly-2026-09-27', 1],
        ['gcp-artifact-registry-docker-image', 4, 'tf2-cpu.2-15:latest', 1],
        ['gcp-storage-bucket', 2, 'tidewater-forecast-artifacts', 1],
        ['gcp-big-query-table', 2, 'holidays', 2],
        ['gcp-iam-service-account', 1, 'forecast-trainer@tidewater-ml-prod.iam.gserviceaccount.com', 2],
        ['gcp-artifact-registry-repository', 1, 'training', 3],
      ],
      26,
    ]);
  });

  it('tell by which link each resource is tied to the next one on the way', () => {
    const ties = rowsOf(answered(REEF, 'how-was-it-produced')).map(({ node, link, distance }) => {
      return `${node.title} ${String(link?.direction)} ${String(link?.relation)} ${String(link?.title)} ${String(distance)}`;
    });
    expect(ties).toStrictEqual([
      'reef-detector-try-3 outgoing PRODUCED_MODEL reef-detector 1',
      'reef-detector-try-1 outgoing WRITES_TO harbor-reef-models 2',
      'reef-detector-try-2 outgoing WRITES_TO harbor-reef-models 2',
      'reef-embeddings outgoing REFERENCES_DATA harbor-reef-images 3',
      'tf2-cpu.2-15:latest incoming SERVES_IMAGE reef-detector 1',
      `${REEF_IMAGE} incoming PULLS_IMAGE reef-detector-try-3 2`,
      'library/python:3.11 incoming PULLS_IMAGE reef-embeddings 4',
      'harbor-reef-models incoming STORED_IN reef-detector 1',
      'harbor-reef-images incoming REFERENCES_DATA reef-detector-try-3 2',
      'harbor-reef-labels incoming REFERENCES_DATA reef-detector-try-3 2',
      'reef-ci@harbor-ml.iam.gserviceaccount.com incoming RUNS_AS reef-detector-try-3 2',
      'service-633019482751@gcp-sa-aiplatform-cc.iam.gserviceaccount.com incoming IMPLICIT_IDENTITY reef-embeddings 4',
      `builds incoming PART_OF ${REEF_IMAGE} 3`,
      'reef-base incoming READS_MODEL reef-embeddings 4',
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
      ['service-633019482751@gcp-sa-aiplatform-cc.iam.gserviceaccount.com'],
      ['Harbor Labs'],
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
