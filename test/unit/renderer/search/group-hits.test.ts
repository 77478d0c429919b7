import { describe, expect, it } from 'vitest';
import { announceHits, groupHits, moveOption } from '../../../../renderer/search/group-hits.ts';
import type { NodeId } from '../../../../shared/graph/graph.ts';
import type { KindId } from '../../../../shared/kinds/index.ts';
import type { SearchHit } from '../../../../shared/search/hit.ts';

function hit(kind: KindId, title: string): SearchHit {
  return {
    id: `//example/${title}` as NodeId,
    kind,
    state: 'present',
    title,
    subtitle: '',
    quality: 'prefix',
    field: 'title',
    text: title,
    ranges: [[0, 1]],
  };
}

describe('group hits', () => {
  it('puts the kind of the best hit first and keeps the ranking within a kind', () => {
    const [bucketA, jobA, bucketB] = [
      hit('gcp-storage-bucket', 'a'),
      hit('gcp-ai-platform-custom-job', 'b'),
      hit('gcp-storage-bucket', 'c'),
    ];
    expect(groupHits([bucketA, jobA, bucketB])).toStrictEqual([
      { kind: 'gcp-storage-bucket', title: 'Buckets', hits: [bucketA, bucketB] },
      { kind: 'gcp-ai-platform-custom-job', title: 'Custom jobs', hits: [jobA] },
    ]);
  });

  it('announces the count first', () => {
    expect([announceHits(0, 0), announceHits(1, 1), announceHits(60, 1234)]).toStrictEqual([
      'No resources found',
      '1 resource found',
      '1,234 resources found, the best 60 are listed',
    ]);
  });

  it('moves round the list by arrow keys and in tens by page keys', () => {
    expect([
      moveOption(0, 3, 'ArrowDown'),
      moveOption(2, 3, 'ArrowDown'),
      moveOption(0, 3, 'ArrowUp'),
      moveOption(5, 100, 'PageDown'),
      moveOption(5, 100, 'PageUp'),
    ]).toStrictEqual([1, 0, 2, 15, 0]);
  });

  it('leaves other keys, and an empty list, to the text field', () => {
    expect([moveOption(0, 3, 'Home'), moveOption(0, 0, 'ArrowDown')]).toStrictEqual([undefined, undefined]);
  });
});
