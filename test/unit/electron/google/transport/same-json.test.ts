import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERTEX_COLLECTIONS } from '../../../../../electron/google/transport/vertex/collections.ts';
import type { GoogleTransport, Page } from '../../../../../electron/google/transport/transport.ts';
import type { JsonObject } from '../../../../../shared/json.ts';
import { isKindId } from '../../../../../shared/kinds/index.ts';
import type { KindId } from '../../../../../shared/kinds/index.ts';
import { buildEstate } from '../../../../doubles/google/build-estate.ts';
import type { Estate } from '../../../../doubles/google/estate.ts';
import { sampleEstate } from '../../../../doubles/google/sample-estate.ts';
import { startFakeGoogle } from '../../../../doubles/google/start.ts';
import type { FakeGoogle } from '../../../../doubles/google/start.ts';
import { transportTo, VERTEX } from './transport-to.ts';

const LISTED = Object.keys(VERTEX_COLLECTIONS).filter(isKindId);

/** Documents that the sample has none of, one for each kind. */
function rare(): Estate {
  const [project] = buildEstate({ projects: 1, locations: ['us-central1'], jobsPerLocation: 0 }).projects;
  const parent = 'projects/700000000001/locations/us-central1';
  const document = (collection: string, type: string, data: JsonObject, id = '1') => {
    const name = `${parent}/${collection}/${id}`;
    const createTime = '2026-11-20T12:00:00.120Z';
    return { name: `//${VERTEX}/${name}`, assetType: `${VERTEX}/${type}`, data: { name, createTime, ...data } };
  };
  return {
    projects: project === undefined ? [] : [project],
    documents: [
      ...['2@1', '2@2', '2'].map((id) =>
        document(
          'models',
          'Model',
          { displayName: 'forecast', versionId: id.at(-1) ?? '', versionAliases: [`v${id}`] },
          id,
        ),
      ),
      document('nasJobs', 'NasJob', {
        displayName: 'search',
        state: 'JOB_STATE_RUNNING',
        nasJobSpec: {
          multiTrialAlgorithmSpec: {
            searchTrialSpec: { maxTrialCount: 10, searchTrialJobSpec: { workerPoolSpecs: [{ replicaCount: '1' }] } },
          },
        },
      }),
      document('datasets', 'Dataset', {
        displayName: 'images',
        metadataSchemaUri: 'gs://google-cloud-aiplatform/schema/dataset/metadata/image_1.0.0.yaml',
        metadata: {
          inputConfig: { gcsSource: { uri: ['gs://ml-project-1-data/a.csv'] }, empty: {}, nothing: null, no: false },
        },
      }),
      document('metadataStores/default/contexts', 'Context', {
        displayName: 'run',
        schemaTitle: 'system.Experiment',
        metadata: { backing_tensorboard_resource: `${parent}/tensorboards/1`, steps: 3.5 },
      }),
    ],
  };
}

async function listAll(transport: GoogleTransport, kind: KindId, parent: string): Promise<readonly JsonObject[]> {
  const items: JsonObject[] = [];
  let page: Page | undefined;
  do {
    const { nextPageToken } = page ?? {};
    page = await transport.listPage({
      kind,
      parent,
      ...(nextPageToken === undefined ? {} : { pageToken: nextPageToken }),
    });
    items.push(...page.items);
  } while (page.nextPageToken !== undefined);
  return items;
}

describe.each([
  ['the sample', sampleEstate(), 48],
  [
    'a built estate',
    buildEstate({ projects: 2, locations: ['us-central1', 'europe-west4'], jobsPerLocation: 130 }),
    524,
  ],
  ['the rest', rare(), 4],
])('%s', (_name, estate, least) => {
  let fake: FakeGoogle;
  let grpc: GoogleTransport;
  let rest: GoogleTransport;

  beforeAll(async () => {
    fake = await startFakeGoogle({ estate });
    grpc = transportTo(fake, 'grpc');
    rest = transportTo(fake, 'rest');
  });

  afterAll(async () => {
    await Promise.all([grpc.close(), rest.close()]);
    await fake.close();
  });

  it('is the same text over gRPC and over REST, list by list and one by one', async () => {
    const places = estate.projects.flatMap(({ id, locations }) =>
      locations.map((place) => `projects/${id}/locations/${place}`),
    );
    let read = 0;
    for (const place of places) {
      for (const kind of LISTED) {
        const parent = kind === 'gcp-ai-platform-metadata-context' ? `${place}/metadataStores/default` : place;
        const [overGrpc, overRest] = await Promise.all([listAll(grpc, kind, parent), listAll(rest, kind, parent)]);
        expect(JSON.stringify(overGrpc), `${kind} of ${place}`).toBe(JSON.stringify(overRest));
        read += overGrpc.length;
        for (const { name } of overGrpc.slice(0, 3)) {
          const call = { service: VERTEX, path: `v1/${typeof name === 'string' ? name : ''}` };
          expect(JSON.stringify(await grpc.get(call))).toBe(JSON.stringify(await rest.get(call)));
        }
      }
    }
    expect(read).toBeGreaterThanOrEqual(least);
    expect(fake.calls.count({ transport: 'grpc', service: VERTEX })).toBe(
      fake.calls.count({ transport: 'rest', service: VERTEX }),
    );
  });

  it('offers the same locations', async () => {
    for (const { id, locations } of estate.projects) {
      expect(await grpc.listLocations({ project: id })).toStrictEqual([...locations].toSorted());
      expect(await rest.listLocations({ project: id })).toStrictEqual([...locations].toSorted());
    }
  });
});

it('has the same versions of a model', async () => {
  const fake = await startFakeGoogle({ estate: rare() });
  const transports = [transportTo(fake, 'grpc'), transportTo(fake, 'rest')];
  const call = {
    kind: 'gcp-ai-platform-model',
    parent: 'projects/ml-project-1/locations/us-central1/models/2',
  } as const;
  const pages = await Promise.all(transports.map((transport) => transport.listPage(call)));
  expect(pages.map(({ items }) => items.map(({ versionAliases }) => versionAliases))).toStrictEqual([
    [['v2@1'], ['v2@2']],
    [['v2@1'], ['v2@2']],
  ]);
  expect(fake.calls.count({ method: 'ListModelVersions' })).toBe(2);
  await Promise.all(transports.map((transport) => transport.close()));
  await fake.close();
});
