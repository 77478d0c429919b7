import { kindById } from '../kinds/index.ts';
import type { KindId } from '../kinds/index.ts';
import type { ActingAgent } from '../kinds/kind.ts';
import { readServiceAccount } from '../resource/service-account-reference.ts';
import type { Derivation, PresentResource } from './derivation.ts';
import { ensureReferenced } from './derivation.ts';
import type { NodeId } from './graph.ts';
import type { ResolvedName } from './resolve-names.ts';

/** An agent of a kind and the account it has in one project. */
interface ProjectAgent {
  readonly agent: ActingAgent;
  readonly account: ResolvedName;
}

const NO_AGENTS: readonly ProjectAgent[] = [];

/**
 * Links every resource to the service agents of its project that do part of its work in its place, each with the evidence of the
 * link it acts for. Where no document tells the project's number, the agent's address cannot be known and nothing is linked.
 */
export function linkActingAgents(resources: readonly PresentResource[], derivation: Derivation): void {
  // A project has few agents, and all of its jobs have the same ones.
  const known = new Map<KindId, Map<string, readonly ProjectAgent[]>>();
  for (const { name, document } of resources) {
    const { project } = name.parsed;
    if (document.form === 'policy' || project === undefined) {
      continue;
    }
    let ofKind = known.get(document.kind);
    if (ofKind === undefined) {
      ofKind = new Map();
      known.set(document.kind, ofKind);
    }
    let agents = ofKind.get(project);
    if (agents === undefined) {
      agents = agentsOf(document.kind, project, derivation);
      ofKind.set(project, agents);
    }
    for (const agent of agents) {
      linkAgent(name.id, agent, derivation);
    }
  }
}

function agentsOf(kind: KindId, project: string, { projects, resolver }: Derivation): readonly ProjectAgent[] {
  const { actingAgents } = kindById(kind);
  const number = actingAgents === undefined ? undefined : projects.numberOf(project);
  if (actingAgents === undefined || number === undefined) {
    return NO_AGENTS;
  }
  return actingAgents.flatMap((agent) => {
    const reading = readServiceAccount(agent.account.replace('{projectNumber}', number));
    return reading.ok ? { agent, account: resolver.resolve(reading.parsed) } : [];
  });
}

function linkAgent(resource: NodeId, { agent, account }: ProjectAgent, derivation: Derivation): void {
  const links = derivation.builder.linksFrom(resource);
  // The agent's own links are added while the list is gone through.
  const count = links.length;
  for (let index = 0; index < count; index += 1) {
    const link = links[index];
    if (link?.type === agent.for) {
      derivation.builder.addLink({
        type: agent.relation,
        from: resource,
        to: ensureReferenced(account, derivation),
        confidence: 'derived',
        flow: 'none',
        evidence: [...link.evidence],
      });
    }
  }
}
