import { ACTION_IDS, actionOf, type ActionId } from '../../shared/actions/actions.ts';
import { matchesShortcut, type KeyPress } from '../ui/shortcuts.ts';

const GRAPH_ACTIONS = ACTION_IDS.filter((id) => actionOf(id).keys === 'graph');

/** Returns the action whose keys the graph and the table listen to; Control counts as Command, as it does for their other keys. */
export function graphAction(press: KeyPress): ActionId | undefined {
  return GRAPH_ACTIONS.find((id) =>
    actionOf(id).shortcuts.some(
      (shortcut) => matchesShortcut(press, shortcut, false) || matchesShortcut(press, shortcut, true),
    ),
  );
}
