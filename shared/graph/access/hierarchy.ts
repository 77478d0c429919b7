import { kindById } from '../../kinds/index.ts';
import { containerName } from '../../resource/container-name.ts';
import { parseResourceName } from '../../resource/resource-name.ts';
import type { Graph, GraphNode, NodeId } from '../graph.ts';

/** Which resource's IAM policy holds for a resource too. */
export interface Hierarchy {
  /** The nearest resource whose policy is inherited; a node of the graph or not. Undefined at an organisation, or where it cannot be known. */
  parentOf(id: NodeId): NodeId | undefined;
  /** The resource itself, then what it inherits from, nearest first. */
  chainOf(id: NodeId): readonly NodeId[];
}

/** Deeper than any hierarchy of folders may be (ten), so that documents which contradict each other cannot make a loop. */
const DEEPEST = 16;

const RESOURCE_MANAGER = '//cloudresourcemanager.googleapis.com/';

/**
 * Learns the hierarchy of a graph: a key lies in its ring, an image in its repository, most else in its project; folders and the
 * organisation are told by the ancestors of assets and by the parents of projects and folders. Linear in the nodes.
 */
export function createHierarchy(graph: Graph): Hierarchy {
  const above = new Map<NodeId, NodeId>();
  for (const node of graph.nodes.values()) {
    for (const [child, parent] of pairsOf(node, graph)) {
      if (child !== parent && !above.has(child)) {
        above.set(child, parent);
      }
    }
  }

  function parentOf(id: NodeId): NodeId | undefined {
    return above.get(id) ?? parentByName(graph.nodes.get(id), graph);
  }

  return {
    parentOf,
    chainOf(id) {
      const chain: NodeId[] = [];
      for (let at: NodeId | undefined = id; at !== undefined && chain.length < DEEPEST; at = parentOf(at)) {
        chain.push(at);
      }
      return chain;
    },
  };
}

/** What a document tells of projects, folders and the organisation: each with what it lies in. */
function pairsOf({ id, document }: GraphNode, graph: Graph): readonly (readonly [NodeId, NodeId])[] {
  if (document === undefined) {
    return [];
  }
  const ancestors = (document.ancestors ?? []).map((name) => containerId(name, graph));
  const pairs = ancestors
    .slice(1)
    .map((parent, index): readonly [NodeId, NodeId] => [ancestors[index] ?? parent, parent]);
  const parent = containerName(document.kind, document.data);
  return parent === undefined ? pairs : [...pairs, [id, containerId(parent, graph)]];
}

/** Node of `projects/NUMBER`, `folders/N` or `organizations/N`, with the project's id where that is known. */
function containerId(name: string, graph: Graph): NodeId {
  const number = /^projects\/(\d+)$/.exec(name)?.[1];
  const project = number === undefined ? undefined : graph.projectIds.get(number);
  return `${RESOURCE_MANAGER}${project === undefined ? name : `projects/${project}`}` as NodeId;
}

function parentByName(node: GraphNode | undefined, graph: Graph): NodeId | undefined {
  if (node === undefined || node.id.startsWith(RESOURCE_MANAGER)) {
    return undefined;
  }
  const { policyParent } = kindById(node.kind);
  const name = policyParent === undefined ? undefined : parseResourceName(node.id, { kinds: [node.kind] });
  if (policyParent !== undefined && name !== undefined) {
    const filled = policyParent.replaceAll(
      /\{(\w+)\}/g,
      (whole, variable: string) => name.variables[variable] ?? whole,
    );
    return filled.includes('{') ? undefined : (filled as NodeId);
  }
  return node.project === undefined ? undefined : containerId(`projects/${node.project}`, graph);
}
