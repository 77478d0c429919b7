import type { Mark, ReviewRecord } from '../../shared/review/review-record.ts';
import { MARK_WORDS } from '../../shared/review/review-words.ts';
import { MARKS } from '../../shared/review/review-record.ts';
import type { View } from '../../shared/graph/view.ts';
import type { FindingBadge, FindingBadges } from '../inventory/worker/protocol/findings-protocol.ts';

/** What rules and reviewers say of a card: at a fold all that is said of its members. */
export interface CardRemark {
  readonly finding?: FindingBadge;
  readonly mark?: Mark;
  readonly notes: number;
}

/** By id of the view’s node or link; those of which nothing is said are left out. */
export interface CanvasRemarks {
  readonly nodes: Readonly<Record<string, CardRemark>>;
  readonly edges: Readonly<Record<string, FindingBadge>>;
}

export const NO_REMARKS: CanvasRemarks = { nodes: {}, edges: {} };

/** Puts together what is said of the cards of a view. Of several marks in a fold the one that asks for most is told. */
export function canvasRemarks(
  view: View,
  badges: FindingBadges | undefined,
  { notes, marks }: Pick<ReviewRecord, 'notes' | 'marks'>,
): CanvasRemarks {
  if (notes.length === 0 && marks.length === 0) {
    if (badges === undefined) return NO_REMARKS;
    const bare = Object.entries(badges.nodes).map(([id, finding]) => [id, { finding, notes: 0 }] as const);
    return { nodes: Object.fromEntries(bare), edges: badges.edges };
  }
  const noted = new Map<string, number>();
  for (const { target } of notes) {
    if (target.type === 'node') noted.set(target.id, (noted.get(target.id) ?? 0) + 1);
  }
  const marked = new Map<string, Mark>();
  for (const { target, mark } of marks) if (target.type === 'node') marked.set(target.id, mark);
  const nodes: Record<string, CardRemark> = {};
  for (const { id, members = [id] } of view.nodes) {
    const finding = badges?.nodes[id];
    const count = members.reduce((sum, member) => sum + (noted.get(member) ?? 0), 0);
    const mark = MARKS.find((each) => members.some((member) => marked.get(member) === each));
    if (finding !== undefined || count > 0 || mark !== undefined) {
      nodes[id] = {
        notes: count,
        ...(finding === undefined ? {} : { finding }),
        ...(mark === undefined ? {} : { mark }),
      };
    }
  }
  return { nodes, edges: badges?.edges ?? {} };
}

/** Whether two remarks look alike. */
export function isSameRemark(one: CardRemark | undefined, other: CardRemark | undefined): boolean {
  return (
    one === other ||
    (one !== undefined &&
      other !== undefined &&
      one.mark === other.mark &&
      one.notes === other.notes &&
      one.finding?.severity === other.finding?.severity &&
      one.finding?.failed === other.finding?.failed)
  );
}

/** A remark in words: `2 findings, worst high`, `marked to check`, `1 note`. */
export function remarkWords(remark: CardRemark | undefined): readonly string[] {
  if (remark === undefined) return [];
  const { finding, mark, notes } = remark;
  return [
    ...(finding === undefined ? [] : [findingWords(finding)]),
    ...(mark === undefined ? [] : [`marked ${MARK_WORDS[mark]}`]),
    ...(notes === 0 ? [] : [notes === 1 ? '1 note' : `${notes} notes`]),
  ];
}

/** `2 findings, worst high`. */
export function findingWords({ severity, failed }: FindingBadge): string {
  return failed === 1 ? `1 finding, ${severity}` : `${failed.toLocaleString('en')} findings, worst ${severity}`;
}
