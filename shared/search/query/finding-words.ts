import type { Analysis, Finding, FindingStatus } from '../../findings/finding.ts';
import type { NodeId } from '../../graph/graph.ts';
import { patternTest } from './pattern.ts';
import type { Term } from './syntax.ts';

/** What a query can ask of a finding. */
export type FindingInShort = Pick<Finding, 'rule' | 'title' | 'severity' | 'family' | 'status'>;

/** Finds the findings of a resource. */
export type FindingLookup = (id: NodeId) => readonly FindingInShort[];

const NONE: readonly FindingInShort[] = [];

/** Returns the look-up in an analysis, which is made when it is first needed, and anew when it became another. */
export function findingLookup(judge: () => Analysis): FindingLookup {
  let known:
    | { readonly analysis: Analysis; readonly found: ReadonlyMap<NodeId, readonly FindingInShort[]> }
    | undefined;
  return (id) => {
    const analysis = judge();
    if (known?.analysis !== analysis) known = { analysis, found: byResource(analysis) };
    return known.found.get(id) ?? NONE;
  };
}

function byResource({ findings }: Analysis): ReadonlyMap<NodeId, readonly FindingInShort[]> {
  const found = new Map<NodeId, FindingInShort[]>();
  for (const finding of findings) {
    const others = found.get(finding.resource);
    if (others === undefined) found.set(finding.resource, [finding]);
    else others.push(finding);
  }
  return found;
}

const STATUSES: ReadonlySet<string> = new Set<FindingStatus>(['fail', 'unknown', 'accepted']);

/**
 * Whether a finding is what a term asks for: by status, or by rule, severity or family, which then fails. `undefined` where the
 * rule could not tell. Capitals do not matter.
 */
export function isFinding(term: Term, { rule, severity, family, status }: FindingInShort): boolean | undefined {
  const wanted = term.text.toLowerCase();
  if (STATUSES.has(wanted)) return status === wanted;
  const test = term.pattern === undefined ? (word: string) => word === wanted : patternTest(term.pattern);
  if (status === 'accepted' || ![rule, severity, family].some((word) => test(word.toLowerCase()))) return false;
  return status === 'fail' ? true : undefined;
}

/** Whether a finding counts where any will do: one that fails; `undefined` where a rule could not tell. */
export function isAnyFinding({ status }: FindingInShort): boolean | undefined {
  if (status === 'accepted') return false;
  return status === 'fail' ? true : undefined;
}
