import { kindById } from '../kinds/index.ts';
import type { RelationId } from '../kinds/kind.ts';
import { readServiceAccount } from '../resource/service-account-reference.ts';
import type { GraphBuilder } from './build-graph.ts';
import type { Derivation, PresentResource } from './derivation.ts';
import { ensureReferenced } from './derivation.ts';
import type { GraphEdge, NodeId } from './graph.ts';
import type { ResolvedName } from './resolve-names.ts';

/**
 * Links every resource to the service agents of its project that do part of its work in its place, each with the evidence of the
 * link it acts for. Where no document tells the project's number, the agent's address cannot be known and nothing is linked.
 */
export function linkActingAgents(resources: readonly PresentResource[], derivation: Derivation): void {
  const { builder, projects, resolver } = derivation;
  // A project has few agents, and all of its jobs have the same ones.
  const known = new Map<string, ResolvedName | undefined>();
  function agentOf(account: string, number: string): ResolvedName | undefined {
    const address = account.replace('{projectNumber}', number);
    if (!known.has(address)) {
      const reading = readServiceAccount(address);
      known.set(address, reading.ok ? resolver.resolve(reading.parsed) : undefined);
    }
    return known.get(address);
  }
  for (const { name, document } of resources) {
    const agents = document.form === 'policy' ? undefined : kindById(document.kind).actingAgents;
    const { project } = name.parsed;
    const number = agents === undefined || project === undefined ? undefined : projects.numberOf(project);
    if (agents !== undefined && number !== undefined) {
      for (const agent of agents) {
        const account = agentOf(agent.account, number);
        if (account === undefined) {
          continue;
        }
        for (const link of linksOfType(builder, name.id, agent.for)) {
          builder.addLink({
            type: agent.relation,
            from: name.id,
            to: ensureReferenced(account, derivation),
            confidence: 'derived',
            flow: 'none',
            evidence: [...link.evidence],
          });
        }
      }
    }
  }
}

/** A list of its own: links are added while it is gone through. */
function linksOfType(builder: GraphBuilder, id: NodeId, type: RelationId): readonly GraphEdge[] {
  return builder.linksFrom(id).filter((link) => link.type === type);
}
