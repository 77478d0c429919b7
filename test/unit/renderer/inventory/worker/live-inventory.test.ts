import { describe, expect, it, vi } from 'vitest';
import { createInventoryService } from '../../../../../renderer/inventory/worker/inventory-service.ts';
import type { InventoryUpdate } from '../../../../../renderer/inventory/worker/protocol/protocol.ts';
import { INITIAL_VIEW } from '../../../../../shared/graph/view.ts';
import { nodeId } from '../../../../tools/make-graph.ts';
import { SenderDouble } from './sender-double.ts';

/** Longer than the least time between two derivations. */
const PATIENCE = { timeout: 5000 };

function jobName(id: number): string {
  return `//aiplatform.googleapis.com/projects/northwind/locations/europe-west4/customJobs/${String(id)}`;
}

/** A line of a collection: a custom job that runs as an account. */
function jobLine(id: number, state = 'JOB_STATE_RUNNING'): string {
  const name = jobName(id).replace('//aiplatform.googleapis.com/', '');
  const data = {
    name,
    displayName: `train-${String(id)}`,
    state,
    jobSpec: { serviceAccount: 'trainer@northwind.iam.gserviceaccount.com' },
  };
  return `${JSON.stringify(data)}\n`;
}

const START = {
  type: 'collection',
  format: 'vertex-lineage-collection',
  formatVersion: 1,
  createdTime: '2025-11-23T10:00:00Z',
  toolVersion: '0.1.0',
  request: { projects: ['northwind'], depth: 1, assets: 'off', transport: 'rest' },
};

function jobRecord(id: number, state?: string): object {
  const kind = 'gcp-ai-platform-custom-job';
  const document = {
    kind,
    name: jobName(id),
    data: JSON.parse(jobLine(id, state)),
    form: 'full',
    origin: { file: 'live' },
  };
  return { type: 'document', document };
}

function records(...all: readonly object[]): string {
  return all.map((record) => `${JSON.stringify(record)}\n`).join('');
}

function setUp() {
  const updates: InventoryUpdate[] = [];
  const service = createInventoryService({
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    clock: () => performance.now(),
    now: () => '2025-11-23T10:00:00Z',
    report: () => undefined,
    tellUpdate: (update) => updates.push(update),
    maskingKey: new Uint8Array(32),
  });
  return { service, updates };
}

/** Opens a collection of which one job came so far. */
async function beginCollection() {
  const { service, updates } = setUp();
  const port = new SenderDouble();
  const opened = service.open(port);
  port.send({ type: 'start', files: 1, totalBytes: 0, live: true }, { type: 'file', name: 'live' });
  port.sendText(jobLine(1) + jobLine(2));
  return { service, updates, port, summary: await opened };
}

describe('a live inventory', () => {
  it('opens with what came first, and tells what came later', async () => {
    const { updates, port, summary } = await beginCollection();
    expect(summary).toStrictEqual({ files: ['live'], jobs: 2, resources: 3, links: 2, problems: 0, unclaimed: 0 });
    port.sendText(jobLine(3));
    await vi.waitFor(() => expect(updates.at(-1)?.summary.jobs).toBe(3), PATIENCE);
    port.send({ type: 'file-end' }, { type: 'end' });
    await vi.waitFor(() =>
      expect(updates.at(-1)).toStrictEqual({
        summary: { files: ['live'], jobs: 3, resources: 4, links: 3, problems: 0, unclaimed: 0 },
        stream: 'complete',
      }),
    );
  });

  it('asks the collection to stop when it is cancelled, and reads on to its account of what was left out', async () => {
    const { service, updates, port } = await beginCollection();
    service.cancelOpen();
    await vi.waitFor(() => expect(port.replies.at(-1)).toStrictEqual({ type: 'cancel' }));
    port.sendText(jobLine(3));
    port.send({ type: 'file-end' }, { type: 'end' });
    await vi.waitFor(() => expect(updates.at(-1)?.stream).toBe('cancelled'));
    expect(updates.at(-1)?.summary.jobs).toBe(3);
  });

  it('keeps what came when the collecting process dies', async () => {
    const { updates, port } = await beginCollection();
    port.die();
    await vi.waitFor(() => expect(updates.at(-1)?.stream).toBe('broken'));
    expect(updates.at(-1)?.summary.jobs).toBe(2);
  });

  it('tells what a later reading added and changed', async () => {
    const { service, updates, port } = await beginCollection();
    port.send({ type: 'file-end' }, { type: 'end' });
    await vi.waitFor(() => expect(updates.at(-1)?.stream).toBe('complete'));
    const again = new SenderDouble();
    const updated = service.update(again, true);
    again.send({ type: 'start', files: 1, totalBytes: 0, live: true });
    again.sendFile('live', jobLine(1) + jobLine(3));
    again.send({ type: 'end' });
    expect((await updated).jobs).toBe(3);
    expect(await service.changes()).toStrictEqual({ added: [nodeId(jobName(3))], changed: [], removed: [] });
    const { news } = await service.view(INITIAL_VIEW, {});
    expect(news).toStrictEqual({ [jobName(3)]: 'added' });
    await service.forgetChanges();
    expect((await service.view(INITIAL_VIEW, {})).news).toBe(undefined);
  });

  it('replaces what is read again, takes out what is gone, and tells a problem once', async () => {
    const { service, updates } = setUp();
    const port = new SenderDouble();
    const opened = service.open(port);
    const problem = { code: 'incomplete-list', severity: 'note', file: 'live', reason: 'Only a part.' };
    port.send({ type: 'start', files: 1, totalBytes: 0, live: true }, { type: 'file', name: 'live' });
    port.sendText(records(START, jobRecord(1), jobRecord(2), { type: 'problem', problem }));
    port.send({ type: 'file-end' }, { type: 'end' });
    await opened;
    await vi.waitFor(() => expect(updates.at(-1)?.stream).toBe('complete'));
    const again = new SenderDouble();
    const updated = service.update(again, true);
    again.send({ type: 'start', files: 1, totalBytes: 0, live: true });
    again.sendFile(
      'live',
      records(
        START,
        jobRecord(1, 'JOB_STATE_FAILED'),
        { type: 'problem', problem },
        { type: 'removed', name: jobName(2) },
      ),
    );
    again.send({ type: 'end' });
    expect(await updated).toMatchObject({ jobs: 1, problems: 1 });
    const { added, changed, removed } = await service.changes();
    expect({ added, changed, removed: removed.map(({ id }) => id) }).toStrictEqual({
      added: [],
      changed: [nodeId(jobName(1))],
      removed: [nodeId(jobName(2))],
    });
  });
});
