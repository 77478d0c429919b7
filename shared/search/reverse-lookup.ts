import type { Graph, GraphNode } from '../graph/graph.ts';
import { KINDS, type KindId } from '../kinds/index.ts';
import { namesIn, nodeOfName } from './named-resource.ts';
import { hasId, namedNodes } from './resource-id.ts';

/** What may stand before the colon of a reverse look-up, and the kind it means. */
const PREFIXES: ReadonlyMap<string, KindId> = new Map(
  KINDS.flatMap(({ id, searchWord }): [string, KindId][] => (searchWord === undefined ? [] : [[searchWord, id]])),
);

/** Splits `bucket:NAME`; undefined for a text of another form. The name may be empty. */
export function splitReverseLookup(query: string): { readonly kind: KindId; readonly name: string } | undefined {
  const [, prefix = '', name = ''] = /^([a-z]+):(?!\/\/)\s*(.*)$/s.exec(query.trim()) ?? [];
  const kind = PREFIXES.get(prefix);
  return kind === undefined ? undefined : { kind, name: unquote(name.trim()) };
}

function unquote(text: string): string {
  return /^".*"$/s.test(text) ? text.slice(1, -1) : text;
}

/** Returns what links to the named resources, in the graph's order: the jobs that use a bucket, run as an account, and so on. */
export function usersOf(graph: Graph, kind: KindId, name: string): GraphNode[] {
  const users = new Set(
    targetsNamed(graph, kind, name).flatMap((target) => graph.incoming(target.id).map((edge) => edge.from)),
  );
  return [...graph.nodes.values()].filter((node) => users.has(node.id));
}

/** The resources meant: by name in any spelling, by id, and only if there is none, by what people call it. */
export function targetsNamed(graph: Graph, kind: KindId, name: string): GraphNode[] {
  const named = namesIn(name)
    .flatMap((parsed) => nodeOfName(graph, parsed) ?? [])
    .filter((node) => node.kind === kind);
  if (named.length > 0) return named;
  const nodes = [...namedNodes(graph, [kind])];
  const byId = nodes.filter((entry) => hasId(entry.name, name));
  if (byId.length > 0) return byId.map(({ node }) => node);
  return nodes.filter((entry) => isCalled(entry.node, entry.name.id, name)).map(({ node }) => node);
}

/** Title, an image without its tag or digest, the last parts of a path, an e-mail address without its domain. */
function isCalled(node: GraphNode, id: string, name: string): boolean {
  const bare = id.replace(/@sha256:.*$/, '').replace(/:[^/:]*$/, '');
  return (
    node.title === name ||
    bare === name ||
    bare.endsWith(`/${name}`) ||
    id.endsWith(`/${name}`) ||
    id.split('@', 1)[0] === name
  );
}
