import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createInventoryService } from '../../../../../renderer/inventory/worker/inventory-service.ts';
import type { OpenProgress } from '../../../../../renderer/inventory/worker/protocol/protocol.ts';
import { Superseded } from '../../../../../renderer/inventory/worker/superseded.ts';
import { INITIAL_VIEW } from '../../../../../shared/graph/view.ts';
import { asAssetLine, generateInventory } from '../../../../tools/generate-inventory.ts';
import { nodeId } from '../../../../tools/make-graph.ts';
import { SenderDouble } from './sender-double.ts';
import { EMPTY_REVIEW } from '../../../../../shared/review/review-record.ts';
import { FULL_REVIEW } from '../../../shared/review/review-of.ts';

/** Each look at the clock takes `step` milliseconds. */
function setUp(step = 0) {
  const progress: OpenProgress[] = [];
  let time = 0;
  const service = createInventoryService({
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    clock: () => (time += step),
    now: () => '2025-11-23T10:00:00Z',
    report: (event) => progress.push(event),
    tellUpdate: () => undefined,
    maskingKey: new Uint8Array(32),
  });
  return { service, progress };
}

const LISTING = JSON.stringify([
  {
    name: 'projects/418820347715/locations/europe-west4/customJobs/1234567890123456789',
    displayName: 'train-fraud-1',
    state: 'JOB_STATE_FAILED',
    createTime: '2025-11-03T08:15:42.123456Z',
    jobSpec: {
      workerPoolSpecs: [
        {
          machineSpec: { machineType: 'n1-standard-8' },
          replicaCount: '2',
          containerSpec: {
            imageUri: 'europe-west4-docker.pkg.dev/northwind-ml-prod/training/trainer:2025-11',
            args: ['--input=gs://northwind-raw/fraud/'],
            env: [{ name: 'API_TOKEN', value: 'correct-horse-battery' }],
          },
        },
      ],
      serviceAccount: 'trainer@northwind-ml-prod.iam.gserviceaccount.com',
      baseOutputDirectory: { outputUriPrefix: 'gs://northwind-models/fraud' },
    },
  },
]);

const JOB = nodeId(
  '//aiplatform.googleapis.com/projects/418820347715/locations/europe-west4/customJobs/1234567890123456789',
);

async function openListing() {
  const { service, progress } = setUp();
  const port = new SenderDouble();
  const opened = service.open(port);
  port.send({ type: 'start', files: 1, totalBytes: LISTING.length });
  port.sendFile('jobs.json', LISTING);
  port.send({ type: 'end' });
  return { service, progress, port, summary: await opened };
}

describe('opening an inventory', () => {
  it('reads what comes over the port, confirms every byte and sums up', async () => {
    const { port, summary } = await openListing();
    expect(summary).toStrictEqual({ files: ['jobs.json'], jobs: 1, resources: 5, links: 4, problems: 0, unclaimed: 0 });
    expect(port.replies).toStrictEqual([{ type: 'consumed', bytes: LISTING.length }]);
    expect(port.closed).toBe(true);
  });

  it('tells how far it is: reading, linking, indexing', async () => {
    const { progress } = await openListing();
    expect(progress).toStrictEqual([
      { phase: 'reading', file: '', bytesRead: 0, bytesTotal: LISTING.length, documents: 0 },
      { phase: 'linking', file: '', bytesRead: 0, bytesTotal: 0, documents: 1 },
      { phase: 'indexing', file: '', bytesRead: 0, bytesTotal: 0, documents: 1 },
    ]);
  });

  it('keeps and derives what was read when it is cancelled, and tells the sender to stop', async () => {
    const { service } = setUp();
    const port = new SenderDouble();
    const opened = service.open(port);
    port.send({ type: 'start', files: 2, totalBytes: 0 });
    port.sendFile('jobs.json', LISTING);
    await new Promise((resolve) => setTimeout(resolve, 50));
    service.cancelOpen();
    expect((await opened).jobs).toBe(1);
    expect(port.replies.at(-1)).toStrictEqual({ type: 'cancel' });
    expect(port.closed).toBe(true);
  });

  it('notes files that could not be opened and reads the others', async () => {
    const { service } = setUp();
    const port = new SenderDouble();
    const opened = service.open(port);
    const problem = {
      code: 'file-unreadable',
      severity: 'error',
      file: 'gone.json',
      reason: 'There is no such file.',
    } as const;
    port.send({ type: 'start', files: 2, totalBytes: 0 }, { type: 'file-problem', problem });
    port.sendFile('jobs.json', LISTING);
    port.send({ type: 'end' });
    expect(await opened).toStrictEqual({
      files: ['jobs.json'],
      jobs: 1,
      resources: 5,
      links: 4,
      problems: 1,
      unclaimed: 0,
    });
    const { problems } = await service.coverage();
    expect(problems).toStrictEqual([problem]);
  });

  it('gives up an inventory that is still being read when another is opened', async () => {
    const { service } = setUp();
    const first = service.open(new SenderDouble());
    const port = new SenderDouble();
    const second = service.open(port);
    port.sendFile('jobs.json', LISTING);
    port.send({ type: 'end' });
    await expect(first).rejects.toStrictEqual(new Superseded());
    expect((await second).jobs).toBe(1);
  });

  it('refuses questions before there is an inventory', async () => {
    const { service } = setUp();
    await expect(async () => service.facets()).rejects.toThrow('No inventory is open.');
  });
});

