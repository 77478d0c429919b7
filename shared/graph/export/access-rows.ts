import type { Masker } from '../../inventory/masking.ts';
import type { AccessModel, EscalationPath, Grant } from '../access/access.ts';
import type { Graph, NodeId } from '../graph.ts';
import { exportId } from './export-rows.ts';

/** One grant and what it gives; keys that do not apply are absent. The order of the keys is that of the output. */
export interface GrantRow {
  readonly relation: string;
  readonly principal: string;
  readonly resource: string;
  /** Kind of what is reached below `resource`; absent where that is the resource itself. */
  readonly below?: string;
  readonly role: string;
  readonly permissions: readonly string[];
  /** The resource on which it was granted, where that is another than was asked for. */
  readonly inheritedFrom?: string;
  readonly through?: string;
  readonly condition?: string;
  readonly unknown?: string;
  readonly evidence: { readonly document: string; readonly path: string; readonly value: string };
}

/** A way to more rights. */
export interface WayRow {
  readonly principal: string;
  readonly account: string;
  readonly conditional: boolean;
  readonly steps: readonly {
    readonly action: string;
    readonly to: string;
    readonly permissions: readonly string[];
    readonly evidence: readonly GrantRow['evidence'][];
  }[];
  readonly gains: readonly GrantRow[];
}

/** Access to and of one resource or principal. */
export interface AccessRows {
  readonly id: string;
  readonly whoCan: readonly GrantRow[];
  /** Policies that count for it, its own first. */
  readonly policies: readonly { readonly resource: string; readonly state: string }[];
  /** Every policy is there, up to the organisation's. */
  readonly complete: boolean;
  readonly whatCan: readonly GrantRow[];
}

/** Makes the rows of one node, secrets masked. */
export function accessRows(graph: Graph, model: AccessModel, id: NodeId, masker: Masker): AccessRows {
  const { direct, inherited, unknown, policies, complete } = model.whoCan(id);
  const who = [...direct, ...inherited].map(({ relation, permissions, grant }) =>
    grantRow(graph, { relation, permissions, grant, asked: id }, masker),
  );
  const whoUnknown = unknown.map((grant) => unknownRow(graph, grant, id, masker));
  const whatUnknown = model.grantsTo(id).filter(({ reading }) => reading.status === 'unknown');
  return {
    id: exportId(id, masker),
    whoCan: [...who, ...whoUnknown],
    policies,
    complete,
    whatCan: [
      ...model.whatCan(id).map((reach) => reachRow(graph, reach, masker)),
      ...whatUnknown.map((grant) => unknownRow(graph, grant, grant.resource, masker)),
    ],
  };
}

/** Makes the rows of ways to more rights, in their order. */
export function wayRows(graph: Graph, paths: readonly EscalationPath[], masker: Masker): readonly WayRow[] {
  return paths.map(({ principal, account, conditional, steps, gains }) => ({
    principal: exportId(principal, masker),
    account: exportId(account, masker),
    conditional,
    steps: steps.map(({ action, to, permissions, grants }) => ({
      action,
      to: exportId(to, masker),
      permissions,
      evidence: grants.map((grant) => evidenceOf(graph, grant, masker)),
    })),
    gains: gains.map((reach) => reachRow(graph, reach, masker)),
  }));
}

function reachRow(graph: Graph, reach: EscalationPath['gains'][number], masker: Masker): GrantRow {
  const { relation, permissions, grant, scope, kind, through } = reach;
  return {
    ...grantRow(graph, { relation, permissions, grant, asked: grant.resource }, masker),
    ...(scope === 'one' ? {} : { below: kind }),
    ...(through === undefined ? {} : { through: exportId(through, masker) }),
  };
}

function unknownRow(graph: Graph, grant: Grant, asked: NodeId, masker: Masker): GrantRow {
  return grantRow(graph, { relation: 'HAS_ROLE', permissions: [], grant, asked }, masker);
}

interface GivenBy {
  readonly relation: string;
  readonly permissions: readonly string[];
  readonly grant: Grant;
  readonly asked: NodeId;
}

function grantRow(graph: Graph, { relation, permissions, grant, asked }: GivenBy, masker: Masker): GrantRow {
  const { condition, reading } = grant;
  const text = [condition?.title, condition?.expression].filter((part) => part !== undefined && part !== '').join(': ');
  return {
    relation,
    principal: exportId(grant.principal, masker),
    resource: exportId(asked, masker),
    role: grant.role,
    permissions,
    ...(grant.resource === asked ? {} : { inheritedFrom: exportId(grant.resource, masker) }),
    ...(condition === undefined ? {} : { condition: masker.maskText(text) }),
    ...(reading.status === 'unknown' ? { unknown: reading.reason } : {}),
    evidence: evidenceOf(graph, grant, masker),
  };
}

function evidenceOf(graph: Graph, { evidence }: Grant, masker: Masker): GrantRow['evidence'] {
  const { document: id, path, value } = evidence;
  const document = graph.nodes.get(id)?.document;
  const shown = document === undefined ? masker.maskText(value) : masker.maskAt(document, path, value);
  return { document: exportId(id, masker), path, value: shown };
}
