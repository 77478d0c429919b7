import type { KindId } from '../../kinds/index.ts';
import type { RelationId } from '../../kinds/kind.ts';
import { parseResourceName } from '../../resource/resource-name.ts';
import { unreadable } from '../../resource/reading.ts';
import { ensureReferenced, ensureUnresolved } from '../derivation.ts';
import type { Derivation, PresentResource } from '../derivation.ts';
import type { NodeId } from '../graph.ts';
import type { RoleReading } from './access.ts';
import { accessGiven } from './kind-scopes.ts';
import { grantsOfPolicy } from './policy-grants.ts';
import type { WrittenGrant } from './policy-grants.ts';
import { PRINCIPAL, principalName } from './principal-id.ts';
import { readRole } from './read-role.ts';

/**
 * Adds a node for every principal that a policy names and links it to the resource of the policy by what it can do there. A role
 * that acts on what lies in the resource, or is unknown, is a link of its own relation. What is inherited is not linked: see
 * `decisions/0003-inherited-access-is-computed.md`. Linear in the members of all policies.
 */
export function linkAccess(resources: readonly PresentResource[], derivation: Derivation): void {
  const roles = new Map<string, RoleReading>();
  for (const { name, document } of resources) {
    for (const grant of document.iamPolicy === undefined ? [] : grantsOfPolicy(document.iamPolicy)) {
      let reading = roles.get(grant.role);
      if (reading === undefined) {
        reading = roleOf(grant.role, derivation);
        roles.set(grant.role, reading);
      }
      linkGrant(name.id, document.kind, grant, reading, derivation);
    }
  }
}

function linkGrant(
  resource: NodeId,
  kind: KindId,
  grant: WrittenGrant,
  reading: RoleReading,
  derivation: Derivation,
): void {
  const principal = ensurePrincipal(grant, derivation);
  const given = accessGiven(kind, reading);
  const links: readonly { readonly relation: RelationId; readonly permissions: readonly string[] }[] =
    given.length === 0 ? [{ relation: 'HAS_ROLE', permissions: [] }] : given;
  for (const { relation, permissions } of links) {
    derivation.builder.addLink({
      type: relation,
      from: principal,
      to: resource,
      confidence: 'exact',
      flow: 'none',
      evidence: [
        {
          document: resource,
          path: grant.path,
          value: grant.value,
          facts: {
            role: grant.role,
            ...(permissions.length === 0 ? {} : { permission: permissions.join(', ') }),
            ...(reading.status === 'unknown' ? { unknown: reading.reason } : {}),
            ...(grant.condition === undefined ? {} : { condition: conditionText(grant.condition) }),
          },
        },
      ],
    });
  }
}

function conditionText({ title, expression }: { readonly title?: string; readonly expression: string }): string {
  return [title, expression].filter((text) => text !== undefined && text !== '').join(': ');
}

function ensurePrincipal({ member, value }: WrittenGrant, derivation: Derivation): NodeId {
  const { builder, resolver, projects } = derivation;
  const parsed = principalName(member, projects.canonical);
  if (parsed === undefined) {
    return ensureUnresolved(
      PRINCIPAL,
      value,
      unreadable('This is no member of an IAM policy in any form this app knows.'),
      derivation,
    );
  }
  const resolved = resolver.resolve(parsed);
  if (parsed.kind === PRINCIPAL && !builder.nodes.has(resolved.id)) {
    // A policy that names it is all there is to be collected of a principal.
    builder.setNode({ id: resolved.id, kind: PRINCIPAL, state: 'present', title: parsed.id });
  }
  return parsed.kind === PRINCIPAL ? resolved.id : ensureReferenced(resolved, derivation);
}

/** Reads a role by its own document, if the inventory has it. */
function roleOf(role: string, { builder, resolver }: Derivation): RoleReading {
  const name = parseResourceName(role, { kinds: ['gcp-iam-role'] });
  const node = name === undefined ? undefined : builder.nodes.get(resolver.resolve(name).id);
  return readRole(role, node?.document);
}
