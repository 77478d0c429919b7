import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate, type MenuActions, type MenuState } from '../../../../electron/app/menu.ts';
import { MENU_COMMANDS } from '../../../../shared/ipc/menu-commands.ts';

type Item = MenuItemConstructorOptions;

const STATE: MenuState = {
  platform: 'linux',
  appName: 'Vertex Lineage Explorer',
  phase: 'shown',
  recent: [{ id: 'r1', title: 'R&D.json', location: '/data', openedTime: '2026-11-23T10:00:00.000Z' }],
  settings: { theme: 'dark', allowConsoleLinks: true, askBeforeConsole: true, savedQueries: [] },
  devTools: false,
};

/** Actions that record what was asked for. */
function recording(): { readonly actions: MenuActions; readonly done: unknown[][] } {
  const done: unknown[][] = [];
  const actions = new Proxy({} as MenuActions, {
    get:
      (_target, name) =>
      (...args: unknown[]) =>
        done.push([name, ...args]),
  });
  return { actions, done };
}

function itemsOf(items: readonly Item[]): Item[] {
  return items.flatMap((each) => [each, ...(Array.isArray(each.submenu) ? itemsOf(each.submenu) : [])]);
}

function allItems(changes: Partial<MenuState> = {}, actions = recording().actions): Item[] {
  return itemsOf(menuTemplate({ ...STATE, ...changes }, actions));
}

function item(id: string, changes: Partial<MenuState> = {}, actions?: MenuActions): Item {
  const found = allItems(changes, actions).find((candidate) => candidate.id === id);
  return found ?? { label: `no item ${id}` };
}

function click(chosen: Item): void {
  (chosen.click as (() => void) | undefined)?.();
}

function enabledCommands(phase: MenuState['phase']): string[] {
  return MENU_COMMANDS.filter((id) => item(id, { phase }).enabled);
}

describe('the menu', () => {
  it('has the menus that people expect, each with its own key', () => {
    const labels = menuTemplate(STATE, recording().actions).map(({ label }) => label);
    expect(labels).toStrictEqual(['&File', '&Edit', '&View', '&Go', '&Help']);
  });

  it('has the application and window menus of macOS there', () => {
    const menus = menuTemplate({ ...STATE, platform: 'darwin' }, recording().actions);
    expect(menus.map(({ label, role }) => label ?? role)).toStrictEqual([
      'Vertex Lineage Explorer',
      '&File',
      '&Edit',
      '&View',
      '&Go',
      'windowMenu',
      '&Help',
    ]);
  });

  it.each(['&File', '&View', '&Help'])('gives each item of %s a key of its own', (label) => {
    const menu = menuTemplate({ ...STATE, recent: [] }, recording().actions).find(
      (candidate) => candidate.label === label,
    );
    const submenu = Array.isArray(menu?.submenu) ? menu.submenu : [];
    const keys = submenu
      .filter(({ visible, label: text }) => visible !== false && text !== undefined)
      .map(({ label: text = '' }) => /&([^&])/.exec(text)?.[1]?.toLowerCase() ?? `none in ${text}`);
    expect(keys.toSorted()).toStrictEqual([...new Set(keys)].toSorted());
    expect(keys.filter((key) => key.length > 1)).toStrictEqual([]);
  });

  it('gives no accelerator twice', () => {
    const accelerators = allItems().flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]));
    expect(accelerators.toSorted()).toStrictEqual([...new Set(accelerators)].toSorted());
  });

  it('sends every command of the window', () => {
    const { actions, done } = recording();
    for (const id of MENU_COMMANDS) click(item(id, {}, actions));
    expect(done).toStrictEqual(MENU_COMMANDS.map((id) => ['command', id]));
  });

  it('offers what an inventory needs only while one is shown', () => {
    expect([
      enabledCommands('shown'),
      enabledCommands('opening'),
      enabledCommands('start'),
      enabledCommands(undefined),
    ]).toStrictEqual([
      [...MENU_COMMANDS],
      ['connect', 'close-inventory', 'show-shortcuts', 'show-licences'],
      ['connect', 'show-shortcuts', 'show-licences'],
      [],
    ]);
  });

  it('lists recent files with their place, an & as it is, and opens them', () => {
    const { actions, done } = recording();
    const recent = allItems({}, actions).find(({ label }) => label === 'R&&D.json  –  /data');
    click(recent ?? {});
    expect(done).toStrictEqual([['openRecent', 'r1']]);
  });

  it('offers no recent files when there are none', () => {
    expect(item('open-recent', { recent: [] }).enabled).toBe(false);
  });

  it('zooms the interface by every key that people press for it', () => {
    const { actions, done } = recording();
    const keys = [
      'CmdOrCtrl+=',
      'CmdOrCtrl+Plus',
      'CmdOrCtrl+numadd',
      'CmdOrCtrl+-',
      'CmdOrCtrl+numsub',
      'CmdOrCtrl+0',
      'CmdOrCtrl+num0',
    ];
    const items = allItems({}, actions);
    for (const key of keys) click(items.find(({ accelerator }) => accelerator === key) ?? {});
    expect(done.map(([, change]) => change)).toStrictEqual(['in', 'in', 'in', 'out', 'out', 'reset', 'reset']);
  });

  it('marks the theme in use and changes it', () => {
    const { actions, done } = recording();
    const themes = ['theme-system', 'theme-light', 'theme-dark'].map((id) => item(id, {}, actions));
    expect(themes.map(({ checked }) => checked)).toStrictEqual([false, false, true]);
    click(themes[1] ?? {});
    expect(done).toStrictEqual([['changeSettings', { theme: 'light' }]]);
  });

  it('turns links to the console off and on, and asking with them', () => {
    const { actions, done } = recording();
    click(item('allow-console-links', {}, actions));
    const off = { ...STATE.settings, allowConsoleLinks: false };
    click(item('allow-console-links', { settings: off }, actions));
    expect([done, item('ask-before-console', { settings: off }).enabled]).toStrictEqual([
      [
        ['changeSettings', { allowConsoleLinks: false }],
        ['changeSettings', { allowConsoleLinks: true }],
      ],
      false,
    ]);
  });

  it('has the developer tools in development only', () => {
    const found = [true, false].map((devTools) => allItems({ devTools }).some(({ role }) => role === 'toggleDevTools'));
    expect(found).toStrictEqual([true, false]);
  });
});
