import type { FactGroup } from '../../shared/kinds/kind.ts';
import type { Fact } from '../inventory/worker/protocol/details-protocol.ts';

const TITLES: Readonly<Record<FactGroup, string>> = {
  error: 'Error',
  general: 'General',
  times: 'Times',
  compute: 'Compute',
  image: 'Image and code',
  identity: 'Identity',
  encryption: 'Encryption',
  network: 'Network',
  data: 'Data',
};

/** Groups facts under their headings; an error comes first, since it is what one came for. Groups without facts are left out. */
export function groupFacts(
  facts: readonly Fact[],
): readonly { readonly title: string; readonly facts: readonly Fact[] }[] {
  return Object.entries(TITLES)
    .map(([group, title]) => ({ title, facts: facts.filter((fact) => fact.group === group) }))
    .filter((group) => group.facts.length > 0);
}
