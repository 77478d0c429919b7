import { describe, expect, it } from 'vitest';
import { ACTION_IDS, actionOf, type ActionId } from '../../../../shared/actions/actions.ts';
import { applies, settingsConditions, whyNot, type Condition } from '../../../../shared/actions/conditions.ts';

/** The actions that apply where these conditions hold. */
function applying(...conditions: readonly Condition[]): readonly ActionId[] {
  return ACTION_IDS.filter((id) => applies(actionOf(id), new Set(conditions)));
}

/** What applies with the further conditions only. */
function added(before: readonly Condition[], ...more: readonly Condition[]): readonly ActionId[] {
  const without = applying(...before);
  return applying(...before, ...more).filter((id) => !without.includes(id));
}

describe('what applies', () => {
  it('is opening, the interface and help on the start screen', () => {
    expect(applying('window', 'free')).toStrictEqual([
      'new-window',
      'open-files',
      'open-folder',
      'open-sample',
      'connect',
      'close-window',
      'quit',
      'interface-zoom-in',
      'interface-zoom-out',
      'interface-zoom-reset',
      'theme-system',
      'theme-light',
      'theme-dark',
      'full-screen',
      'reviewer-name',
      'forget-reviews',
      'command-palette',
      'show-shortcuts',
      'allow-console-links',
      'open-log-folder',
      'open-crash-folder',
      'show-licences',
      'show-about',
    ]);
  });

  it('needs several selected nodes for comparing, one for tracing', () => {
    expect(added(['open'], 'two-selected')).toStrictEqual(['paths-between']);
    expect(added(['open'], 'one-selected')).toStrictEqual([
      'expand',
      'sources',
      'dependants',
      'paths-from',
      'paths-to',
      'answers',
    ]);
  });

  it('is for a selected link what is about links', () => {
    expect(added(['open'], 'link', 'anything-selected')).toStrictEqual([
      'clear-selection',
      'link-details',
      'link-source',
      'link-target',
      'link-ends',
    ]);
  });

  it('says why not, naming what is lacking first', () => {
    expect([
      whyNot(actionOf('undo'), new Set<Condition>()),
      whyNot(actionOf('undo'), new Set<Condition>(['open'])),
      whyNot(actionOf('undo'), new Set<Condition>(['open', 'can-undo'])),
    ]).toStrictEqual(['no inventory is open', 'nothing to undo', undefined]);
  });

  it('takes from the settings the theme and what holds for the console', () => {
    expect([
      settingsConditions({ theme: 'dark', allowConsoleLinks: true, askBeforeConsole: false }),
      settingsConditions({ theme: 'system', allowConsoleLinks: false, askBeforeConsole: true }),
    ]).toStrictEqual([
      ['theme-dark', 'console-allowed'],
      ['theme-system', 'console-asks'],
    ]);
  });
});
