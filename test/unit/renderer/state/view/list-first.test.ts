import { describe, expect, it } from 'vitest';
import { listedFirstText, listsFirst } from '../../../../../renderer/state/view/list-first.ts';
import type { View, ViewNode } from '../../../../../shared/graph/view.ts';

const card: ViewNode = {
  id: 'group:a',
  kind: 'gcp-ai-platform-custom-job',
  state: 'present',
  title: 'train',
  subtitle: '',
  hiddenLinks: 0,
  attention: 0,
};

function view(shown: number, left: View['left'] = []): View {
  return { nodes: Array.from({ length: 100 }, () => card), edges: [], shown, total: shown, left };
}

describe('the table before the graph', () => {
  it('comes where the graph would have to show too much, drawn or not', () => {
    expect(listsFirst(view(20_000))).toBe(false);
    expect(listsFirst(view(20_001))).toBe(true);
    expect(listsFirst(view(15_000, [{ reason: 'limit', count: 6000 }]))).toBe(true);
    expect(listsFirst(view(15_000, [{ reason: 'filter', count: 60_000 }]))).toBe(false);
  });

  it('says why', () => {
    expect(listedFirstText(view(25_000))).toContain('as 100 cards, each for 250 on the average, so');
    expect(listedFirstText(view(25_000, [{ reason: 'limit', count: 1000 }]))).toContain(', and leaves out 1,000, so');
  });
});
