import type { Access, AccessModel, EscalationPath, Grant, Reach } from '../../../../shared/graph/access/access.ts';
import type { Evidence, Graph, NodeId } from '../../../../shared/graph/graph.ts';
import { kindById } from '../../../../shared/kinds/index.ts';
import type { RelationId } from '../../../../shared/kinds/kind.ts';
import { RELATIONS } from '../../../../shared/links/relations.ts';
import type { PrincipalType } from '../../../../shared/resource/iam-member.ts';
import { parseResourceName } from '../../../../shared/resource/resource-name.ts';
import { type MaskValue, summaryOf } from './links.ts';
import type { AccessDetails, AccessGroup, AccessRow, AccessWay } from '../protocol/access-protocol.ts';
import type { NodeSummary } from '../protocol/node-summary.ts';

/** Ways to more rights that are listed of one node. */
const MOST_WAYS = 10;
/** Targets counted of what a grant reaches; beyond it “or more” is said. */
const MOST_COUNTED = 1000;

/** What is needed to describe access. */
interface Source {
  readonly graph: Graph;
  readonly model: AccessModel;
  readonly mask: MaskValue;
}

const CONVENIENCE_TYPES: ReadonlySet<PrincipalType> = new Set(['projectOwner', 'projectEditor', 'projectViewer']);
const RELATION_ORDER = new Map<string, number>(Object.keys(RELATIONS).map((relation, index) => [relation, index]));

/**
 * Says who can do what to a resource, what a principal can reach, and the ways to more rights that begin or end there: at most
 * `limit` rows of each group. Undefined where the node is neither.
 */
export function accessDetails(source: Source, id: NodeId, limit: number): AccessDetails | undefined {
  const { graph, model } = source;
  const node = graph.nodes.get(id);
  const isJudged = node !== undefined && node.state !== 'unresolved' && kindById(node.kind).access !== undefined;
  const isPrincipal = model.principal(id) !== undefined;
  if (!isJudged && !isPrincipal) return undefined;
  const behind = model.behind(id);
  const ways = model.escalations().filter(({ principal, account }) => principal === id || account === id);
  return {
    ...(isJudged ? { whoCan: describeWhoCan(source, id, limit) } : {}),
    ...(isPrincipal ? { whatCan: describeWhatCan(source, id, limit) } : {}),
    ...(behind.length === 0 ? {} : { behind: behind.slice(0, limit).map((grant) => roleRow(source, id, grant)) }),
    ways: ways.slice(0, MOST_WAYS).map((path) => describeWay(source, path)),
    wayCount: ways.length,
  };
}

function describeWhoCan(source: Source, id: NodeId, limit: number): NonNullable<AccessDetails['whoCan']> {
  const { direct, inherited, unknown, policies, complete } = source.model.whoCan(id);
  const rows = [...direct, ...inherited].map((access): Row => ({ ...access, row: () => whoRow(source, id, access) }));
  const unknownRows = unknown.map((grant): Row => ({ relation: 'HAS_ROLE', row: () => roleRow(source, id, grant) }));
  return {
    groups: grouped([...rows, ...unknownRows], limit),
    policies: policies.map(({ resource, state }) => ({ node: summaryOfId(source.graph, resource), state })),
    complete,
  };
}

function describeWhatCan(source: Source, id: NodeId, limit: number): NonNullable<AccessDetails['whatCan']> {
  const { model } = source;
  const rows = model.whatCan(id).map((reach): Row => ({ ...reach, row: () => reachRow(source, reach) }));
  const unknown = model.grantsTo(id).filter(({ reading }) => reading.status === 'unknown');
  const unknownRows = unknown.map((grant): Row => ({
    relation: 'HAS_ROLE',
    row: () => ({
      node: summaryOfId(source.graph, grant.resource),
      evidence: evidenceOf(source, grant, []),
      ...factsOf(source, grant),
    }),
  }));
  return { groups: grouped([...rows, ...unknownRows], limit) };
}

/** A row that is made only if it is shown. */
interface Row {
  readonly relation: RelationId;
  readonly row: () => AccessRow;
}

