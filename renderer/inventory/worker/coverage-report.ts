import type { Graph } from '../../../shared/graph/graph.ts';
import type { Inventory, Redaction } from '../../../shared/inventory/inventory.ts';
import type { Masker } from '../../../shared/inventory/masking.ts';
import { KINDS } from '../../../shared/kinds/index.ts';
import type { MaskValue } from './links.ts';
import type { CoverageReport } from './protocol.ts';

/** Returns what is known about what is missing: what could not be read, is only named, or was understood by no rule. */
export function coverageReport(inventory: Inventory, graph: Graph, masker: Masker, mask: MaskValue): CoverageReport {
  const referenced = new Map<string, number>();
  const unresolved: { id: CoverageReport['unresolved'][number]['id']; title: string; reason: string }[] = [];
  for (const node of graph.nodes.values()) {
    if (node.state === 'referenced') referenced.set(node.kind, (referenced.get(node.kind) ?? 0) + 1);
    if (node.state === 'unresolved') {
      unresolved.push({ id: node.id, title: node.title, reason: node.reason ?? 'The value fits no form of a name.' });
    }
  }
  return {
    coverage: inventory.coverage,
    problems: [...inventory.problems, ...graph.problems],
    unclaimed: graph.unclaimed.map((reference) => ({
      ...reference,
      value: mask(reference.document, reference.path, reference.value),
    })),
    redactions: [...inventory.redactions, ...maskedNow(graph, masker)],
    skipped: inventory.skipped,
    referenced: KINDS.flatMap(({ id }) => {
      const count = referenced.get(id);
      return count === undefined ? [] : [{ kind: id, count }];
    }),
    unresolved,
  };
}

/** What is masked on the screen; what a snapshot had masked when it was written is not there to be masked again. */
function* maskedNow(graph: Graph, masker: Masker): Generator<Redaction> {
  for (const { id, document } of graph.nodes.values()) {
    if (document === undefined) continue;
    for (const { path, reason } of masker.maskDocument(document).masked) yield { document: id, path, reason };
  }
}
