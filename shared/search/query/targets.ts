import type { Graph, GraphNode } from '../../graph/graph.ts';
import { nodesNamed } from '../named-resource.ts';
import { targetsNamed } from '../reverse-lookup.ts';
import { lowerCase } from '../text.ts';
import type { Estate } from './estate.ts';
import { at } from '../../graph/view/compact-graph.ts';

import { anywhere, patternTest } from './pattern.ts';
import type { Plan } from './plan.ts';
import type { Term } from './syntax.ts';

/** Test of `id:`: the full name in any spelling, its last part, or a pattern somewhere in it. */
export function idTest(graph: Graph, term: Term): (node: GraphNode) => boolean {
  if (term.pattern !== undefined) {
    const test = patternTest(anywhere(term.pattern));
    return (node) => test(lowerCase(node.id));
  }
  const named = new Set(nodesNamed(graph, term.text));
  if (named.size > 0) return (node) => named.has(node);
  const end = `/${term.text}`;
  return (node) => node.id.endsWith(end);
}

/** Which nodes a look-up by the linked resource means: 1 where a node is one of them. */
export function fittingTargets({ graph, index }: Estate, plan: Extract<Plan, { readonly type: 'target' }>): Uint8Array {
  const { term, kind } = plan;
  const fitting = new Uint8Array(index.nodes.length);
  const named =
    term.pattern === undefined && kind !== undefined ? new Set(targetsNamed(graph, kind, term.text)) : undefined;
  const test = named === undefined ? nameTest(graph, term) : (node: GraphNode) => named.has(node);
  index.nodes.forEach((node, number) => {
    if ((kind === undefined || node.kind === kind) && test(node)) fitting[number] = 1;
  });
  return fitting;
}

/** By the title or the last part of the name; without wildcards also by the name in any spelling. */
function nameTest(graph: Graph, term: Term): (node: GraphNode) => boolean {
  const wanted = lowerCase(term.text);
  const test = term.pattern === undefined ? (text: string) => text === wanted : patternTest(term.pattern);
  const named = term.pattern === undefined ? nodesNamed(graph, term.text) : [];
  return (node) => {
    const id = lowerCase(node.id);
    return named.includes(node) || test(lowerCase(node.title)) || test(id.slice(id.lastIndexOf('/') + 1)) || test(id);
  };
}

/** Whether a link leads to one of the nodes a look-up means. */
export function isFitting(fitting: Uint8Array | undefined, node: number): boolean {
  return fitting === undefined || at(fitting, node) === 1;
}
