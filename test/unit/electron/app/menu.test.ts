import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate, type MenuActions, type MenuState } from '../../../../electron/app/menu.ts';
import { ACTION_IDS } from '../../../../shared/actions/actions.ts';
import type { Condition } from '../../../../shared/actions/conditions.ts';

type Item = MenuItemConstructorOptions;

const STATE: MenuState = {
  platform: 'linux',
  appName: 'Vertex Lineage Explorer',
  conditions: new Set<Condition>(['window', 'free', 'open', 'theme-dark', 'console-allowed', 'filters-shown']),
  recent: [{ id: 'r1', title: 'R&D.json', location: '/data', openedTime: '2026-11-23T10:00:00.000Z' }],
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

describe('the menu', () => {
  it('has the menus that people expect, each with its own key', () => {
    const labels = menuTemplate(STATE, recording().actions).map(({ label }) => label);
    expect(labels).toStrictEqual(['&File', '&Edit', '&View', '&Graph', '&Selection', 'G&o', '&Review', '&Help']);
  });

  it('has the application and window menus of macOS there', () => {
    const menus = menuTemplate({ ...STATE, platform: 'darwin' }, recording().actions);
    expect(menus.map(({ label, role }) => label ?? role)).toStrictEqual([
      'Vertex Lineage Explorer',
      '&File',
      '&Edit',
      '&View',
      '&Graph',
      '&Selection',
      'G&o',
      '&Review',
      'windowMenu',
      '&Help',
    ]);
  });

  it('has an entry for every action, which is chosen by its id', () => {
    const { actions, done } = recording();
    for (const id of ACTION_IDS) click(item(id, {}, actions));
    expect(done).toStrictEqual(ACTION_IDS.map((id) => ['choose', id]));
  });

  it('gives each entry of a menu a key of its own', () => {
    for (const menu of menuTemplate({ ...STATE, recent: [] }, recording().actions)) {
      const submenu = Array.isArray(menu.submenu) ? menu.submenu : [];
      const keys = submenu
        .filter(({ visible, label }) => visible !== false && label !== undefined)
        .map(({ label = '' }) => /&([^&])/.exec(label)?.[1]?.toLowerCase() ?? `none in ${label}`);
      expect(keys.toSorted()).toStrictEqual([...new Set(keys)].toSorted());
      expect(keys.filter((key) => key.length > 1)).toStrictEqual([]);
    }
  });

  it('gives no accelerator twice', () => {
    const accelerators = allItems().flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]));
    expect(accelerators.toSorted()).toStrictEqual([...new Set(accelerators)].toSorted());
  });

  it('shows the keys of the window and listens only for its own', () => {
    const [undo, hide, quit] = ['undo', 'hide', 'quit'].map((id) => item(id));
    expect([undo, hide, quit].map((each) => [each?.accelerator, each?.registerAccelerator])).toStrictEqual([
      ['CmdOrCtrl+Z', false],
      ['H', false],
      ['CmdOrCtrl+Q', undefined],
    ]);
  });

  it('shows no key on macOS that would be taken from what one types', () => {
    expect(
      [item('hide', { platform: 'darwin' }), item('undo', { platform: 'darwin' })].map(
        ({ accelerator }) => accelerator,
      ),
    ).toStrictEqual([undefined, 'CmdOrCtrl+Z']);
  });

  it('has about and quit in the menu of the app on macOS, once', () => {
    const ids = allItems({ platform: 'darwin' }).flatMap(({ id }) =>
      id === 'quit' || id === 'show-about' ? [id] : [],
    );
    expect(ids).toStrictEqual(['show-about', 'quit']);
  });

  it('separates the sections of a menu', () => {
    const go = menuTemplate(STATE, recording().actions).find(({ label }) => label === 'G&o');
    const entries = Array.isArray(go?.submenu) ? go.submenu : [];
    expect(entries.map(({ type, label }) => label ?? type)).toStrictEqual([
      '&Search resources',
      '&Next match of the search',
      '&Previous match of the search',
      '&Copy a link to the query',
      'Show &what is found',
      'separator',
      '&Back',
      '&Forward',
      'separator',
      'N&ext pane',
      'P&revious pane',
      'separator',
      'New &view',
      '&Duplicate the view',
      'Name &the view…',
      'Ne&xt view',
      'Prev&ious view',
      '&Move the view to the left',
      'M&ove the view to the right',
      'C&lose the view',
      'Reopen t&he closed view',
    ]);
  });

  it('marks what is on, as a checkbox or as one of several', () => {
    expect(
      ['toggle-filters', 'toggle-details', 'theme-dark', 'theme-light'].map((id) => [item(id).type, item(id).checked]),
    ).toStrictEqual([
      ['checkbox', true],
      ['checkbox', false],
      ['radio', true],
      ['radio', false],
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
    expect(done.map(([, id]) => id)).toStrictEqual([
      'interface-zoom-in',
      'interface-zoom-in',
      'interface-zoom-in',
      'interface-zoom-out',
      'interface-zoom-out',
      'interface-zoom-reset',
      'interface-zoom-reset',
    ]);
  });

  it('has the developer tools in development only', () => {
    const found = [true, false].map((devTools) => allItems({ devTools }).some(({ role }) => role === 'toggleDevTools'));
    expect(found).toStrictEqual([true, false]);
  });
});
