import type { Severity } from '../../../shared/findings/finding.ts';
import type { Mark } from '../../../shared/review/review-record.ts';
import { visibleOn } from '../../ui/theme/colour.ts';
import type { ThemeTokens } from '../../ui/theme/tokens.ts';
import type { CardRemark } from '../card-remarks.ts';

/** Letters of severities; with their shapes they tell them without colour. */
const LETTERS: Readonly<Record<Severity, string>> = { critical: 'C', high: 'H', medium: 'M', low: 'L', info: 'i' };

const HEIGHT = 14;

/** What a badge of findings says: the worst severity and how many there are, `H 3`. */
export function findingBadgeText(severity: Severity, count: string): string {
  return `${LETTERS[severity]} ${count}`;
}

/**
 * What fails at a card, its right end at the origin: with pointed ends while something is critical, square for high, round for
 * medium, and only an outline for less.
 */
export function findingBadge(severity: Severity, text: string, tokens: ThemeTokens, fontFamily: string): string {
  const width = 10 + text.length * 6.2;
  const middle = HEIGHT / 2;
  const hue = severity === 'critical' || severity === 'high' ? tokens.danger : tokens.warning;
  const isFaint = severity === 'low' || severity === 'info';
  const face = isFaint ? tokens.surface1 : hue;
  const ink = isFaint ? tokens.text : visibleOn(hue, tokens.onHue);
  const edge = isFaint ? tokens.borderStrong : tokens.surface1;
  const corner = severity === 'high' ? 2 : middle;
  const body =
    severity === 'critical'
      ? `<path d="M${-width - 4} 0l6 ${-middle}h${width - 4}l6 ${middle}l-6 ${middle}h${4 - width}z" fill="${face}" stroke="${edge}" stroke-width="1.5"/>`
      : `<rect x="${-width}" y="${-middle}" width="${width}" height="${HEIGHT}" rx="${corner}" fill="${face}" stroke="${edge}" stroke-width="1.5"/>`;
  return `${body}<text x="${-width / 2}" y="3.6" font-family="${fontFamily.replaceAll('"', "'")}" font-size="10" font-weight="700" fill="${ink}" text-anchor="middle">${text}</text>`;
}

/** Signs of marks and notes, around the origin of a circle of radius 7, to be stroked. */
export const REMARK_SIGNS: Readonly<Record<Mark | 'note', string>> = {
  'to-check': 'M-2-1.6a2 2 0 1 1 2.6 1.9q-.6.2-.6 1.2M0 3.6v.1',
  accepted: 'M-2.8.2l2 2l3.8-4.2',
  owned: 'M-3 3.4q0-3 3-3t3 3M0-3.4a1.6 1.6 0 1 0 .01 0z',
  note: 'M-2.8-2h5.6M-2.8.2h5.6M-2.8 2.4h3',
};

/** The mark of a card, or that it has notes. */
export function remarkBadge({ mark, notes }: CardRemark, tokens: ThemeTokens): string {
  const sign = mark ?? (notes > 0 ? 'note' : undefined);
  if (sign === undefined) return '';
  return (
    `<circle r="7" fill="${tokens.surface1}" stroke="${tokens.accent}" stroke-width="1.5"/>` +
    `<path d="${REMARK_SIGNS[sign]}" fill="none" stroke="${tokens.accent}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/>`
  );
}
