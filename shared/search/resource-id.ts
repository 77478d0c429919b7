import type { Graph, GraphNode } from '../graph/graph.ts';
import type { KindId } from '../kinds/index.ts';
import { parseResourceName, type ParsedName } from '../resource/resource-name.ts';

/** Nodes of the given kinds (all when there are none) with their names taken apart; unresolved nodes have no name. */
export function* namedNodes(
  graph: Graph,
  kinds: readonly KindId[] = [],
): Generator<{ readonly node: GraphNode; readonly name: ParsedName }> {
  for (const node of graph.nodes.values()) {
    if (node.state === 'unresolved' || (kinds.length > 0 && !kinds.includes(node.kind))) continue;
    const name = parseResourceName(node.id);
    if (name !== undefined) yield { node, name };
  }
}

/**
 * Whether a name has this id: its last part, or its last parts where an id alone says little (`KEY_RING/KEY`,
 * `REPOSITORY/IMAGE:TAG`). A version at the end of the id (`123@2`) is not part of the identity.
 */
export function hasId(name: ParsedName, id: string): boolean {
  const parts = ownParts(name);
  const own = parts.at(-1) ?? '';
  if (own === id || parts.join('/') === id) return true;
  return /^\d+@[\w-]+$/.test(id) && own === id.split('@', 1)[0];
}

/** Values of a name's variables below its project and location. */
function ownParts(name: ParsedName): string[] {
  return Object.entries(name.variables)
    .filter(([variable]) => variable !== 'project' && variable !== 'location')
    .map(([, value]) => value);
}
