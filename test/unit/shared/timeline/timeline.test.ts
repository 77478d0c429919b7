import { describe, expect, it } from 'vitest';
import type { GraphNode } from '../../../../shared/graph/graph.ts';
import { INITIAL_VIEW } from '../../../../shared/graph/view.ts';
import { buildView } from '../../../../shared/graph/view/build-view.ts';
import type { JsonObject } from '../../../../shared/json.ts';
import type { ResourceDocument } from '../../../../shared/resource/document.ts';
import { parseResourceName } from '../../../../shared/resource/resource-name.ts';
import { runTimesOf } from '../../../../shared/timeline/run-times.ts';
import { DAY, scaleFor, tickParts, tickText } from '../../../../shared/timeline/scale.ts';
import { passesTime, stretchOf } from '../../../../shared/timeline/time-range.ts';
import { timelineOf } from '../../../../shared/timeline/timeline.ts';
import { makeGraph, nodeId, type NodeInShort } from '../../../tools/make-graph.ts';

const JOB = 'gcp-ai-platform-custom-job';

const parsed = parseResourceName('//aiplatform.googleapis.com/projects/p/locations/europe-west4/customJobs/1');

function document(data: JsonObject, form: ResourceDocument['form'] = 'full'): ResourceDocument {
  if (parsed === undefined) throw new Error('this is a name');
  return { kind: JOB, name: parsed.name, data, form, origin: { file: 'jobs.json' } };
}

function at(day: number, hour = 0): string {
  return `2026-03-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z`;
}

function ms(day: number, hour = 0): number {
  return Date.parse(at(day, hour));
}

const failed: NodeInShort = {
  id: 'failed',
  kind: JOB,
  lifecycle: 'JOB_STATE_FAILED',
  document: document({ createTime: at(2), startTime: at(2, 1), endTime: at(2, 3) }),
};
const long: NodeInShort = {
  id: 'long',
  kind: JOB,
  lifecycle: 'JOB_STATE_SUCCEEDED',
  document: document({ createTime: at(2), startTime: at(2, 2), endTime: at(4, 12) }),
};
const running: NodeInShort = {
  id: 'running',
  kind: JOB,
  lifecycle: 'JOB_STATE_RUNNING',
  document: document({ createTime: at(5), startTime: at(5, 6) }),
};
const queued: NodeInShort = {
  id: 'queued',
  kind: JOB,
  lifecycle: 'JOB_STATE_QUEUED',
  document: document({ createTime: at(5, 2) }),
};
const unsubmitted: NodeInShort = {
  id: 'unsubmitted',
  kind: JOB,
  unsubmitted: true,
  document: document({}, 'unsubmitted'),
};
const named: NodeInShort = { id: 'named', kind: JOB, state: 'referenced' };
const odd: NodeInShort = { id: 'odd', kind: JOB, document: document({ createTime: 'yesterday' }, 'summary') };
const bucket: NodeInShort = { id: 'bucket', kind: 'gcp-storage-bucket' };

const graph = makeGraph([failed, long, running, queued, unsubmitted, named, odd, bucket], []);
const nodes: readonly GraphNode[] = [...graph.nodes.values()];

describe('runTimesOf()', () => {
  it('reads the times of what runs, and nothing of what does not', () => {
    expect(nodes.slice(0, 1).map(runTimesOf)).toStrictEqual([{ created: ms(2), started: ms(2, 1), ended: ms(2, 3) }]);
    expect(nodes.map((node) => runTimesOf(node) === undefined)).toStrictEqual([...Array<boolean>(7).fill(false), true]);
  });
});

describe('stretchOf()', () => {
  const stretches = (by: 'created' | 'running') =>
    nodes.flatMap((node) => {
      const times = runTimesOf(node);
      return times === undefined ? [] : [stretchOf(node, times, by)];
    });

  it('is the moment of creation, or the reason why that is not known', () => {
    expect(stretches('created')).toStrictEqual([
      { from: ms(2), to: ms(2) },
      { from: ms(2), to: ms(2) },
      { from: ms(5), to: ms(5) },
      { from: ms(5, 2), to: ms(5, 2) },
      'unsubmitted',
      'not-collected',
      'no-time',
    ]);
  });

  it('is the time of running, which goes on where there is no end', () => {
    expect(stretches('running')).toStrictEqual([
      { from: ms(2, 1), to: ms(2, 3) },
      { from: ms(2, 2), to: ms(4, 12) },
      { from: ms(5, 6), to: Infinity },
      'never-started',
      'unsubmitted',
      'not-collected',
      'no-time',
    ]);
  });
});

