import { describe, expect, it } from 'vitest';
import {
  ACTION_IDS,
  ACTIONS,
  CANVAS_MENU,
  LINK_MENU,
  NODE_MENU,
  type ActionContext,
} from '../../../../renderer/state/actions.ts';

const start: ActionContext = {
  phase: 'start',
  collection: undefined,
  changes: false,
  selected: 0,
  link: false,
  fold: false,
  fromFold: false,
  traced: undefined,
  canUndo: false,
  canRedo: false,
  canGoBack: false,
  canGoForward: false,
  filtered: false,
  unfolded: false,
};

function enabled(context: ActionContext): readonly string[] {
  return ACTION_IDS.filter((id) => ACTIONS[id].enabled(context));
}

describe('actions', () => {
  it('gives each shortcut to one action', () => {
    const shortcuts = ACTION_IDS.flatMap((id): readonly string[] => ACTIONS[id].shortcuts);
    expect(shortcuts).toStrictEqual([...new Set(shortcuts)]);
  });

  it('gives each action a title of its own', () => {
    const titles = ACTION_IDS.map((id): string => ACTIONS[id].title);
    expect(titles).toStrictEqual([...new Set(titles)]);
  });

  it('offers only opening and help on the start screen', () => {
    expect(enabled(start)).toStrictEqual([
      'open-files',
      'open-folder',
      'open-sample',
      'connect',
      'command-palette',
      'show-shortcuts',
      'show-licences',
      'show-about',
    ]);
  });

  it('offers to hide and focus only when something is selected', () => {
    const open: ActionContext = { ...start, phase: 'open' };
    const difference = enabled({ ...open, selected: 2 }).filter((id) => !enabled(open).includes(id));
    expect(difference).toStrictEqual([
      'layout-concentric',
      'focus-1',
      'focus-2',
      'focus-3',
      'focus-upstream',
      'focus-downstream',
      'paths-between',
      'hide',
      'show-only',
      'copy-name',
      'clear-selection',
      'graph-fit-selection',
    ]);
  });

  it('offers for a selected link what is about links', () => {
    const open: ActionContext = { ...start, phase: 'open' };
    const difference = enabled({ ...open, link: true }).filter((id) => !enabled(open).includes(id));
    expect(difference).toStrictEqual(['link-details', 'link-source', 'link-target', 'link-ends', 'clear-selection']);
  });

  it('offers to unfold a fold, and to fold back what came out of one', () => {
    const open: ActionContext = { ...start, phase: 'open', selected: 1 };
    expect(enabled({ ...open, fold: true })).toContain('unfold');
    expect(enabled({ ...open, fromFold: true })).toContain('refold');
    expect(enabled(open)).not.toContain('unfold');
    expect(enabled(open)).not.toContain('refold');
  });

  it('lists no action twice in a context menu', () => {
    for (const menu of [NODE_MENU, LINK_MENU, CANVAS_MENU]) {
      const ids = menu.filter((id) => id !== undefined);
      expect(ids).toStrictEqual([...new Set(ids)]);
    }
  });
});
