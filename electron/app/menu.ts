import type { MenuItemConstructorOptions } from 'electron';
import { actionOf, MENUS, type ActionId, type ActionMenu } from '../../shared/actions/actions.ts';
import type { Conditions } from '../../shared/actions/conditions.ts';
import type { RecentFile } from '../../shared/ipc/contract.ts';
import { acceleratorOf, isForMacMenu } from './accelerator.ts';
import { entryState } from './menu-entries.ts';
import { escapeLabel, withMnemonics } from './mnemonics.ts';

/** What the menu shows and which of its items apply. */
export interface MenuState {
  readonly platform: NodeJS.Platform;
  readonly appName: string;
  /** What holds in the current window and in the settings. Without `window`, none is open (macOS). */
  readonly conditions: Conditions;
  readonly recent: readonly RecentFile[];
  readonly devTools: boolean;
}

/** What the menu's items do. */
export interface MenuActions {
  readonly choose: (action: ActionId) => void;
  readonly openRecent: (id: string) => void;
  readonly clearRecent: () => void;
}

type Item = MenuItemConstructorOptions;

/** An entry before it has the letter that chooses it. */
interface Entry {
  readonly title: string;
  readonly item: Item;
}

const SEPARATOR: Item = { type: 'separator' };

/** What macOS has in the menu of the app. */
const IN_MAC_MENU: ReadonlySet<ActionId> = new Set(['quit', 'show-about']);

/** Returns the application menu, made from the registry of actions; a pure function, so that it can be tested. */
export function menuTemplate(state: MenuState, actions: MenuActions): Item[] {
  const isMac = state.platform === 'darwin';
  const labels = withMnemonics(MENUS.map(({ title }) => title));
  const menus = MENUS.map((menu, index): Item => ({
    label: labels[index] ?? menu.title,
    submenu: menuItems(menu, state, actions),
    ...(menu.id === 'help' ? { role: 'help' } : {}),
  }));
  return isMac ? [macMenu(state, actions), ...menus.slice(0, -1), { role: 'windowMenu' }, ...menus.slice(-1)] : menus;
}

function menuItems(menu: ActionMenu, state: MenuState, actions: MenuActions): Item[] {
  const isMac = state.platform === 'darwin';
  const ids = menu.actions.filter((id) => !isMac || !IN_MAC_MENU.has(id));
  const sections = grouped(ids, (id) => actionOf(id).section).map((section) => [
    ...grouped(section, (id) => actionOf(id).submenu ?? id).map((group) => groupEntry(group, state, actions)),
    ...(section.includes('open-folder') ? [recentEntry(state, actions)] : []),
  ]);
  const labels = withMnemonics(sections.flat().map(({ title }) => title));
  const labelled = sections.map((section, index) => {
    const before = sections.slice(0, index).flat().length;
    return section.map(({ item, title }, at): Item => ({ ...item, label: labels[before + at] ?? title }));
  });
  return [...joined([...labelled, ...moreSections(menu, state)]), ...hiddenKeys(ids, actions)];
}

/** One action, or a submenu of several. */
function groupEntry(ids: readonly ActionId[], state: MenuState, actions: MenuActions): Entry {
  const [first] = ids;
  const submenu = first === undefined ? undefined : actionOf(first).submenu;
  if (first !== undefined && submenu === undefined) {
    return { title: actionOf(first).title, item: actionItem(first, state, actions) };
  }
  const labels = withMnemonics(ids.map((id) => actionOf(id).title));
  const items = ids.map((id, index): Item => ({ ...actionItem(id, state, actions), label: labels[index] ?? '' }));
  return { title: submenu ?? '', item: { submenu: items } };
}

function actionItem(id: ActionId, state: MenuState, actions: MenuActions): Item {
  const { checked, choice, shortcuts, keys } = actionOf(id);
  const [shortcut] = shortcuts.filter((candidate) => state.platform !== 'darwin' || isForMacMenu(candidate));
  return {
    id,
    ...(checked === undefined ? {} : { type: choice === true ? 'radio' : 'checkbox' }),
    ...entryState(id, state.conditions),
    // The page hears keys before the menu does; they are only shown here, unless they are the menu's.
    ...(shortcut === undefined
      ? {}
      : { accelerator: acceleratorOf(shortcut), ...(keys === 'menu' ? {} : { registerAccelerator: false }) }),
    click: () => actions.choose(id),
  };
}

function recentEntry({ recent }: MenuState, actions: MenuActions): Entry {
  const files = recent.map((file): Item => ({
    label: `${escapeLabel(file.title)}  –  ${escapeLabel(file.location)}`,
    click: () => actions.openRecent(file.id),
  }));
  const clear: Item = { id: 'clear-recent', label: '&Clear list', click: actions.clearRecent };
  return {
    title: 'Open recent',
    item: { id: 'open-recent', enabled: recent.length > 0, submenu: [...files, SEPARATOR, clear] },
  };
}

/** What the system and Chromium do, at the end of a menu. */
function moreSections({ id }: ActionMenu, { devTools }: MenuState): readonly (readonly Item[])[] {
  if (id === 'edit') return [[{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }]];
  return id === 'view' && devTools ? [[{ role: 'toggleDevTools' }]] : [];
}

/** Keys of the menu beyond those that are shown: Electron misses the unshifted = and the number pad outside macOS. */
const MORE_KEYS: Readonly<Partial<Record<ActionId, readonly string[]>>> = {
  'interface-zoom-in': ['CmdOrCtrl+Plus', 'CmdOrCtrl+numadd'],
  'interface-zoom-out': ['CmdOrCtrl+numsub'],
  'interface-zoom-reset': ['CmdOrCtrl+num0'],
};

function hiddenKeys(ids: readonly ActionId[], actions: MenuActions): readonly Item[] {
  return ids.flatMap((id) =>
    (MORE_KEYS[id] ?? []).map((accelerator) => ({
      label: accelerator,
      accelerator,
      visible: false,
      acceleratorWorksWhenHidden: true,
      click: () => actions.choose(id),
    })),
  );
}

function macMenu(state: MenuState, actions: MenuActions): Item {
  return {
    label: state.appName,
    submenu: [
      { ...actionItem('show-about', state, actions), label: `About ${state.appName}` },
      SEPARATOR,
      { role: 'services' },
      SEPARATOR,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      SEPARATOR,
      { ...actionItem('quit', state, actions), label: `Quit ${state.appName}` },
    ],
  };
}

/** Splits a list wherever the key changes. */
function grouped(ids: readonly ActionId[], keyOf: (id: ActionId) => string): readonly (readonly ActionId[])[] {
  return ids.reduce<readonly (readonly ActionId[])[]>((groups, id) => {
    const [last] = groups.at(-1) ?? [];
    const isSame = last !== undefined && keyOf(last) === keyOf(id);
    return isSame ? [...groups.slice(0, -1), [...(groups.at(-1) ?? []), id]] : [...groups, [id]];
  }, []);
}

/** Returns sections as one list with separators between them. */
function joined(sections: readonly (readonly Item[])[]): readonly Item[] {
  return sections.flatMap((section, index) => (index === 0 ? section : [SEPARATOR, ...section]));
}
