import type { GraphNode } from '../graph/graph.ts';
import type { KindId } from '../kinds/index.ts';
import { lookup } from './rule.ts';
import type { RuleContext } from './rule.ts';

interface ReadParts {
  /** `KIND PROJECT` of what was listed as a whole. */
  readonly whole: ReadonlySet<string>;
  /** The same of what was asked for with each resource that was read. */
  readonly named: ReadonlySet<string>;
  /** `KIND ID` of resources of whose parts something could not be read. */
  readonly failed: ReadonlySet<string>;
}

const readParts = lookup(({ coverage, graph }): ReadParts => {
  const [whole, named, failed] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { kind, project, status, extent, resource, aspect } of coverage) {
    if (aspect === 'parts' && resource !== undefined && status !== 'read') {
      failed.add(`${kind} ${lastPart(resource)}`);
    } else if (resource === undefined && status === 'read') {
      (extent === 'named' ? named : whole).add(`${kind} ${graph.projectIds.get(project) ?? project}`);
    }
  }
  return { whole, named, failed };
});

/**
 * Whether all resources of a kind that belong to a resource were read (the firewall rules of a network, the keys of an account),
 * so that there are no more of them than the inventory holds.
 */
export function partsWereRead(context: RuleContext, kind: KindId, { id, project = '-', state }: GraphNode): boolean {
  const { whole, named, failed } = readParts(context);
  const key = `${kind} ${project}`;
  return whole.has(key) || (state === 'present' && named.has(key) && !failed.has(`${kind} ${lastPart(id)}`));
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
