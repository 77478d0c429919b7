import { compareText } from '../../compare.ts';
import { kindById } from '../../kinds/index.ts';
import type { KindId } from '../../kinds/index.ts';
import { parseResourceName } from '../../resource/resource-name.ts';
import type { Graph, NodeId } from '../graph.ts';
import type { Access, AccessModel, Grant, PolicySource, Reach, WhoCan } from './access.ts';
import { findEscalations } from './escalations.ts';
import { createHierarchy } from './hierarchy.ts';
import { accessGiven, judgedKindsBelow } from './kind-scopes.ts';
import { PRINCIPAL } from './principal-id.ts';
import { readGrants } from './read-grants.ts';

/** What all resources of a kind in one parent have from above. */
interface Inherited {
  readonly access: readonly Access[];
  readonly unknown: readonly Grant[];
  readonly policies: readonly PolicySource[];
}

const ORGANIZATION: KindId = 'gcp-cloud-resource-manager-organization';
const PROJECT: KindId = 'gcp-cloud-resource-manager-project';

/** Basic roles, and the convenience groups of the principals who hold them on a project. */
const CONVENIENCE: Readonly<Record<string, string>> = {
  'roles/owner': 'projectOwner',
  'roles/editor': 'projectEditor',
  'roles/viewer': 'projectViewer',
};

const NO_GRANTS: readonly Grant[] = [];
const NOTHING: Inherited = { access: [], unknown: [], policies: [] };

const MOST_TARGETS = 1000;
const MOST_PATHS = 500;

/**
 * Makes the access model of a graph. Reading the policies is linear in their members; what is inherited is worked out when it is
 * asked for, once for all resources of a kind in one parent, and never multiplied out.
 */
export function createAccessModel(graph: Graph): AccessModel {
  const { byResource, byPrincipal, principals } = readGrants(graph);
  const hierarchy = createHierarchy(graph);
  const inherited = new Map<string, Inherited>();
  const reaches = new Map<NodeId, readonly Reach[]>();
  let targets: ReadonlyMap<string, readonly NodeId[]> | undefined;

  function grantsOn(resource: NodeId): readonly Grant[] {
    return byResource.get(resource) ?? NO_GRANTS;
  }

  function inheritedBy(kind: KindId, parent: NodeId | undefined): Inherited {
    if (parent === undefined) {
      return NOTHING;
    }
    const key = `${kind} ${parent}`;
    const known = inherited.get(key);
    if (known !== undefined) {
      return known;
    }
    const chain = hierarchy.chainOf(parent);
    const grants = chain.flatMap(grantsOn);
    const found = { access: accessOf(kind, grants), unknown: unknownOf(grants), policies: policiesOf(graph, chain) };
    inherited.set(key, found);
    return found;
  }

  function whoCan(resource: NodeId): WhoCan {
    const kind = kindOf(graph, resource);
    if (kind === undefined) {
      return { direct: [], inherited: [], unknown: [], policies: [], complete: false };
    }
    const own = grantsOn(resource);
    const above = inheritedBy(kind, hierarchy.parentOf(resource));
    const unknown = unknownOf(own);
    const policies = [...policiesOf(graph, [resource]), ...above.policies];
    return {
      direct: accessOf(kind, own),
      inherited: above.access,
      unknown: unknown.length === 0 ? above.unknown : [...unknown, ...above.unknown],
      policies,
      complete: isComplete(graph, policies),
    };
  }

  function whatCan(principal: NodeId): readonly Reach[] {
    const known = reaches.get(principal);
    if (known !== undefined) {
      return known;
    }
    const own = byPrincipal.get(principal) ?? NO_GRANTS;
    const found = [
      ...own.flatMap((grant) => reachesOf(graph, grant)),
      ...own.flatMap((grant) => {
        const group = convenienceGroup(graph, grant);
        return group === undefined
          ? []
          : (byPrincipal.get(group) ?? NO_GRANTS)
              .flatMap((through) => reachesOf(graph, through))
              .map((reach) => ({ ...reach, through: group }));
      }),
    ];
    reaches.set(principal, found);
    return found;
  }

  const model: AccessModel = {
    principals: [...principals.values()],
    principal: (id) => principals.get(id),
    grantsOn,
    grantsTo: (principal) => byPrincipal.get(principal) ?? NO_GRANTS,
    behind: (principal) => grantsBehind(principals.get(principal)?.member ?? '', grantsOn),
    whoCan,
    whatCan,
    targetsOf({ grant, kind, scope }, limit = MOST_TARGETS) {
      if (scope === 'one') {
        return [grant.resource];
      }
      targets ??= targetsByContainer(graph, hierarchy.chainOf);
      return (targets.get(`${kind} ${grant.resource}`) ?? []).slice(0, limit);
    },
    escalations: (limit = MOST_PATHS) => findEscalations(graph, model, limit),
  };
  return model;
}

