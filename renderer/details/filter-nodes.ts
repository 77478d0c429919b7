import type { NodeSummary } from '../inventory/worker/protocol/node-summary.ts';

/** Returns the nodes of which title, project, location or state contain every word of the filter, upper and lower case alike. */
export function filterNodes(nodes: readonly NodeSummary[], filter: string): readonly NodeSummary[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return nodes;
  return nodes.filter((node) => {
    const text = [node.title, node.project, node.location, node.lifecycle].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