describe('a range of time as a filter', () => {
  const passing = (range: Parameters<typeof passesTime>[1]): readonly string[] =>
    nodes.filter((node) => passesTime(node, range)).map(({ id }) => id);

  it('keeps what was created in it, its end not included, and what does not run', () => {
    expect(passing({ by: 'created', from: ms(2), to: ms(5) })).toStrictEqual(['failed', 'long', 'bucket']);
    expect(passing({ by: 'created', from: ms(5), to: ms(5, 2) })).toStrictEqual(['running', 'bucket']);
  });

  it('keeps what ran at any moment of it', () => {
    expect(passing({ by: 'running', from: ms(3), to: ms(3, 1) })).toStrictEqual(['long', 'bucket']);
    expect(passing({ by: 'running', from: ms(2, 3), to: ms(2, 4) })).toStrictEqual(['failed', 'long', 'bucket']);
    expect(passing({ by: 'running', from: ms(20), to: ms(21) })).toStrictEqual(['running', 'bucket']);
  });

  it('keeps what tells no time only where that is wanted', () => {
    expect(passing({ by: 'running', from: 0, to: 1, undated: 'kept' })).toStrictEqual([
      'queued',
      'unsubmitted',
      'named',
      'odd',
      'bucket',
    ]);
  });

  it('filters the view, says how many it leaves out, and does not keep out what was asked for', () => {
    const time = { by: 'created', from: ms(2), to: ms(3) } as const;
    const view = buildView(graph, { ...INITIAL_VIEW, time }, new Map());
    expect(view.nodes.map(({ id }) => id)).toStrictEqual(['failed', 'long', 'bucket']);
    expect(view.left).toStrictEqual([{ reason: 'filter', count: 5 }]);
    const added = buildView(graph, { ...INITIAL_VIEW, time, added: [nodeId('queued')] }, new Map());
    expect(added.nodes.map(({ id }) => id)).toContain('queued');
  });
});

describe('timelineOf()', () => {
  it('counts jobs by the time of their creation and by state, and says which have none and why', () => {
    const timeline = timelineOf(nodes, { by: 'created', parts: 8, range: { from: ms(5), to: ms(6) } });
    expect(timeline).toStrictEqual({
      jobs: 7,
      inRange: 2,
      undated: [
        { reason: 'unsubmitted', count: 1 },
        { reason: 'not-collected', count: 1 },
        { reason: 'no-time', count: 1 },
      ],
      open: 0,
      extent: { from: ms(2), to: ms(5, 2) },
      scale: { start: ms(2), step: DAY / 2, count: 7 },
      bars: [
        { tone: 'failed', jobs: 1, counts: [1, 0, 0, 0, 0, 0, 0] },
        { tone: 'succeeded', jobs: 1, counts: [1, 0, 0, 0, 0, 0, 0] },
        { tone: 'running', jobs: 1, counts: [0, 0, 0, 0, 0, 0, 1] },
        { tone: 'waiting', jobs: 1, counts: [0, 0, 0, 0, 0, 0, 1] },
      ],
    });
  });

  it('counts a job in every part in which it ran, and one without an end up to the end', () => {
    const { bars, open, scale } = timelineOf(nodes, { by: 'running', parts: 5, zoom: { from: ms(2), to: ms(7) } });
    expect([open, scale]).toStrictEqual([1, { start: ms(2), step: DAY, count: 5 }]);
    expect(bars).toStrictEqual([
      { tone: 'failed', jobs: 1, counts: [1, 0, 0, 0, 0] },
      { tone: 'succeeded', jobs: 1, counts: [1, 1, 1, 0, 0] },
      { tone: 'running', jobs: 1, counts: [0, 0, 0, 1, 1] },
    ]);
  });

  it('counts what was created in the last moment of all', () => {
    const two = nodes.filter(({ title }) => title === 'failed' || title === 'running');
    const { bars } = timelineOf(two, { by: 'created', parts: 8 });
    expect(bars.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0))).toStrictEqual([1, 1]);
  });

  it('has no scale where no job tells a time', () => {
    const notCollected = nodes.filter(({ state }) => state === 'referenced');
    expect(timelineOf(notCollected, { by: 'created', parts: 8 })).toStrictEqual({
      jobs: 1,
      inRange: 0,
      undated: [{ reason: 'not-collected', count: 1 }],
      open: 0,
      bars: [],
    });
  });
});

describe('the scale', () => {
  it('has whole parts, weeks from Mondays, and never more than are wanted', () => {
    expect(scaleFor(ms(2, 5), ms(2, 6), 12)).toStrictEqual({ start: ms(2, 5), step: 300_000, count: 12 });
    const weeks = scaleFor(ms(4), ms(25), 5);
    expect([new Date(weeks.start).toISOString(), weeks.step / DAY, weeks.count]).toStrictEqual([
      '2026-03-02T00:00:00.000Z',
      7,
      4,
    ]);
    expect(scaleFor(-1e15, 1e15, 10).count).toBe(10);
  });

  it('is labelled as finely as it is divided', () => {
    expect(tickParts({ start: 0, step: DAY, count: 10 }, 4)).toStrictEqual([0, 3, 6, 9]);
    expect([DAY / 24, DAY, 91 * DAY].map((step) => tickText({ step }, ms(2, 5)))).toStrictEqual([
      '03-02 05:00',
      '2026-03-02',
      '2026-03',
    ]);
  });
});
