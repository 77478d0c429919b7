import type { GraphEdge, GraphNode, NodeId } from '../../graph/graph.ts';
import { RELATIONS } from '../../links/relations.ts';
import type { MatchReason } from './explain.ts';

/** How the describer names other resources and shows values, which may be secrets. */
export interface ReasonWords {
  readonly title: (id: NodeId) => string;
  /** The value at a path of a resource's document, masked where it is a secret. */
  readonly value: (id: NodeId, path: string, value: string) => string;
}

/** Says why a resource matches a part of a query, in one line. */
export function describeReason(reason: MatchReason, node: GraphNode, words: ReasonWords): string {
  switch (reason.type) {
    case 'text':
      return `${reason.field}: ${reason.text}`;
    case 'value': {
      if (reason.path === undefined) return `${reason.field}: ${reason.value}`;
      return `${reason.path}: ${words.value(node.id, reason.path, reason.value)}`;
    }
    case 'links':
      return describeLinks(reason.links, node, words);
    case 'count':
      return `named by ${reason.count} ${reason.count === 1 ? 'resource' : 'resources'}`;
    case 'finding':
      return `finding: ${reason.title}`;
    case 'not':
      return 'is not so';
  }
}

/** “launched by nightly, which pulls image trainer:7”; the field of the first link is what proves it. */
function describeLinks(links: readonly GraphEdge[], node: GraphNode, { title, value }: ReasonWords): string {
  let here = node.id;
  const steps = links.map(({ from, to, type }, index) => {
    const isForward = from === here;
    here = isForward ? to : from;
    const label = isForward ? RELATIONS[type].label : RELATIONS[type].reverseLabel;
    return `${index === 0 ? '' : ', '}${label} ${title(here)}`;
  });
  const [evidence] = links[0]?.evidence ?? [];
  if (links.length > 1 || evidence === undefined || evidence.value === '') return steps.join('');
  return `${steps.join('')} (${evidence.path}: ${value(evidence.document, evidence.path, evidence.value)})`;
}
