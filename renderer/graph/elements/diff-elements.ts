import type { DrawnNode } from './drawn-elements.ts';

/** What must be done to turn one drawing into another. */
export interface ElementDiff {
  readonly added: readonly DrawnNode[];
  /** Ids. */
  readonly removed: readonly string[];
  /** Nodes that stay, with other data or classes. */
  readonly changed: readonly DrawnNode[];
  /** Nodes that stay, at another position. */
  readonly moved: readonly DrawnNode[];
}

/** The difference of two drawings. Cost is linear in both. */
export function diffElements(
  before: ReadonlyMap<string, DrawnNode>,
  after: ReadonlyMap<string, DrawnNode>,
): ElementDiff {
  const added: DrawnNode[] = [];
  const changed: DrawnNode[] = [];
  const moved: DrawnNode[] = [];
  const removed = [...before.keys()].filter((id) => !after.has(id));
  for (const [id, node] of after) {
    const old = before.get(id);
    if (old === undefined) {
      added.push(node);
    } else if (old !== node) {
      if (old.classes !== node.classes || !sameData(old.data, node.data)) changed.push(node);
      if (old.position.x !== node.position.x || old.position.y !== node.position.y) moved.push(node);
    }
  }
  return { added, removed, changed, moved };
}

function sameData(one: DrawnNode['data'], other: DrawnNode['data']): boolean {
  return one.kind === other.kind && one.label === other.label && one.image === other.image;
}
