import type { GraphEdge, GraphNode } from '../graph/graph.ts';
import { KINDS } from '../kinds/index.ts';
import type { KindId } from '../kinds/index.ts';
import { dataOf, lacking, linksTo, textAt } from './facts.ts';
import { lookup } from './rule.ts';
import type { RuleContext, Verdict } from './rule.ts';

export const KEY: KindId = 'gcp-cloud-kms-crypto-key';

/** First field in which a resource of a kind names its key. */
export const KEY_FIELDS: ReadonlyMap<KindId, string> = new Map(
  KINDS.flatMap(({ id, links }) => {
    const rule = links.find(({ relation }) => relation === 'USES_KMS_KEY');
    return rule === undefined ? [] : [[id, rule.path.replaceAll('[]', '[0]')]];
  }),
);

/** For each project whose resources use keys of the customer's, one such use. */
export const keyUseOfProject = lookup(({ graph }) => {
  const uses = new Map<string, GraphEdge>();
  for (const edge of graph.edges.values()) {
    const project = edge.type === 'USES_KMS_KEY' ? graph.nodes.get(edge.from)?.project : undefined;
    const known = project === undefined ? undefined : uses.get(project);
    if (project !== undefined && (known === undefined || isBefore(edge, known))) {
      uses.set(project, edge);
    }
  }
  return uses;
});

/** In order of their ids, which are too long to be made for every link. */
function isBefore(left: GraphEdge, right: GraphEdge): boolean {
  return left.from === right.from ? left.to < right.to : left.from < right.from;
}

/** Judges a key that something is encrypted with; unknown where its document was not collected. */
export function judgeKey(
  node: GraphNode,
  context: RuleContext,
  path: string,
  examine: (data: NonNullable<ReturnType<typeof dataOf>>, users: readonly GraphEdge[]) => Verdict | undefined,
): Verdict | undefined {
  const users = linksTo(context, node, 'USES_KMS_KEY');
  if (users.length === 0 || node.state === 'unresolved') {
    return undefined;
  }
  const data = dataOf(node);
  return data === undefined ? lacking(node, 'document', path) : examine(data, users);
}

/** Protection level of a key: that of its primary version, else of the next. */
export function protectionOf(node: GraphNode): { readonly path: string; readonly level: string } {
  const data = dataOf(node);
  const level = textAt(data, 'primary.protectionLevel');
  return level === ''
    ? { path: 'versionTemplate.protectionLevel', level: textAt(data, 'versionTemplate.protectionLevel') }
    : { path: 'primary.protectionLevel', level };
}
