import { describe, expect, it } from 'vitest';
import { chooseEntry, entryState, updateEntries } from '../../../../electron/app/menu-entries.ts';
import { ACTION_IDS, type ActionId } from '../../../../shared/actions/actions.ts';
import type { Condition } from '../../../../shared/actions/conditions.ts';

const OPEN: readonly Condition[] = ['window', 'free', 'open'];

function set(...conditions: readonly Condition[]): ReadonlySet<Condition> {
  return new Set(conditions);
}

function enabled(...conditions: readonly Condition[]): readonly ActionId[] {
  return ACTION_IDS.filter((id) => entryState(id, set(...conditions)).enabled);
}

/** What was done when an entry was chosen. */
function chosen(id: ActionId, ...conditions: readonly Condition[]): readonly string[] {
  const done: string[] = [];
  chooseEntry(id, set(...conditions), {
    askWindow: (action) => done.push(`window ${action}`),
    run: (action) => done.push(`main ${action}`),
    edit: (what) => done.push(`field ${what}`),
  });
  return done;
}

describe('an entry of the application menu', () => {
  it('needs no window for what the main process does', () => {
    expect(enabled()).toStrictEqual([
      'new-window',
      'open-files',
      'open-folder',
      'open-sample',
      'quit',
      'theme-system',
      'theme-light',
      'theme-dark',
      'forget-reviews',
      'allow-console-links',
      'open-log-folder',
      'open-crash-folder',
      'show-about',
    ]);
  });

  it('of the window is off while a dialog is open, that of the main process is not', () => {
    expect(enabled('window', 'open', 'can-undo')).toStrictEqual([
      'new-window',
      'close-window',
      'quit',
      'interface-zoom-in',
      'interface-zoom-out',
      'interface-zoom-reset',
      'theme-system',
      'theme-light',
      'theme-dark',
      'full-screen',
      'forget-reviews',
      'allow-console-links',
      'open-log-folder',
      'open-crash-folder',
    ]);
  });

  it('for editing is on while a text field has the focus, even with nothing to undo in the view', () => {
    expect([entryState('undo', set(...OPEN)), entryState('undo', set(...OPEN, 'typing'))]).toStrictEqual([
      { enabled: false },
      { enabled: true },
    ]);
  });

  it('that can be on says whether it is', () => {
    expect([
      entryState('toggle-filters', set(...OPEN, 'filters-shown')),
      entryState('theme-dark', set()),
    ]).toStrictEqual([
      { enabled: true, checked: true },
      { enabled: true, checked: false },
    ]);
  });

  it('is done by the text field, the window or the main process', () => {
    expect([
      chosen('undo', ...OPEN, 'can-undo', 'typing'),
      chosen('undo', ...OPEN, 'can-undo'),
      chosen('open-files', 'window', 'free'),
      chosen('open-files'),
      chosen('new-window', 'window', 'free'),
    ]).toStrictEqual([
      ['field undo'],
      ['window undo'],
      ['window open-files'],
      ['main open-files'],
      ['main new-window'],
    ]);
  });
});

describe('the menu that is up', () => {
  it('learns what applies; a choice is only ever turned on, for Electron turns the others off', () => {
    const items = new Map(
      (['undo', 'toggle-filters', 'toggle-details', 'theme-light', 'theme-dark'] as const).map((id) => [
        id as string,
        { enabled: true, checked: id === 'toggle-details', type: id.startsWith('theme') ? 'radio' : 'checkbox' },
      ]),
    );
    const assigned: string[] = [];
    for (const id of ['theme-light', 'theme-dark']) {
      const item = items.get(id) ?? {};
      Object.defineProperty(item, 'checked', {
        set(value: boolean) {
          assigned.push(`${id} ${String(value)}`);
        },
      });
    }
    updateEntries(
      { getMenuItemById: (id) => (items.get(id) ?? null) as unknown as Electron.MenuItem | null },
      set(...OPEN, 'filters-shown', 'theme-dark'),
    );
    expect([items.get('undo'), items.get('toggle-filters'), items.get('toggle-details'), assigned]).toStrictEqual([
      { enabled: false, checked: false, type: 'checkbox' },
      { enabled: true, checked: true, type: 'checkbox' },
      { enabled: true, checked: false, type: 'checkbox' },
      ['theme-dark true'],
    ]);
  });
});
