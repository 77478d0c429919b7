import { describe, expect, it } from 'vitest';
import { hiddenRiskSentence, hiddenRiskText } from '../../../../renderer/app/risk-words.ts';
import type { NodeId } from '../../../../shared/graph/graph.ts';
import type { HiddenRisks, RiskCounts } from '../../../../renderer/inventory/worker/protocol/canvas-protocol.ts';

const NONE: RiskCounts = { critical: 0, high: 0 };

function risks(folded: RiskCounts, undrawn: RiskCounts, worst: number): HiddenRisks {
  return { folded, undrawn, worst: Array.from({ length: worst }, (_, index) => `n${index}` as NodeId) };
}

describe('what is said of risks that are not seen', () => {
  it('is nothing where all are seen', () => {
    expect(hiddenRiskText(risks(NONE, NONE, 0))).toBeUndefined();
  });

  it.each([
    [
      risks({ critical: 2, high: 1400 }, NONE, 50),
      '2 critical, 1,400 high folded',
      'critical or high severity not seen one by one: show the worst 50',
    ],
    [risks({ critical: 0, high: 1 }, NONE, 1), '1 high folded', 'high severity not seen one by one: show it'],
    [
      risks({ critical: 1, high: 0 }, { critical: 2, high: 0 }, 3),
      '1 critical folded, 2 critical not drawn',
      'critical severity not seen one by one: show them',
    ],
  ])('counts them by severity and place (%#)', (hidden, text, end) => {
    expect(hiddenRiskText(hidden)).toBe(text);
    expect(hiddenRiskSentence(hidden)).toMatch(new RegExp(`${end}$`));
  });
});
