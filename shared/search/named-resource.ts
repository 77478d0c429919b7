import type { Graph, GraphNode, NodeId } from '../graph/graph.ts';
import { KINDS } from '../kinds/index.ts';
import { principalName } from '../graph/access/principal-id.ts';
import { readBigQueryUri } from '../resource/big-query-uri.ts';
import { readCloudStorageUri, splitCloudStorageUri } from '../resource/cloud-storage-uri.ts';
import { readIamMember } from '../resource/iam-member.ts';
import { readImageReference } from '../resource/image-reference.ts';
import { parseResourceName, withProject, type ParsedName } from '../resource/resource-name.ts';
import { readServiceAccount } from '../resource/service-account-reference.ts';

/**
 * Returns every resource a text names in full: full names, relative names, addresses of the API and of the Google Cloud
 * console, `gs://` and `bq://` URIs, service accounts' e-mail addresses, members of IAM policies, image references. A console page that several kinds
 * share gives several names. Empty for a text that names nothing; whether such a resource exists is not asked.
 */
export function namesIn(text: string): ParsedName[] {
  const trimmed = text.trim();
  if (trimmed === '' || /\s/.test(trimmed)) return [];
  if (splitCloudStorageUri(trimmed) !== undefined) return readings(readCloudStorageUri(trimmed));
  if (/^bq:\/\//i.test(trimmed)) return readings(readBigQueryUri(trimmed));
  if (/^https?:\/\//i.test(trimmed)) return namesOfPage(trimmed);
  const member = principalName(readIamMember(trimmed), (project) => project);
  if (member !== undefined) return [member];
  const named = trimmed.includes('/') ? parseResourceName(trimmed) : undefined;
  if (named !== undefined) return [named];
  if (trimmed.includes('@') && !trimmed.includes('/')) {
    const account = readings(readServiceAccount(trimmed));
    if (account.length > 0) return account;
  }
  // An image needs a path, a tag or a digest: else every word would be one of Docker Hub's.
  return /[/:@]/.test(trimmed) && !trimmed.startsWith('projects/') ? readings(readImageReference(trimmed)) : [];
}

function readings(reading: ReturnType<typeof readImageReference>): ParsedName[] {
  return reading.ok ? [reading.parsed] : [];
}

function namesOfPage(address: string): ParsedName[] {
  const names = KINDS.flatMap(({ id }) => parseResourceName(address, { kinds: [id] }) ?? []);
  return names.length > 0 ? names : readings(readImageReference(address));
}

/** The node a name stands for, whichever way its project is spelled; undefined where the inventory has none. */
export function nodeOfName(graph: Graph, parsed: ParsedName): GraphNode | undefined {
  const project = parsed.project === undefined ? undefined : graph.projectIds.get(parsed.project);
  const spelled = project === undefined ? parsed.name : withProject(parsed, project).name;
  return nodeOfId(graph, spelled) ?? nodeOfId(graph, parsed.name);
}

/** The node of an id or of another spelling the inventory taught us. */
export function nodeOfId(graph: Graph, id: string): GraphNode | undefined {
  // Ids are looked up as what they are, text: a text that is no id finds nothing.
  return graph.nodes.get(graph.aliases.get(id) ?? (id as NodeId));
}

/** The nodes a pasted text names, in any spelling; empty where it names none that is known. */
export function nodesNamed(graph: Graph, text: string): GraphNode[] {
  const direct = nodeOfId(graph, text.trim());
  if (direct !== undefined) return [direct];
  const found = namesIn(text).flatMap((parsed) => nodeOfName(graph, parsed) ?? []);
  return [...new Set(found)];
}
