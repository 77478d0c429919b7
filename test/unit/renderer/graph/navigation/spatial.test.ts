import { describe, expect, it } from 'vitest';
import { nearestInDirection, nearestTo, readingOrder } from '../../../../../renderer/graph/navigation/spatial.ts';
import type { Direction, PlacedNode } from '../../../../../renderer/graph/navigation/spatial.ts';

function node(id: string, x: number, y: number): PlacedNode {
  return { id, position: { x, y } };
}

// Two columns of jobs and one of buckets, as the column layout places them.
const JOB_1 = node('job-1', 0, 0);
const JOB_2 = node('job-2', 0, 54);
const JOB_3 = node('job-3', 0, 108);
const JOB_4 = node('job-4', 264, 0);
const BUCKET_1 = node('bucket-1', 616, 27);
const BUCKET_2 = node('bucket-2', 616, 81);
const ALL = [BUCKET_2, JOB_3, JOB_1, JOB_4, BUCKET_1, JOB_2];

function from(start: PlacedNode, direction: Direction): string | undefined {
  return nearestInDirection(ALL, start, direction);
}

describe('nearestInDirection', () => {
  it('goes along a column', () => {
    expect([from(JOB_1, 'down'), from(JOB_2, 'down'), from(JOB_3, 'up')]).toStrictEqual(['job-2', 'job-3', 'job-2']);
  });

  it('goes to the next column, at about the same height', () => {
    expect([from(JOB_1, 'right'), from(JOB_4, 'right'), from(BUCKET_2, 'left')]).toStrictEqual([
      'job-4',
      'bucket-1',
      'job-4',
    ]);
  });

  it('stays at the border', () => {
    expect([from(JOB_1, 'left'), from(JOB_1, 'up'), from(BUCKET_1, 'right'), from(JOB_3, 'down')]).toStrictEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('reaches every node from every other by arrow keys alone', () => {
    const directions: readonly Direction[] = ['left', 'right', 'up', 'down'];
    const reached = new Set([JOB_1.id]);
    for (const id of reached) {
      const start = ALL.find((candidate) => candidate.id === id) ?? JOB_1;
      for (const direction of directions) reached.add(nearestInDirection(ALL, start, direction) ?? id);
    }
    expect([...reached].toSorted()).toStrictEqual(ALL.map(({ id }) => id).toSorted());
  });
});

describe('nearestTo', () => {
  it('finds the node nearest to a place, and none among none', () => {
    expect(nearestTo(ALL, { x: 600, y: 100 })).toBe('bucket-2');
    expect(nearestTo([], { x: 0, y: 0 })).toBeUndefined();
  });
});

describe('readingOrder', () => {
  it('goes column by column from the top, whatever the order of the view', () => {
    const order = ['job-1', 'job-2', 'job-3', 'job-4', 'bucket-1', 'bucket-2'];
    expect(readingOrder(ALL).map(({ id }) => id)).toStrictEqual(order);
    expect(readingOrder(ALL.toReversed()).map(({ id }) => id)).toStrictEqual(order);
  });
});
