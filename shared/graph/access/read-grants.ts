import { compareText } from '../../compare.ts';
import type { ResourceDocument } from '../../resource/document.ts';
import type { IamMember } from '../../resource/iam-member.ts';
import { parseResourceName } from '../../resource/resource-name.ts';
import type { Graph, NodeId } from '../graph.ts';
import type { Grant, Principal, RoleReading } from './access.ts';
import { grantsOfPolicy } from './policy-grants.ts';
import type { WrittenGrant } from './policy-grants.ts';
import { PRINCIPAL, principalName } from './principal-id.ts';
import { readRole } from './read-role.ts';

/** Every grant of every policy of a graph. */
export interface GraphGrants {
  readonly byResource: ReadonlyMap<NodeId, readonly Grant[]>;
  readonly byPrincipal: ReadonlyMap<NodeId, readonly Grant[]>;
  /** Sorted by node id. */
  readonly principals: ReadonlyMap<NodeId, Principal>;
}

/** Reads the policies of all documents of a graph. Linear in their members, but for sorting the principals. */
export function readGrants(graph: Graph): GraphGrants {
  const byResource = new Map<NodeId, Grant[]>();
  const byPrincipal = new Map<NodeId, Grant[]>();
  const principals = new Map<NodeId, Principal>();
  const roles = new Map<string, RoleReading>();
  const ids = new Map<string, NodeId>();
  const canonicalProject = (project: string): string => graph.projectIds.get(project) ?? project;
  for (const { id: resource, document } of graph.nodes.values()) {
    for (const written of document?.iamPolicy === undefined ? [] : grantsOfPolicy(document.iamPolicy)) {
      const principal = ids.get(written.value) ?? principalId(written, graph, canonicalProject);
      ids.set(written.value, principal);
      const reading = roles.get(written.role) ?? readRole(written.role, roleDocument(written.role, graph));
      roles.set(written.role, reading);
      const grant: Grant = {
        principal,
        resource,
        role: written.role,
        reading,
        ...(written.condition === undefined ? {} : { condition: written.condition }),
        evidence: { document: resource, path: written.path, value: written.value },
      };
      append(byResource, resource, grant);
      append(byPrincipal, principal, grant);
      if (!principals.has(principal)) {
        principals.set(principal, principalOf(principal, written.member, canonicalProject));
      }
    }
  }
  const sorted = [...principals].toSorted(([left], [right]) => compareText(left, right));
  return { byResource, byPrincipal, principals: new Map(sorted) };
}

function append(index: Map<NodeId, Grant[]>, id: NodeId, grant: Grant): void {
  const known = index.get(id);
  if (known === undefined) {
    index.set(id, [grant]);
  } else {
    known.push(grant);
  }
}

function principalOf(id: NodeId, read: IamMember, canonicalProject: (project: string) => string): Principal {
  const { type, deleted, audience, project } = read;
  const member = project === undefined ? read.member : `${type}:${canonicalProject(project)}`;
  return { id, type, member, deleted, audience };
}

function principalId(
  { member, value }: WrittenGrant,
  graph: Graph,
  canonicalProject: (project: string) => string,
): NodeId {
  const name = principalName(member, canonicalProject);
  return name === undefined ? (`unresolved:${PRINCIPAL}:${value}` as NodeId) : nodeOf(name.name, graph);
}

function roleDocument(role: string, graph: Graph): ResourceDocument | undefined {
  const name = parseResourceName(role, { kinds: ['gcp-iam-role'] });
  return name === undefined ? undefined : graph.nodes.get(nodeOf(name.name, graph))?.document;
}

/** The node a name stands for: itself, or what the graph knows by this spelling. */
function nodeOf(name: string, graph: Graph): NodeId {
  const id = name as NodeId;
  return graph.nodes.has(id) ? id : (graph.aliases.get(name) ?? id);
}
