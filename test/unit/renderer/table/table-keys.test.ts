import { describe, expect, it } from 'vitest';
import type { ListRow } from '../../../../renderer/inventory/worker/protocol/table-protocol.ts';
import { movedRow, treeMove } from '../../../../renderer/table/table-keys.ts';
import { nodeId } from '../../../tools/make-graph.ts';

describe('movedRow()', () => {
  it('goes by rows, pages and to the ends, and never past them', () => {
    const keys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'];
    expect(keys.map((key) => movedRow(key, 5, 20, 10))).toStrictEqual([6, 4, 15, 0, 0, 19]);
    expect(keys.map((key) => movedRow(key, 19, 20, 10))).toStrictEqual([19, 18, 19, 9, 0, 19]);
  });

  it('goes nowhere for other keys and in an empty table', () => {
    expect(movedRow('x', 5, 20, 10)).toBeUndefined();
    expect(movedRow('constructor', 5, 20, 10)).toBeUndefined();
    expect(movedRow('ArrowDown', 0, 0, 10)).toBeUndefined();
  });
});

describe('treeMove()', () => {
  const rows: readonly ListRow[] = [
    { group: { id: 'a', title: 'a', isOpen: true, count: 2 }, tree: { level: 1, position: 1, siblings: 2 } },
    { group: { id: 'b', title: 'b', isOpen: true, count: 2 }, tree: { level: 2, position: 1, siblings: 1 } },
    row(1),
    row(2),
    { group: { id: 'c', title: 'c', isOpen: false, count: 1 }, tree: { level: 1, position: 2, siblings: 2 } },
  ];
  const move = (key: string, at: number) => treeMove(key, at, (index) => rows[index]);

  it('opens what is closed, goes into what is open, and stays at a resource', () => {
    expect(move('ArrowRight', 4)).toStrictEqual({ does: 'toggle', group: 'c' });
    expect(move('ArrowRight', 0)).toStrictEqual({ does: 'go', to: 1 });
    expect(move('ArrowRight', 2)).toBeUndefined();
  });

  it('closes what is open, and goes from all else to the group it is in', () => {
    expect(move('ArrowLeft', 1)).toStrictEqual({ does: 'toggle', group: 'b' });
    expect(move('ArrowLeft', 3)).toStrictEqual({ does: 'go', to: 1 });
    expect(move('ArrowLeft', 4)).toBeUndefined();
  });

  it('goes past groups beside it to the one above', () => {
    const groups: readonly ListRow[] = [...rows.slice(0, 2), closed];
    expect(treeMove('ArrowLeft', 2, (index) => groups[index])).toStrictEqual({ does: 'go', to: 0 });
  });

  it('does nothing in a table, for other keys, and where the rows above are not there', () => {
    expect(move('x', 0)).toBeUndefined();
    expect(treeMove('ArrowLeft', 0, () => undefined)).toBeUndefined();
    expect(treeMove('ArrowLeft', 2, (index) => (index === 2 ? closed : undefined))).toBeUndefined();
  });
});

const closed: ListRow = {
  group: { id: 'd', title: 'd', isOpen: false, count: 1 },
  tree: { level: 2, position: 2, siblings: 2 },
};

function row(position: number): ListRow {
  return {
    node: { id: nodeId(`job-${String(position)}`), kind: 'gcp-ai-platform-custom-job', state: 'present', title: 'job' },
    cells: {},
    tree: { level: 3, position, siblings: 2 },
  };
}
