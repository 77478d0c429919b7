import { actionOf, type ActionId } from '../../shared/actions/actions.ts';
import type { Condition } from '../../shared/actions/conditions.ts';
import type { Workbench } from '../state/workbench.ts';
import { runAction } from './run-action.ts';

const SUBJECTS: ReadonlySet<Condition> = new Set(['selection', 'one-selected', 'two-selected']);

/** Actions that a node, or what is selected, may need in place of the one that was meant. */
const INSTEAD: Readonly<Partial<Record<ActionId, { readonly before?: ActionId; readonly after?: ActionId }>>> = {
  expand: { before: 'unfold' },
  'paths-between': { after: 'paths-from' },
};

/** Whether the action is about what is selected among the nodes. */
export function isAboutNodes(id: ActionId): boolean {
  const { when } = actionOf(id);
  return when.some((condition) => SUBJECTS.has(condition));
}

/**
 * Runs an action about the node (or the row of the table) that has the keyboard. An action about one resource is about that one,
 * any other about the selection if the node is part of it; paths go from the one selected resource to the node.
 */
export function runOnNode(workbench: Workbench, id: ActionId, node: string): boolean {
  const { selection } = workbench;
  const { ids } = selection.getState().trail.here;
  const { when } = actionOf(id);
  const needs = (...conditions: readonly (typeof when)[number][]): boolean =>
    conditions.some((one) => when.includes(one));
  if (needs('two-selected') && ids.length === 1 && !ids.includes(node)) selection.getState().select([...ids, node]);
  else if (needs('one-selected') || (needs('selection', 'two-selected') && !ids.includes(node))) {
    selection.getState().select([node]);
  }
  const { before, after } = INSTEAD[id] ?? {};
  return (
    (before !== undefined && runAction(workbench, before)) ||
    runAction(workbench, id) ||
    (after !== undefined && runAction(workbench, after))
  );
}
