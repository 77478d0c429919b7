import type { Derivation, PresentResource } from './derivation.ts';
import { ensureReferenced, ensureUnresolved } from './derivation.ts';
import type { GraphEdge } from './graph.ts';
import { implicitAccounts } from './implicit-identity.ts';
import type { ImplicitAccount } from './implicit-identity.ts';

/**
 * Links every resource that names no account to the one it acts as: the account of the persistent resource it runs on, where
 * that has one, else the service agent of its project.
 */
export function linkIdentities(resources: readonly PresentResource[], derivation: Derivation): void {
  for (const resource of resources) {
    for (const implicit of implicitAccounts(resource.document, resource.name.parsed.project, derivation.projects)) {
      const host = derivation.builder.linksFrom(resource.name.id).find(({ type }) => type === 'RUNS_ON');
      const accounts = host === undefined ? [] : accountsOf(host, derivation);
      if (host === undefined || accounts.length === 0) {
        linkImplicit(resource, implicit, host, derivation);
      }
      for (const account of accounts) {
        derivation.builder.addLink({
          type: 'RUNS_AS',
          from: resource.name.id,
          to: account.to,
          confidence: 'derived',
          flow: 'none',
          evidence: [...(host?.evidence ?? []), ...account.evidence],
        });
      }
    }
  }
}

function accountsOf(host: GraphEdge, { builder }: Derivation): readonly GraphEdge[] {
  return builder.linksFrom(host.to).filter(({ type }) => type === 'RUNS_AS');
}

/** While the document of the machines is not at hand, they may have an account of their own, so the link is a guess. */
function linkImplicit(
  { name }: PresentResource,
  { path, account, reading }: ImplicitAccount,
  host: GraphEdge | undefined,
  derivation: Derivation,
): void {
  const hostIsKnown = host === undefined || derivation.builder.nodes.get(host.to)?.state === 'present';
  derivation.builder.addLink({
    type: 'IMPLICIT_IDENTITY',
    from: name.id,
    to: reading.ok
      ? ensureReferenced(derivation.resolver.resolve(reading.parsed), derivation)
      : ensureUnresolved('gcp-iam-service-account', account, reading, derivation),
    confidence: hostIsKnown ? 'derived' : 'heuristic',
    flow: 'none',
    evidence: [{ document: name.id, path, value: '' }],
  });
}
