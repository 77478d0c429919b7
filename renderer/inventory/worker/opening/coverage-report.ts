import type { Graph, GraphNode } from '../../../../shared/graph/graph.ts';
import type { Inventory, Redaction } from '../../../../shared/inventory/inventory.ts';
import { hiddenTextsOf } from '../../../../shared/inventory/masking.ts';
import { KINDS } from '../../../../shared/kinds/index.ts';
import type { MaskValue } from '../details/links.ts';
import type { CoverageReport } from '../protocol/protocol.ts';

/** Entries of a list that are sent to the window; more are counted: nobody reads them, and handing them over would block it. */
const MOST_LISTED = 5000;
/** Documents that are looked through between two pauses. */
const STEP = 200;

type Unresolved = CoverageReport['unresolved'][number];

/**
 * Returns what is known about what is missing: what could not be read, is only named, was understood by no rule or is masked.
 * Pauses (yields) now and then, because every document is looked through for secrets.
 */
export function* coverageInSteps(inventory: Inventory, graph: Graph, mask: MaskValue): Generator<void, CoverageReport> {
  const referenced = new Map<string, number>();
  const unresolved: Unresolved[] = [];
  const redactions: Redaction[] = [...inventory.redactions];
  let seen = 0;
  for (const node of graph.nodes.values()) {
    if (node.state === 'referenced') referenced.set(node.kind, (referenced.get(node.kind) ?? 0) + 1);
    if (node.state === 'unresolved') unresolved.push(describeUnresolved(node));
    redactions.push(...maskedIn(node));
    seen += 1;
    if (seen % STEP === 0) yield;
  }
  const beyond = {
    ...beyondListed('unclaimed', graph.unclaimed),
    ...beyondListed('redactions', redactions),
    ...beyondListed('unresolved', unresolved),
  };
  return {
    coverage: inventory.coverage,
    problems: [...inventory.problems, ...graph.problems],
    unclaimed: graph.unclaimed.slice(0, MOST_LISTED).map((reference) => ({
      ...reference,
      value: mask(reference.document, reference.path, reference.value),
    })),
    redactions: redactions.slice(0, MOST_LISTED),
    skipped: inventory.skipped,
    referenced: KINDS.flatMap(({ id }) => {
      const count = referenced.get(id);
      return count === undefined ? [] : [{ kind: id, count }];
    }),
    unresolved: unresolved.slice(0, MOST_LISTED),
    ...(Object.keys(beyond).length === 0 ? {} : { beyond }),
  };
}

function describeUnresolved({ id, title, reason }: GraphNode): Unresolved {
  return { id, title, reason: reason ?? 'The value fits no form of a name.' };
}

/** What is masked on the screen. Only the places are wanted here, so no mask is made and no masked document is kept. */
function maskedIn({ id, document }: GraphNode): Redaction[] {
  if (document === undefined) return [];
  return [...hiddenTextsOf(document, () => '')].map(([path, { reason }]) => ({ document: id, path, reason }));
}

function beyondListed(name: string, list: readonly unknown[]): Readonly<Record<string, number>> {
  return list.length > MOST_LISTED ? { [name]: list.length - MOST_LISTED } : {};
}
