import { at, type CompactGraph } from './compact-graph.ts';
import { titleStem } from './title-stem.ts';

/** A property of all nodes of a graph: the number of its value per node, and the values by number. */
export interface Coded {
  readonly of: Int32Array;
  readonly values: readonly string[];
}

/**
 * Properties of nodes as numbers. Views compare and count them for all nodes again and again, which is many times faster than with
 * texts. `''` stands for what a node does not have.
 */
export interface NodeCodes {
  /** Kind, state and whether it was submitted, together. */
  readonly sort: Coded;
  readonly project: Coded;
  readonly location: Coded;
  readonly lifecycle: Coded;
  /** What its name has in common with others: `titleStem`. */
  readonly stem: Coded;
  /**
   * Links of each node in an order of their own, as numbers that tell the other end, relation, certainty, flow and direction:
   * those of node n are `links[offsets[n]]` to `links[offsets[n + 1] - 1]`, with `offsets` of the compact graph.
   */
  readonly links: Float64Array;
  /** The other end of each of these links. */
  readonly others: Int32Array;
}

const known = new WeakMap<CompactGraph, NodeCodes>();

/** Returns the codes of a graph, which are made when they are first asked for. */
export function nodeCodes(compact: CompactGraph): NodeCodes {
  const made = known.get(compact);
  if (made !== undefined) return made;
  const { nodes } = compact;
  const codes = {
    sort: coded(nodes, ({ kind, state, unsubmitted }) => `${kind}\n${state}\n${unsubmitted === true}`),
    project: coded(nodes, ({ project }) => project ?? ''),
    location: coded(nodes, ({ location }) => location ?? ''),
    lifecycle: coded(nodes, ({ lifecycle }) => lifecycle ?? ''),
    stem: coded(nodes, ({ title }) => titleStem(title)),
    ...orderedLinks(compact),
  };
  known.set(compact, codes);
  return codes;
}

function coded<Item>(items: readonly Item[], valueOf: (item: Item) => string): Coded {
  const numbers = new Map<string, number>();
  const values: string[] = [];
  const of = Int32Array.from(items, (item) => {
    const value = valueOf(item);
    const number = numbers.get(value) ?? values.push(value) - 1;
    numbers.set(value, number);
    return number;
  });
  return { of, values };
}

function orderedLinks(compact: CompactGraph): Pick<NodeCodes, 'links' | 'others'> {
  const { nodes, offsets, incident, from, to, edgeClass, classes } = compact;
  const links = new Float64Array(incident.length);
  const sorts = classes.length * 2;
  for (let node = 0; node < nodes.length; node += 1) {
    const [begin, end] = [at(offsets, node), at(offsets, node + 1)];
    for (let place = begin; place < end; place += 1) {
      const edge = at(incident, place);
      const isOutgoing = at(from, edge) === node;
      const other = isOutgoing ? at(to, edge) : at(from, edge);
      links[place] = other * sorts + at(edgeClass, edge) * 2 + Number(isOutgoing);
    }
    links.subarray(begin, end).sort();
  }
  return { links, others: Int32Array.from(links, (link) => Math.floor(link / sorts)) };
}
