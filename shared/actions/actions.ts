import type { Action, ActionList, ContextMenu } from './action.ts';
import { EDIT_ACTIONS } from './menus/edit.ts';
import { FILE_ACTIONS } from './menus/file.ts';
import { GO_ACTIONS } from './menus/go.ts';
import { GRAPH_ACTIONS } from './menus/graph.ts';
import { HELP_ACTIONS } from './menus/help.ts';
import { REVIEW_ACTIONS } from './menus/review.ts';
import { SELECTION_ACTIONS } from './menus/selection.ts';
import { VIEW_ACTIONS } from './menus/view.ts';

/**
 * Every action of the app. The application menu, the context menus, the palette, buttons with their tooltips and the sheet of
 * shortcuts are made from it, so each action is in all of them with its keys.
 */
export const ACTIONS = {
  ...FILE_ACTIONS,
  ...EDIT_ACTIONS,
  ...VIEW_ACTIONS,
  ...GRAPH_ACTIONS,
  ...SELECTION_ACTIONS,
  ...GO_ACTIONS,
  ...REVIEW_ACTIONS,
  ...HELP_ACTIONS,
} as const satisfies ActionList;

export type ActionId = keyof typeof ACTIONS;

/** Actions that the main process does; the window does the others. */
export type MainActionId = { [Id in ActionId]: (typeof ACTIONS)[Id] extends { by: 'main' } ? Id : never }[ActionId];
export type WindowActionId = Exclude<ActionId, MainActionId>;

/** Actions of the window that the main process does where there is none. */
export type WindowlessActionId = {
  [Id in WindowActionId]: (typeof ACTIONS)[Id] extends { withoutWindow: true } ? Id : never;
}[WindowActionId];

/** A menu of the application, with its actions in order. */
export interface ActionMenu {
  readonly id: 'file' | 'edit' | 'view' | 'graph' | 'selection' | 'go' | 'review' | 'help';
  readonly title: string;
  readonly actions: readonly ActionId[];
}

function menu(id: ActionMenu['id'], title: string, actions: Readonly<Partial<Record<ActionId, Action>>>): ActionMenu {
  return { id, title, actions: Object.keys(actions) as readonly ActionId[] };
}

/** The menus in their order. Together they have every action once. */
export const MENUS: readonly ActionMenu[] = [
  menu('file', 'File', FILE_ACTIONS),
  menu('edit', 'Edit', EDIT_ACTIONS),
  menu('view', 'View', VIEW_ACTIONS),
  menu('graph', 'Graph', GRAPH_ACTIONS),
  menu('selection', 'Selection', SELECTION_ACTIONS),
  menu('go', 'Go', GO_ACTIONS),
  menu('review', 'Review', REVIEW_ACTIONS),
  menu('help', 'Help', HELP_ACTIONS),
];

/** Ids in the order of the menus. */
export const ACTION_IDS = MENUS.flatMap(({ actions }) => actions) as [ActionId, ...ActionId[]];

const MENU_TITLES: ReadonlyMap<ActionId, string> = new Map(
  MENUS.flatMap(({ title, actions }) => actions.map((id) => [id, title] as const)),
);

/** The ids of what the main process does. */
export const MAIN_ACTION_IDS = ACTION_IDS.filter(isMainAction) as [MainActionId, ...MainActionId[]];

/** Menus whose actions come first in context menus: what one asks about a resource, then what is done with it. */
const ASKED_FIRST: readonly ActionMenu['id'][] = ['review', 'selection'];

/**
 * Returns the actions of a context menu, those of `ASKED_FIRST` before the others, else in the order of the registry; `undefined`
 * is a separator between sections.
 */
export function contextMenu(about: ContextMenu): readonly (ActionId | undefined)[] {
  const first = ASKED_FIRST.flatMap((wanted) => MENUS.find(({ id }) => id === wanted)?.actions ?? []);
  const ids = [...first, ...ACTION_IDS.filter((id) => !first.includes(id))];
  return withSeparators(ids.filter((id) => actionOf(id).on?.includes(about)));
}

/** Returns actions with `undefined`, a separator, wherever the next one is of another section or menu. */
export function withSeparators(ids: readonly ActionId[]): readonly (ActionId | undefined)[] {
  return ids.flatMap((id, index) => {
    const before = ids[index - 1];
    return before === undefined || sectionOf(before) === sectionOf(id) ? [id] : [undefined, id];
  });
}

/** Returns an action with all that one may have. */
export function actionOf(id: ActionId): Action {
  return ACTIONS[id];
}

/** Returns the title of the menu in which an action stands. */
export function menuTitleOf(id: ActionId): string {
  return MENU_TITLES.get(id) ?? '';
}

/** Returns whether the main process does it. */
export function isMainAction(id: ActionId): id is MainActionId {
  return actionOf(id).by === 'main';
}

/** Returns whether the main process does it where no window is open. */
export function isWindowlessAction(id: ActionId): id is WindowlessActionId {
  return actionOf(id).withoutWindow === true;
}

function sectionOf(id: ActionId): string {
  return `${menuTitleOf(id)} ${ACTIONS[id].section}`;
}