function kindOf(graph: Graph, id: NodeId): KindId | undefined {
  return graph.nodes.get(id)?.kind ?? parseResourceName(id)?.kind;
}

function accessOf(kind: KindId, grants: readonly Grant[]): readonly Access[] {
  return grants.flatMap((grant) =>
    accessGiven(kind, grant.reading).map(({ relation, permissions }): Access => ({
      relation,
      principal: grant.principal,
      permissions,
      grant,
    })),
  );
}

function unknownOf(grants: readonly Grant[]): readonly Grant[] {
  return grants.filter(({ reading }) => reading.status === 'unknown');
}

/** Kinds whose resources have no policy of their own (images) are passed over. */
function policiesOf(graph: Graph, chain: readonly NodeId[]): readonly PolicySource[] {
  return chain.flatMap((resource): PolicySource[] => {
    const kind = kindOf(graph, resource);
    const hasPolicy = kind !== undefined && kindById(kind).permissions.policy !== undefined;
    const isRead = graph.nodes.get(resource)?.document?.iamPolicy !== undefined;
    return hasPolicy ? [{ resource, state: isRead ? 'read' : 'not-collected' }] : [];
  });
}

function isComplete(graph: Graph, policies: readonly PolicySource[]): boolean {
  const last = policies.at(-1);
  return (
    last !== undefined &&
    kindOf(graph, last.resource) === ORGANIZATION &&
    policies.every(({ state }) => state === 'read')
  );
}

function reachesOf(graph: Graph, grant: Grant): readonly Reach[] {
  const own = kindOf(graph, grant.resource);
  if (own === undefined) {
    return [];
  }
  const places: readonly (readonly [KindId, Reach['scope']])[] = [
    [own, 'one'],
    ...judgedKindsBelow(own).map((kind): [KindId, 'below'] => [kind, 'below']),
  ];
  return places.flatMap(([kind, scope]) =>
    accessGiven(kind, grant.reading).map(({ relation, permissions }): Reach => ({
      relation,
      permissions,
      grant,
      kind,
      scope,
    })),
  );
}

/** The convenience group that a grant of a basic role on a project makes its principal part of. */
function convenienceGroup(graph: Graph, { role, resource }: Grant): NodeId | undefined {
  const group = CONVENIENCE[role];
  return group === undefined || kindOf(graph, resource) !== PROJECT
    ? undefined
    : (`//iam.googleapis.com/principals/${group}:${projectOf(resource)}` as NodeId);
}

function projectOf(resource: NodeId): string {
  return parseResourceName(resource)?.id ?? '';
}

function grantsBehind(member: string, grantsOn: (resource: NodeId) => readonly Grant[]): readonly Grant[] {
  const [group = '', ...rest] = member.split(':');
  const role = Object.keys(CONVENIENCE).find((name) => CONVENIENCE[name] === group);
  if (role === undefined) {
    return NO_GRANTS;
  }
  const project = `//cloudresourcemanager.googleapis.com/projects/${rest.join(':')}` as NodeId;
  return grantsOn(project).filter((grant) => grant.role === role);
}

/** Resources by kind and by each resource they lie in, sorted. */
function targetsByContainer(
  graph: Graph,
  chainOf: (id: NodeId) => readonly NodeId[],
): ReadonlyMap<string, readonly NodeId[]> {
  const found = new Map<string, NodeId[]>();
  for (const { id, kind, state } of graph.nodes.values()) {
    const isJudged = state !== 'unresolved' && kind !== PRINCIPAL && kindById(kind).access !== undefined;
    for (const container of isJudged ? chainOf(id).slice(1) : []) {
      const key = `${kind} ${container}`;
      const known = found.get(key);
      if (known === undefined) {
        found.set(key, [id]);
      } else {
        known.push(id);
      }
    }
  }
  for (const ids of found.values()) {
    ids.sort(compareText);
  }
  return found;
}
