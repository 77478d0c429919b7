import { describe, expect, it } from 'vitest';
import type { MainProcess } from '../../../../renderer/api/client.ts';
import type { InventoryClient } from '../../../../renderer/inventory/inventory-client.ts';
import type { DrawnLink } from '../../../../renderer/inventory/worker/protocol/details-protocol.ts';
import { type Workbench } from '../../../../renderer/state/workbench.ts';
import { createWorkbench } from '../../../../renderer/workbench/create-workbench.ts';

/** A window on its start screen; nothing here asks the worker or the main process. */
function setUp(): { readonly workbench: Workbench; readonly holds: () => readonly string[] } {
  const stored = new Map<string, string>();
  const workbench = createWorkbench(
    {} as unknown as MainProcess,
    { onUpdated: () => undefined, onProgress: () => undefined, onLost: () => undefined } as unknown as InventoryClient,
    { getItem: (key) => stored.get(key) ?? null, setItem: (key, value) => stored.set(key, value) },
    false,
  );
  return { workbench, holds: () => [...workbench.conditions.getState()] };
}

const READS: DrawnLink = {
  id: 'a reads b',
  source: 'a',
  target: 'b',
  type: 'READS_DATA',
  confidence: 'exact',
  flow: 'in',
};

const AT_FIRST = [
  'window',
  'free',
  'graph-shown',
  'badges-shown',
  'filters-shown',
  'minimap-shown',
  'in-columns',
  'spaced-as-usual',
  'grouped-by-links',
];

describe('what holds in the window', () => {
  it('is little on the start screen', () => {
    expect(setUp().holds()).toStrictEqual(AT_FIRST);
  });

  it('follows panes, dialogs, text fields, the settings and the search', () => {
    const { workbench, holds } = setUp();
    workbench.panes.getState().show('findings');
    workbench.dialogs.getState().open({ type: 'shortcuts' });
    workbench.typing.setState(true, true);
    workbench.app.setState({
      settings: { theme: 'dark', allowConsoleLinks: true, askBeforeConsole: false, savedQueries: [], reviewer: 'ada' },
    });
    workbench.search.setState({ query: ' kind:job ' });
    expect(holds()).toStrictEqual([
      'window',
      'typing',
      'query',
      'graph-shown',
      'badges-shown',
      'filters-shown',
      'findings-shown',
      'minimap-shown',
      'in-columns',
      'spaced-as-usual',
      'grouped-by-links',
      'theme-dark',
      'console-allowed',
    ]);
  });

  it('follows what is selected and where one was', () => {
    const { workbench, holds } = setUp();
    workbench.selection.getState().selectLink(READS);
    expect(holds().filter((condition) => !AT_FIRST.includes(condition))).toStrictEqual([
      'link',
      'anything-selected',
      'can-go-back',
    ]);
    workbench.selection.getState().back();
    expect(holds().filter((condition) => !AT_FIRST.includes(condition))).toStrictEqual(['can-go-forward']);
  });

  it('is told only when it differs', () => {
    const { workbench } = setUp();
    let told = 0;
    workbench.conditions.subscribe(() => {
      told += 1;
    });
    workbench.search.setState({ query: 'a' });
    workbench.search.setState({ query: 'ab' });
    workbench.search.setState({ query: 'abc' });
    expect(told).toBe(1);
  });
});