function grouped(rows: readonly Row[], limit: number): readonly AccessGroup[] {
  const groups = new Map<RelationId, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.relation);
    if (group === undefined) groups.set(row.relation, [row]);
    else group.push(row);
  }
  return [...groups]
    .toSorted(([left], [right]) => (RELATION_ORDER.get(left) ?? 0) - (RELATION_ORDER.get(right) ?? 0))
    .map(([relation, of]) => ({ relation, count: of.length, rows: of.slice(0, limit).map(({ row }) => row()) }));
}

function whoRow(source: Source, id: NodeId, { principal, permissions, grant }: Access): AccessRow {
  const audience = audienceOf(source.model, principal);
  return {
    node: summaryOfId(source.graph, principal),
    ...(audience === undefined ? {} : { audience }),
    ...(grant.resource === id ? {} : { inheritedFrom: summaryOfId(source.graph, grant.resource) }),
    evidence: evidenceOf(source, grant, permissions),
    ...factsOf(source, grant),
  };
}

/** Whoever has the basic role on the project is known; the members of other groups are not. */
function audienceOf(model: AccessModel, principal: NodeId): AccessRow['audience'] {
  const known = model.principal(principal);
  return known !== undefined && CONVENIENCE_TYPES.has(known.type) ? 'group-of-role' : known?.audience;
}

/** A row for a grant of which only the role counts. */
function roleRow(source: Source, id: NodeId, grant: Grant): AccessRow {
  return whoRow(source, id, { relation: 'CAN_ADMIN', principal: grant.principal, permissions: [], grant });
}

function reachRow(source: Source, reach: Reach): AccessRow {
  const { grant, permissions, scope, kind, through } = reach;
  return {
    node: summaryOfId(source.graph, grant.resource),
    ...(scope === 'one'
      ? {}
      : { all: { kind, count: source.model.targetsOf(reach, MOST_COUNTED).length, most: MOST_COUNTED } }),
    ...(through === undefined ? {} : { through: summaryOfId(source.graph, through) }),
    evidence: evidenceOf(source, grant, permissions),
    ...factsOf(source, grant),
  };
}

function factsOf({ mask }: Source, { condition, reading, evidence }: Grant): Pick<AccessRow, 'condition' | 'unknown'> {
  const place = evidence.path.replace(/members\[\d+\]$/, 'condition');
  const parts = (['title', 'expression'] as const).flatMap((key) => {
    const text = condition?.[key];
    return text === undefined || text === '' ? [] : [mask(evidence.document, `${place}.${key}`, text)];
  });
  return {
    ...(condition === undefined ? {} : { condition: parts.join(': ') }),
    ...(reading.status === 'unknown' ? { unknown: reading.reason } : {}),
  };
}

function evidenceOf({ mask }: Source, { evidence, role }: Grant, permissions: readonly string[]): Evidence {
  const { document, path, value } = evidence;
  return {
    document,
    path,
    value: mask(document, path, value),
    facts: { role, ...(permissions.length === 0 ? {} : { permission: permissions.join(', ') }) },
  };
}

function describeWay(source: Source, { principal, account, steps, gains, conditional }: EscalationPath): AccessWay {
  const { graph } = source;
  return {
    principal: summaryOfId(graph, principal),
    account: summaryOfId(graph, account),
    steps: steps.map(({ action, to, permissions, grants }) => ({
      action,
      to: summaryOfId(graph, to),
      evidence: grants.map((grant) => evidenceOf(source, grant, permissions)),
    })),
    gains: gains.map((reach) => ({
      relation: reach.relation,
      row: reachRow(source, reach),
    })),
    conditional,
  };
}

/** A node by its id; what no document names (an organisation above a project) is told by its name. */
function summaryOfId(graph: Graph, id: NodeId): NodeSummary {
  const node = graph.nodes.get(id);
  if (node !== undefined) return summaryOf(node);
  const parsed = parseResourceName(id);
  return { id, kind: parsed?.kind ?? 'gcp-iam-principal', state: 'referenced', title: parsed?.id ?? id };
}
