import { describe, expect, it } from 'vitest';
import { GRAPH_KEYS } from '../../../../renderer/app/graph-keys.ts';
import type { Action } from '../../../../shared/actions/action.ts';
import {
  ACTION_IDS,
  ACTIONS,
  actionOf,
  contextMenu,
  MAIN_ACTION_IDS,
  MENUS,
  withSeparators,
  type ActionId,
} from '../../../../shared/actions/actions.ts';
import { CONDITIONS } from '../../../../shared/actions/conditions.ts';

const ALL = ACTION_IDS.map((id): readonly [ActionId, Action] => [id, actionOf(id)]);

/** The values that occur more than once. */
function twice(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** The runs of equal neighbours, one of each. */
function runs(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => value !== values[index - 1]);
}

describe('the registry of actions', () => {
  it('has every action in exactly one menu', () => {
    expect(ACTION_IDS.toSorted()).toStrictEqual(Object.keys(ACTIONS).toSorted());
    expect(twice(ACTION_IDS)).toStrictEqual([]);
  });

  it('gives each shortcut to one action, and none that the graph moves with', () => {
    const moving = GRAPH_KEYS.flatMap(({ shortcuts }) => shortcuts).filter((shortcut) => shortcut !== 'Escape');
    expect(twice([...ALL.flatMap(([, { shortcuts }]) => shortcuts), ...moving])).toStrictEqual([]);
  });

  it('gives each action a title of its own, without markup for the menu', () => {
    const titles = ALL.map(([, { title }]) => title);
    expect(twice(titles)).toStrictEqual([]);
    expect(titles.filter((title) => title.includes('&') || title.trim() !== title)).toStrictEqual([]);
  });

  it('keeps the actions of a section, and of a submenu, together', () => {
    for (const { actions } of MENUS) {
      expect(twice(runs(actions.map((id) => actionOf(id).section)))).toStrictEqual([]);
      expect(twice(runs(actions.map((id) => actionOf(id).submenu ?? id)))).toStrictEqual([]);
    }
  });

  it('says of every condition on which something depends', () => {
    const used = ALL.flatMap(([, { when, checked }]) => [...when, ...(checked === undefined ? [] : [checked])]);
    const others = ['free', 'typing'];
    expect(CONDITIONS.filter((condition) => !used.includes(condition) && !others.includes(condition))).toStrictEqual(
      [],
    );
  });

  it('needs an open inventory for everything in a context menu', () => {
    const offered = ALL.filter(([, { on, when }]) => on !== undefined && !when.includes('open'));
    expect(offered.map(([id]) => id)).toStrictEqual([]);
  });

  it('marks what is one of several choices as on or off', () => {
    expect(ALL.filter(([, { choice, checked }]) => choice === true && checked === undefined)).toStrictEqual([]);
  });

  it('knows what the main process does', () => {
    expect(MAIN_ACTION_IDS).toStrictEqual([
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
      'ask-before-console',
      'open-log-folder',
      'open-crash-folder',
    ]);
  });
});

describe('context menus', () => {
  it('have what is about a link, with a separator between sections', () => {
    expect(contextMenu('link')).toStrictEqual([
      'link-details',
      'link-source',
      'link-target',
      'link-ends',
      undefined,
      'clear-selection',
    ]);
  });

  it('begin with what one asks about a resource, and end with where it stands', () => {
    const ids = contextMenu('node').filter((id) => id !== undefined);
    expect([ids.slice(0, 3), ids.at(-1)]).toStrictEqual([['answers', 'unfold', 'refold'], 'pin']);
  });

  it('separate sections of equal names in different menus', () => {
    expect(withSeparators(['undo', 'redo', 'find', 'connect', 'refresh'])).toStrictEqual([
      'undo',
      'redo',
      undefined,
      'find',
      undefined,
      'connect',
      'refresh',
    ]);
  });
});
