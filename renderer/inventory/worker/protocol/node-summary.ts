import type { GraphNode } from '../../../../shared/graph/graph.ts';

/** A node without its document, for lists. */
export type NodeSummary = Pick<
  GraphNode,
  'id' | 'kind' | 'state' | 'title' | 'project' | 'location' | 'lifecycle' | 'unsubmitted'
>;
