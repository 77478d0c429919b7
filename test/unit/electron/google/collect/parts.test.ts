import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillCall, resolutionOf } from '../../../../../electron/google/collect/api-paths.ts';
import { createChannel } from '../../../../../electron/google/collect/channel.ts';
import { divideWindow, splitWindow, windowFilter } from '../../../../../electron/google/collect/time-windows.ts';
import type { TimeWindow } from '../../../../../electron/google/collect/time-windows.ts';
import { createWorkQueue } from '../../../../../electron/google/collect/work-queue.ts';
import { kindById } from '../../../../../shared/kinds/index.ts';
import { parseResourceName } from '../../../../../shared/resource/resource-name.ts';
import type { ParsedName } from '../../../../../shared/resource/resource-name.ts';

const TIME = fc.integer({ min: 0, max: 2_000_000_000_000 });

function holds({ from = -Infinity, to = Infinity }: TimeWindow, time: number): boolean {
  return time >= from && time < to;
}

describe('windows of time', () => {
  it('hold every time of the window they split, in exactly one of them', () => {
    fc.assert(
      fc.property(
        fc.record({ from: fc.option(TIME, { nil: undefined }), to: fc.option(TIME, { nil: undefined }) }),
        fc.array(TIME, { minLength: 1, maxLength: 100 }),
        fc.array(fc.integer({ min: -3_000_000_000_000, max: 4_000_000_000_000 }), { maxLength: 50 }),
        (ends, sample, probes) => {
          const from = ends.from === undefined ? {} : { from: ends.from };
          const to = ends.to === undefined || (ends.from ?? -1) >= ends.to ? {} : { to: ends.to };
          const window: TimeWindow = { ...from, ...to };
          const times = sample.filter((time) => holds(window, time));
          const windows = splitWindow(window, times) ?? [window];
          const wanted = probes.filter((time) => holds(window, time));
          expect(wanted.map((time) => windows.filter((each) => holds(each, time)).length)).toStrictEqual(
            wanted.map(() => 1),
          );
        },
      ),
    );
  });

  it('are divided evenly, and never into empty ones', () => {
    expect(divideWindow({ from: 0, to: 10 }, 4)).toStrictEqual([
      { from: 0, to: 2 },
      { from: 2, to: 5 },
      { from: 5, to: 7 },
      { from: 7, to: 10 },
    ]);
    expect(divideWindow({ from: 5, to: 6 }, 4)).toStrictEqual([{ from: 5, to: 6 }]);
  });

  it('become filters of the API', () => {
    expect(windowFilter('create_time', { from: 0, to: 1500 })).toBe(
      'create_time>="1970-01-01T00:00:00.000Z" AND create_time<"1970-01-01T00:00:01.500Z"',
    );
    expect(windowFilter('create_time', {})).toBe('');
  });
});

describe('paths of calls', () => {
  it.each([
    ['//storage.googleapis.com/tidal-data', 'storage/v1/b/tidal-data'],
    [
      '//iam.googleapis.com/projects/p/serviceAccounts/a@p.iam.gserviceaccount.com',
      'v1/projects/-/serviceAccounts/a@p.iam.gserviceaccount.com',
    ],
    [
      '//compute.googleapis.com/projects/example.com:p/global/networks/n',
      'compute/v1/projects/example.com:p/global/networks/n',
    ],
    [
      '//artifactregistry.googleapis.com/projects/p/locations/us/repositories/r/dockerImages/a%2Fb@sha256:' +
        'ab'.repeat(32),
      'v1/projects/p/locations/us/repositories/r/dockerImages/a%2Fb@sha256:' + 'ab'.repeat(32),
    ],
  ])('are those of the API: %s', (text, path) => {
    const name = nameOf(text);
    const { api } = kindById(name.kind);
    expect('get' in api ? fillCall(api.get, name).path : undefined).toBe(path);
  });

  it('resolve a tag of a nested image', () => {
    const name = nameOf(
      '//artifactregistry.googleapis.com/projects/p/locations/us/repositories/r/dockerImages/team%2Ftrainer:v1',
    );
    const { api } = kindById(name.kind);
    const resolution = resolutionOf('resolve' in api ? api.resolve : undefined, name);
    expect(resolution?.path).toBe('v1/projects/p/locations/us/repositories/r/packages/team%2Ftrainer/tags/v1');
    const digest = `sha256:${'cd'.repeat(32)}`;
    expect(resolution?.idOf({ version: `projects/p/packages/x/versions/${digest}` })).toBe(`team/trainer@${digest}`);
    expect(resolution?.idOf({ version: 'nothing' })).toBeUndefined();
  });

  it('fill queries with fields of the document', () => {
    const name = nameOf('//compute.googleapis.com/projects/p/global/networks/n');
    const { api } = kindById(name.kind);
    const [part] = 'parts' in api ? (api.parts ?? []) : [];
    expect(part === undefined ? undefined : fillCall(part, name, { selfLink: 'https://x/n' }).query).toStrictEqual({
      filter: 'network="https://x/n"',
    });
  });
});

describe('the channel', () => {
  it('holds producers back while the consumer does not take', async () => {
    const channel = createChannel<number>(2);
    const events: string[] = [];
    const producing = (async () => {
      for (let item = 1; item <= 4; item += 1) {
        await channel.push(item);
        events.push(`pushed ${item}`);
      }
      channel.close();
    })();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(events).toStrictEqual(['pushed 1']);
    const taken: number[] = [];
    for await (const item of channel) {
      taken.push(item);
    }
    await producing;
    expect(taken).toStrictEqual([1, 2, 3, 4]);
  });

  it('lets producers go when nobody takes any more, and passes a failure on', async () => {
    const channel = createChannel<number>(1);
    const pushing = channel.push(1);
    channel.abandon();
    await pushing;
    const failing = createChannel<number>(5);
    await failing.push(1);
    failing.fail(new Error('broken'));
    const taken: number[] = [];
    const taking = (async () => {
      for await (const item of failing) {
        taken.push(item);
      }
    })();
    await expect(taking).rejects.toThrow('broken');
    expect(taken).toStrictEqual([1]);
  });
});

describe('the work queue', () => {
  it('runs a bounded number of tasks of each lane at once, and those that tasks add', async () => {
    const queue = createWorkQueue(2);
    let running = 0;
    let most = 0;
    const done: number[] = [];
    function task(id: number): () => Promise<void> {
      return async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 1));
        running -= 1;
        done.push(id);
        if (id < 3) {
          queue.add('lane', task(id + 10));
        }
      };
    }
    for (let id = 0; id < 6; id += 1) {
      queue.add('lane', task(id));
    }
    await queue.idle();
    expect([most, done.toSorted((left, right) => left - right)]).toStrictEqual([2, [0, 1, 2, 3, 4, 5, 10, 11, 12]]);
  });

  it('ends all the same when a task throws, and tells the first error', async () => {
    const queue = createWorkQueue(1);
    const done: string[] = [];
    queue.add('lane', async () => await Promise.reject(new Error('first')));
    queue.add('lane', async () => {
      done.push('second');
      await Promise.resolve();
    });
    await expect(queue.idle()).rejects.toThrow('first');
    expect(done).toStrictEqual(['second']);
  });
});

function nameOf(text: string): ParsedName {
  const name = parseResourceName(text);
  if (name === undefined) {
    throw new Error(`${text} is no name`);
  }
  return name;
}
