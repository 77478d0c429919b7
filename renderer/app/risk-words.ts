import type { HiddenRisks, RiskCounts } from '../inventory/worker/protocol/canvas-protocol.ts';

/** `2 critical, 14 high folded`; undefined where nothing risky is out of sight. */
export function hiddenRiskText({ folded, undrawn }: HiddenRisks): string | undefined {
  const parts = [words(folded, 'folded'), words(undrawn, 'not drawn')].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** The same as a sentence, for screen readers and the tooltip. */
export function hiddenRiskSentence({ folded, undrawn, worst }: HiddenRisks): string {
  const critical = folded.critical + undrawn.critical;
  const total = critical + folded.high + undrawn.high;
  const severity = critical === 0 ? 'high' : critical === total ? 'critical' : 'critical or high';
  const are = total === 1 ? 'resource with findings of' : 'resources with findings of';
  const shown = worst.length < total ? `the worst ${worst.length.toLocaleString('en')}` : total === 1 ? 'it' : 'them';
  return `${total.toLocaleString('en')} ${are} ${severity} severity not seen one by one: show ${shown}`;
}

function words({ critical, high }: RiskCounts, where: string): string | undefined {
  const counts = [
    ...(critical === 0 ? [] : [`${critical.toLocaleString('en')} critical`]),
    ...(high === 0 ? [] : [`${high.toLocaleString('en')} high`]),
  ];
  return counts.length === 0 ? undefined : `${counts.join(', ')} ${where}`;
}
