import type { View, ViewSpec } from '../../../shared/graph/view.ts';
import { formatCount } from '../format.ts';

/** DOM id of the bar above the graph, where the keyboard goes when it leaves the graph. */
export const VIEW_BAR_ID = 'view-bar';

const REASONS: Readonly<Record<View['left'][number]['reason'], string>> = {
  filter: 'filtered out',
  hidden: 'hidden',
  focus: 'out of focus',
  limit: 'not drawn, to keep the graph readable',
};

/** `214 of 3,214 shown`. */
export function shownText({ shown, total }: View): string {
  return `${shown.toLocaleString('en')} of ${total.toLocaleString('en')} shown`;
}

/** Why the others are not shown, and how much of what is shown is folded: `20 filtered out`, `180 in 3 folds`. */
export function leftTexts(view: View): readonly string[] {
  const folds = view.nodes.filter(({ id, members, area }) => members !== undefined && area !== id);
  const groups = view.nodes.filter(({ id, area }) => area === id);
  return [
    ...(folds.length === 0 ? [] : [`${countIn(folds)} in ${formatCount(folds.length, 'fold')}`]),
    ...(groups.length === 0 ? [] : [`${countIn(groups)} in ${formatCount(groups.length, 'folded group')}`]),
    ...view.left.map(({ reason, count }) => `${count.toLocaleString('en')} ${REASONS[reason]}`),
  ];
}

function countIn(folds: View['nodes']): string {
  return folds.reduce((sum, { members }) => sum + (members?.length ?? 0), 0).toLocaleString('en');
}

/** What the view is narrowed to, in a few words; undefined for the whole inventory. */
export function narrowedText({ focus, only }: ViewSpec): string | undefined {
  if (focus !== undefined) {
    const way = { both: 'around', upstream: 'upstream of', downstream: 'downstream of' }[focus.direction];
    return `Focus: ${formatCount(focus.depth, 'link')} ${way} ${formatCount(focus.nodes.length, 'resource')}`;
  }
  return only === undefined ? undefined : `Only ${formatCount(only.length, 'chosen resource')}`;
}

/** Resources that pass the filters beyond which a graph of folds says less than a list. */
const TABLE_BEYOND = 5000;

/** Whether the table should be offered, because the graph folds or leaves out more than it shows. */
export function offersTable(view: View | undefined, { display }: ViewSpec): boolean {
  if (view === undefined || display !== undefined) return false;
  const beyond = view.left.find(({ reason }) => reason === 'limit')?.count ?? 0;
  return view.shown + beyond > TABLE_BEYOND;
}
