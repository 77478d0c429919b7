import { kindById } from '../kinds/index.ts';
import { readServiceAccount } from '../resource/service-account-reference.ts';
import type { Derivation, PresentResource } from './derivation.ts';
import { ensureReferenced } from './derivation.ts';

/**
 * Links every resource to the service agents of its project that do part of its work in its place, each with the evidence of the
 * link it acts for. Where no document tells the project's number, the agent's address cannot be known and nothing is linked.
 */
export function linkActingAgents(resources: readonly PresentResource[], derivation: Derivation): void {
  const { builder, projects } = derivation;
  for (const { name, document } of resources) {
    const agents = document.form === 'policy' ? undefined : kindById(document.kind).actingAgents;
    const { project } = name.parsed;
    const number = agents === undefined || project === undefined ? undefined : projects.numberOf(project);
    if (agents !== undefined && number !== undefined) {
      const links = [...builder.linksFrom(name.id)];
      for (const agent of agents) {
        const reading = readServiceAccount(agent.account.replace('{projectNumber}', number));
        for (const link of links) {
          if (link.type === agent.for && reading.ok) {
            builder.addLink({
              type: agent.relation,
              from: name.id,
              to: ensureReferenced(derivation.resolver.resolve(reading.parsed), derivation),
              confidence: 'derived',
              flow: 'none',
              evidence: [...link.evidence],
            });
          }
        }
      }
    }
  }
}
