import type { Menu } from 'electron';
import {
  ACTION_IDS,
  actionOf,
  isMainAction,
  isWindowlessAction,
  type ActionId,
  type MainActionId,
  type WindowActionId,
  type WindowlessActionId,
} from '../../shared/actions/actions.ts';
import { applies, type Conditions } from '../../shared/actions/conditions.ts';

/** What of an entry changes while the menu is up. */
export interface EntryState {
  readonly enabled: boolean;
  /** Of entries that can be on. */
  readonly checked?: boolean;
}

/** Who does what an entry stands for. */
export interface Doers {
  readonly askWindow: (action: WindowActionId) => void;
  readonly run: (action: MainActionId | WindowlessActionId) => void;
  /** Lets the text field that has the focus do it. */
  readonly edit: (what: 'undo' | 'redo' | 'selectAll') => void;
}

/** Returns whether an action can be chosen in the application menu and whether it is marked as on. */
export function entryState(id: ActionId, conditions: Conditions): EntryState {
  const { checked } = actionOf(id);
  return {
    enabled: isForField(id, conditions) || isOffered(id, conditions),
    ...(checked === undefined ? {} : { checked: conditions.has(checked) }),
  };
}

/** Does what an entry stands for, as things are now. */
export function chooseEntry(id: ActionId, conditions: Conditions, { askWindow, run, edit }: Doers): void {
  const { inFields } = actionOf(id);
  if (inFields !== undefined && isForField(id, conditions)) edit(inFields);
  else if (isMainAction(id)) run(id);
  else if (isWindowlessAction(id) && !conditions.has('window')) run(id);
  else askWindow(id);
}

/** Makes the entries of a menu that is up tell what holds now. */
export function updateEntries(menu: Pick<Menu, 'getMenuItemById'>, conditions: Conditions): void {
  for (const id of ACTION_IDS) {
    const item = menu.getMenuItemById(id);
    if (item === null) continue;
    const { enabled, checked } = entryState(id, conditions);
    item.enabled = enabled;
    // Whatever one assigns to it, Electron turns the choice on.
    if (checked === true || (checked === false && item.type === 'checkbox')) item.checked = checked;
  }
}

function isForField(id: ActionId, conditions: Conditions): boolean {
  return actionOf(id).inFields !== undefined && conditions.has('typing');
}

function isOffered(id: ActionId, conditions: Conditions): boolean {
  if (!applies(actionOf(id), conditions)) return false;
  if (isMainAction(id)) return true;
  // A dialog keeps the window to itself.
  return conditions.has('window') ? conditions.has('free') : isWindowlessAction(id);
}
