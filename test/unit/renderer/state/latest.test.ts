import { describe, expect, it } from 'vitest';
import { createLatest } from '../../../../renderer/state/latest.ts';

interface Waiting {
  readonly input: string;
  readonly resolve: (output: string) => void;
  readonly reject: (error: Error) => void;
}

function setUp(): { ask: (input: string) => void; waiting: Waiting[]; delivered: unknown[] } {
  const waiting: Waiting[] = [];
  const delivered: unknown[] = [];
  const ask = createLatest(
    (input: string) =>
      new Promise<string>((resolve, reject) => {
        waiting.push({ input, resolve, reject });
      }),
    (input, output) => delivered.push([input, output]),
    (input, error) => delivered.push([input, error]),
  );
  return { ask, waiting, delivered };
}

async function settle(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
}

describe('latest', () => {
  it('delivers the answer to a single input', async () => {
    const { ask, waiting, delivered } = setUp();
    ask('a');
    waiting[0]?.resolve('A');
    await settle();
    expect(delivered).toStrictEqual([['a', 'A']]);
  });

  it('drops answers to older inputs and skips inputs that were replaced', async () => {
    const { ask, waiting, delivered } = setUp();
    ask('a');
    ask('ab');
    ask('abc');
    waiting[0]?.resolve('A');
    await settle();
    expect(waiting.map(({ input }) => input)).toStrictEqual(['a', 'abc']);
    waiting[1]?.resolve('ABC');
    await settle();
    expect(delivered).toStrictEqual([['abc', 'ABC']]);
  });

  it('reports the failure of the newest input and goes on', async () => {
    const { ask, waiting, delivered } = setUp();
    const failure = new Error('no answer');
    ask('a');
    waiting[0]?.reject(failure);
    await settle();
    ask('b');
    waiting[1]?.resolve('B');
    await settle();
    expect(delivered).toStrictEqual([
      ['a', failure],
      ['b', 'B'],
    ]);
  });
});
