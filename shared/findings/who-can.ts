import type { Access, Grant, Principal, WhoCan } from '../graph/access/access.ts';
import type { AccessRelation } from '../kinds/kind.ts';
import type { GraphNode } from '../graph/graph.ts';
import { parseServiceAccount } from '../resource/service-account.ts';
import { judge, missing, proofOf } from './facts.ts';
import { areComparable } from './identities.ts';
import { lookup } from './rule.ts';
import type { Missing, RuleContext, Verdict } from './rule.ts';

/** A question about those who have access to a resource. */
export interface AccessQuestion {
  /** Tells the questions of different rules apart; with one id goes one meaning. */
  readonly id: string;
  readonly relations: readonly AccessRelation[];
  /** `project`: that of the resource. */
  isBad(principal: Principal, project: string | undefined): boolean;
}

/** Everyone, or everyone with a Google account. */
export function isPublic({ audience }: Principal): boolean {
  return audience === 'public';
}

/** A group, a domain or a set of identities; not the convenience groups, which stand for who administers the project anyway. */
export function isMany({ audience, type }: Principal): boolean {
  return audience === 'many' && !type.startsWith('project');
}

/** Many, everyone, or an account of another project. */
export function isOutsider(principal: Principal, project: string | undefined): boolean {
  const account =
    principal.type === 'serviceAccount' && !principal.deleted ? parseServiceAccount(principal.member) : undefined;
  return (
    isPublic(principal) ||
    isMany(principal) ||
    (account?.accountClass === 'user-managed' && areComparable(account.project, project) && account.project !== project)
  );
}

/** Judges who has access to a resource; unknown as long as its own policy was not collected and nobody bad is found. */
export function judgeAccess(node: GraphNode, context: RuleContext, question: AccessQuestion): Verdict {
  const answer = context.access.whoCan(node.id);
  const bad = [...select(answer.direct, node, context, question), ...inherited(answer, node, context, question)];
  const [first] = bad;
  const unread = answer.policies.some(({ state, resource }) => state === 'not-collected' && resource === node.id);
  const proofs = new Map(bad.map(({ grant }) => [`${grant.evidence.document} ${grant.evidence.path}`, grant.evidence]));
  return judge(proofOf([...proofs.values()]), {
    nodes: bad.flatMap(({ principal, grant }) => [principal, grant.resource]),
    missing: [
      ...(unread || (answer.policies.length === 0 && node.document?.iamPolicy === undefined)
        ? [missing(node, 'policy')]
        : []),
      ...unknownRoles(answer.unknown, ({ principal }) => {
        const known = context.access.principal(principal);
        return known !== undefined && question.isBad(known, node.project);
      }),
    ],
    ...(first === undefined ? {} : { grant: first.grant }),
  });
}

/** Grants of roles that nobody knows: as long as they stand, what was not found may still be there. */
export function unknownRoles(
  grants: readonly Grant[],
  matters: (grant: Grant) => boolean = () => true,
): readonly Missing[] {
  const found: Missing[] = [];
  for (const grant of grants) {
    if (grant.reading.status === 'unknown' && matters(grant)) {
      found.push({ about: grant.resource, what: 'role', path: roleAt(grant), value: grant.role });
      if (found.length === FEW_ROLES) {
        break;
      }
    }
  }
  return found;
}

function roleAt({ evidence: { path } }: Grant): string {
  return path.replace(/\.members\[\d+\]$/, '.role');
}

/** As many roles to look up are enough to go on with. */
const FEW_ROLES = 3;

/** One list of inherited access is shared by all resources of a parent, so each is judged once for a question. */
const judged = lookup(() => new Map<string, WeakMap<readonly Access[], readonly Access[]>>());

function inherited(answer: WhoCan, node: GraphNode, context: RuleContext, question: AccessQuestion): readonly Access[] {
  const tables = judged(context);
  const table = tables.get(question.id) ?? new WeakMap<readonly Access[], readonly Access[]>();
  tables.set(question.id, table);
  const found = table.get(answer.inherited) ?? select(answer.inherited, node, context, question);
  table.set(answer.inherited, found);
  return found;
}

function select(
  list: readonly Access[],
  { project }: GraphNode,
  context: RuleContext,
  { relations, isBad }: AccessQuestion,
): readonly Access[] {
  return list.filter(({ relation, principal }) => {
    const known = relations.includes(relation) ? context.access.principal(principal) : undefined;
    return known !== undefined && isBad(known, project);
  });
}
