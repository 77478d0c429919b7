import { describe, expect, it } from 'vitest';
import { leftTexts, narrowedText, offersTable, shownText } from '../../../../../renderer/state/view/view-summary.ts';
import type { NodeId } from '../../../../../shared/graph/graph.ts';
import { INITIAL_VIEW, type View } from '../../../../../shared/graph/view.ts';

const [first, second] = ['//x/1' as NodeId, '//x/2' as NodeId];

const view: View = {
  nodes: [
    {
      id: 'group:jobs',
      kind: 'gcp-ai-platform-custom-job',
      state: 'present',
      title: 'train-*',
      subtitle: '',
      members: [first, second],
      hiddenLinks: 0,
      attention: 0,
    },
  ],
  edges: [],
  shown: 2,
  total: 3214,
  left: [
    { reason: 'filter', count: 12 },
    { reason: 'limit', count: 3200 },
  ],
};

describe('view summary', () => {
  it('says how much of the inventory is shown', () => {
    expect(shownText(view)).toBe('2 of 3,214 shown');
  });

  it('says what is folded and why the rest is not shown', () => {
    expect(leftTexts(view)).toStrictEqual([
      '2 in 1 fold',
      '12 filtered out',
      '3,200 not drawn, to keep the graph readable',
    ]);
  });

  it('says nothing more when all is shown', () => {
    expect(leftTexts({ ...view, nodes: [], left: [] })).toStrictEqual([]);
  });

  it('says what the view is narrowed to', () => {
    expect([
      narrowedText({ ...INITIAL_VIEW, focus: { nodes: [first], depth: 2, direction: 'upstream' } }),
      narrowedText({ ...INITIAL_VIEW, only: [first, second] }),
      narrowedText(INITIAL_VIEW),
    ]).toStrictEqual(['Focus: 2 links upstream of 1 resource', 'Only 2 chosen resources', undefined]);
  });

  it('offers the table where the filters let more through than the graph can show well', () => {
    const large: View = { ...view, shown: 2000, left: [{ reason: 'limit', count: 3001 }] };
    expect([
      offersTable(large, INITIAL_VIEW),
      offersTable(large, { ...INITIAL_VIEW, display: 'table' }),
      offersTable({ ...large, shown: 1999 }, INITIAL_VIEW),
      offersTable({ ...large, left: [{ reason: 'filter', count: 9000 }] }, INITIAL_VIEW),
      offersTable(undefined, INITIAL_VIEW),
    ]).toStrictEqual([true, false, false, false, false]);
  });
});