describe('an opened inventory', () => {
  it('gives every node of a view a position', async () => {
    const { service } = await openListing();
    const { view, positions } = await service.view(INITIAL_VIEW, {});
    expect(Object.keys(positions).toSorted()).toStrictEqual(view.nodes.map(({ id }) => id).toSorted());
  });

  it('answers the last of several views that were asked for at once, and the others as superseded', async () => {
    const { service } = await openListing();
    const first = service.view(INITIAL_VIEW, {});
    const second = service.view({ ...INITIAL_VIEW, layout: 'organic' }, {});
    await expect(first).rejects.toStrictEqual(new Superseded());
    expect((await second).view.shown).toBe(5);
  });

  it('stops an organic layout when a newer view is asked for', async () => {
    const { service } = setUp(10);
    const port = new SenderDouble();
    const opened = service.open(port);
    port.sendFile('assets.ndjson', [...generateInventory({ jobs: 150 })].map(asAssetLine).join(''));
    port.send({ type: 'end' });
    await opened;
    const organic = service.view({ ...INITIAL_VIEW, layout: 'organic' }, {});
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    const columns = service.view(INITIAL_VIEW, {});
    await expect(organic).rejects.toStrictEqual(new Superseded());
    expect((await columns).view.shown).toBe((await columns).view.total);
  });

  it('counts the values of its facets', async () => {
    const { service } = await openListing();
    expect(await service.facets()).toStrictEqual({
      kinds: [
        { value: 'gcp-ai-platform-custom-job', title: 'Custom jobs', total: 1 },
        { value: 'gcp-artifact-registry-docker-image', title: 'Docker images', total: 1 },
        { value: 'gcp-iam-service-account', title: 'Service accounts', total: 1 },
        { value: 'gcp-storage-bucket', title: 'Buckets', total: 2 },
      ],
      states: [
        { value: 'present', title: 'Collected', total: 1 },
        { value: 'referenced', title: 'Not collected', total: 4 },
      ],
      projects: [
        { value: '418820347715', title: '418820347715', total: 1 },
        { value: 'northwind-ml-prod', title: 'northwind-ml-prod', total: 2 },
        { value: '', title: 'No project', total: 2 },
      ],
      locations: [
        { value: 'europe-west4', title: 'europe-west4', total: 2 },
        { value: '', title: 'No location', total: 3 },
      ],
      conditions: [
        { value: 'failed', title: 'Failed', total: 1 },
        { value: 'none', title: 'No state to tell', total: 4 },
      ],
      marks: [{ value: 'quiet', title: 'Nothing to look at', total: 5 }],
      relations: [
        { value: 'RUNS_AS', title: 'runs as', total: 1 },
        { value: 'PULLS_IMAGE', title: 'pulls image', total: 1 },
        { value: 'WRITES_TO', title: 'writes to', total: 1 },
        { value: 'REFERENCES_DATA', title: 'mentions', total: 1 },
        { value: 'PULLS_AS', title: 'pulls images as', total: 1 },
      ],
      confidences: [
        { value: 'exact', title: 'Exact: a field names it', total: 3 },
        { value: 'heuristic', title: 'Heuristic: found in text', total: 1 },
      ],
      flows: [
        { value: 'data', title: 'Data flows', total: 3 },
        { value: 'none', title: 'No data: identity, key, host', total: 1 },
      ],
    });
  });

  it('gives up a view that is not wanted any more', async () => {
    const { service } = await openListing();
    const view = service.view({ ...INITIAL_VIEW, layout: 'organic' }, {});
    await service.cancelView();
    await expect(view).rejects.toStrictEqual(new Superseded());
  });

  it('counts what a view shows of them, in folds and by itself', async () => {
    const { service } = await openListing();
    const counts = await service.shownCounts({
      ...INITIAL_VIEW,
      exclude: { ...INITIAL_VIEW.exclude, kinds: ['gcp-iam-service-account'], confidences: ['heuristic'] },
    });
    expect(counts).toMatchObject({
      kinds: { 'gcp-ai-platform-custom-job': 1, 'gcp-storage-bucket': 2 },
      conditions: { failed: 1, none: 3 },
      relations: { PULLS_IMAGE: 1, WRITES_TO: 1 },
      confidences: { exact: 2 },
      flows: { data: 2 },
    });
  });

  it('masks secrets in details until they are revealed', async () => {
    const { service } = await openListing();
    const details = await service.details(JOB);
    expect(details?.raw?.includes('correct-horse-battery')).toBe(false);
    expect(details?.masked).toStrictEqual(['jobSpec.workerPoolSpecs[0].containerSpec.env[0].value']);
    expect((await service.reveal(JOB))?.includes('correct-horse-battery')).toBe(true);
  });

  it('offers relations to expand, and the neighbours by one of them', async () => {
    const { service } = await openListing();
    const hidden = {
      ...INITIAL_VIEW,
      exclude: { ...INITIAL_VIEW.exclude, kinds: ['gcp-iam-service-account' as const] },
    };
    expect(await service.relations(JOB, hidden)).toStrictEqual([
      { relation: 'RUNS_AS', direction: 'outgoing', count: 1, notShown: 1 },
      { relation: 'PULLS_IMAGE', direction: 'outgoing', count: 1, notShown: 0 },
      { relation: 'WRITES_TO', direction: 'outgoing', count: 1, notShown: 0 },
      { relation: 'REFERENCES_DATA', direction: 'outgoing', count: 1, notShown: 0 },
      { relation: 'PULLS_AS', direction: 'outgoing', count: 1, notShown: 1 },
    ]);
    const withoutBuckets = {
      ...INITIAL_VIEW,
      exclude: { ...INITIAL_VIEW.exclude, kinds: ['gcp-storage-bucket' as const] },
    };
    const question = { id: JOB, relation: 'WRITES_TO', direction: 'outgoing', limit: 10 } as const;
    const { shown: all, ...nothing } = await service.expand(question, INITIAL_VIEW, {});
    const { shown, ...bucket } = await service.expand(question, withoutBuckets, all.positions);
    const models = nodeId('//storage.googleapis.com/northwind-models');
    expect([nothing, bucket]).toStrictEqual([
      { ids: [], rest: 0 },
      { ids: [models], rest: 0 },
    ]);
    expect(all).toStrictEqual(await service.view(INITIAL_VIEW, {}));
    expect(shown).toStrictEqual(await service.view({ ...withoutBuckets, added: [models] }, all.positions));
  });

  it('lists nodes and leaves out ids it does not know', async () => {
    const { service } = await openListing();
    expect(
      await service.nodes([nodeId('//storage.googleapis.com/gone'), nodeId('//storage.googleapis.com/northwind-raw')]),
    ).toStrictEqual([
      {
        id: '//storage.googleapis.com/northwind-raw',
        kind: 'gcp-storage-bucket',
        state: 'referenced',
        title: 'northwind-raw',
      },
    ]);
  });

  it('tells which ids name nothing', async () => {
    const { service } = await openListing();
    const gone = nodeId('//storage.googleapis.com/gone');
    expect(await service.missing([nodeId('//storage.googleapis.com/northwind-raw'), gone])).toStrictEqual([gone]);
  });

  it('writes a snapshot that opens as the same inventory', async () => {
    const { service, summary } = await openListing();
    const bytes = await service.snapshot({ includeSecrets: false, toolVersion: '0.1.0', review: FULL_REVIEW });
    const text = new TextDecoder().decode(bytes);
    expect(text.includes('correct-horse-battery')).toBe(false);
    const other = setUp().service;
    const port = new SenderDouble();
    const opened = other.open(port);
    port.sendFile('estate.lineage.json', text);
    port.send({ type: 'end' });
    expect(await opened).toStrictEqual({
      ...summary,
      files: ['estate.lineage.json'],
      createdTime: '2025-11-23T10:00:00Z',
    });
    expect((await service.review()).record).toStrictEqual(EMPTY_REVIEW);
    expect((await other.review()).record).toStrictEqual(FULL_REVIEW);
  });

  it('opens the sample estate', async () => {
    const { service } = setUp();
    const port = new SenderDouble();
    const opened = service.open(port);
    const folder = new URL('../../../../../electron/files/sample/', import.meta.url);
    for (const name of await readdir(folder)) port.sendFile(name, await readFile(new URL(name, folder), 'utf8'));
    port.send({ type: 'end' });
    const { files, jobs, problems } = await opened;
    expect({ files: files.length, jobs, problems }).toStrictEqual({ files: 11, jobs: 37, problems: 0 });
    const { view } = await service.view(INITIAL_VIEW, {});
    expect(view.left).toStrictEqual([]);
  });
});
