import { describe, expect, it } from 'vitest';
import { startHistory } from '../../../../../renderer/state/view/history.ts';
import { NOTHING } from '../../../../../renderer/state/selection-store.ts';
import {
  bringToFront,
  insertTab,
  moveTab,
  neighbourOf,
  nextTabName,
  ONE_TAB,
  reinsertTab,
  removeTab,
  renameTab,
  type Tab,
  type TabContent,
  type TabState,
} from '../../../../../renderer/state/tabs/tab-store.ts';
import { startTrail } from '../../../../../renderer/state/view/trail.ts';
import { EMPTY_MEMORY } from '../../../../../renderer/state/view/view-store.ts';

const content: TabContent = {
  history: startHistory(EMPTY_MEMORY),
  trail: startTrail(NOTHING),
  trace: undefined,
  viewport: undefined,
};
const b: Tab = { id: 'b', name: 'B', content };
const c: Tab = { id: 'c', name: 'C', content };

/** Views first (in front), B and C. */
const three: TabState = insertTab(insertTab(ONE_TAB, c), b);

function ids({ tabs }: TabState): string {
  return tabs.map(({ id }) => id).join(' ');
}

describe('the views of an inventory', () => {
  it('come behind the one in front', () => {
    expect(ids(three)).toBe('first b c');
  });

  it('have names that no other has', () => {
    expect(nextTabName(ONE_TAB.tabs)).toBe('View 2');
    expect(nextTabName(renameTab(three, 'b', 'View 4').tabs)).toBe('View 5');
  });

  it('swap their contents when another comes to the front', () => {
    expect(bringToFront(three, 'b', content)).toStrictEqual({
      ...three,
      active: 'b',
      tabs: [{ id: 'first', name: 'View 1', content }, { id: 'b', name: 'B' }, c],
    });
  });

  it('go round at the ends', () => {
    expect([neighbourOf(three, 1), neighbourOf(three, -1), neighbourOf(ONE_TAB, 1)]).toStrictEqual(['b', 'c', 'first']);
  });

  it('close and open again at their places, the last one first', () => {
    const closed = removeTab(removeTab(three, 'b'), 'c');
    expect([ids(closed), closed.closed.map(({ tab }) => tab.id)]).toStrictEqual(['first', ['c', 'b']]);
    const again = reinsertTab(reinsertTab(closed));
    expect([ids(again), again.closed]).toStrictEqual(['first b c', []]);
    expect(reinsertTab(three)).toBe(three);
  });

  it('does not close the one in front, nor one that is not there', () => {
    expect([removeTab(three, 'first'), removeTab(three, 'z')]).toStrictEqual([three, three]);
  });

  it('move to another place, as far as the ends', () => {
    expect([ids(moveTab(three, 'first', 1)), ids(moveTab(three, 'c', -3)), ids(moveTab(three, 'b', 9))]).toStrictEqual([
      'b first c',
      'c first b',
      'first c b',
    ]);
    expect(moveTab(three, 'z', 0)).toBe(three);
  });
});
