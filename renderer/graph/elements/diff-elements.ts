import type { DrawnElement } from './drawn-elements.ts';

/** What must be done to turn one drawing into another. */
export interface ElementDiff {
  /** Nodes before edges. */
  readonly added: readonly DrawnElement[];
  /** Ids, edges and nodes. */
  readonly removed: readonly string[];
  /** Elements that stay, with other data or classes. */
  readonly changed: readonly DrawnElement[];
  /** Nodes that stay, at another position. */
  readonly moved: readonly DrawnElement[];
}

/**
 * The difference of two drawings. An edge whose ends changed is removed and added, as Cytoscape cannot rewire one by data. Cost
 * is linear in both.
 */
export function diffElements(
  before: ReadonlyMap<string, DrawnElement>,
  after: ReadonlyMap<string, DrawnElement>,
): ElementDiff {
  const added: DrawnElement[] = [];
  const changed: DrawnElement[] = [];
  const moved: DrawnElement[] = [];
  const removed = [...before.keys()].filter((id) => !after.has(id));
  for (const [id, element] of after) {
    const old = before.get(id);
    if (old === undefined) {
      added.push(element);
    } else if (old === element) {
      continue;
    } else if (rewired(old, element)) {
      removed.push(id);
      added.push(element);
    } else {
      if (old.classes !== element.classes || !sameData(old.data, element.data)) changed.push(element);
      if (old.group === 'nodes' && element.group === 'nodes' && !samePosition(old.position, element.position)) {
        moved.push(element);
      }
    }
  }
  return { added, removed, changed, moved };
}

function rewired(before: DrawnElement, after: DrawnElement): boolean {
  if (before.group === 'nodes' || after.group === 'nodes') return before.group !== after.group;
  return before.source !== after.source || before.target !== after.target;
}

function samePosition(one: { x: number; y: number }, other: { x: number; y: number }): boolean {
  return one.x === other.x && one.y === other.y;
}

function sameData(one: DrawnElement['data'], other: DrawnElement['data']): boolean {
  // Most elements of a changed view are as before, and of those most are the very same.
  if (one === other) return true;
  const before: Readonly<Record<string, string>> = one;
  const after: Readonly<Record<string, string>> = other;
  const keys = Object.keys(before);
  return keys.length === Object.keys(after).length && keys.every((key) => before[key] === after[key]);
}
