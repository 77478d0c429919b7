import type { GraphEdge, GraphNode, NodeId } from '../graph/graph.ts';
import type { KindId } from '../kinds/index.ts';
import { at, judge, lacking, linksFrom, linksTo, nodeOf, those } from './facts.ts';
import { lookup, ofLast, PASS } from './rule.ts';
import type { RuleContext, Verdict } from './rule.ts';
import { isWorkload, specsOf, WORKLOADS } from './workloads.ts';

export const IMAGE: KindId = 'gcp-artifact-registry-docker-image';
export const REPOSITORY: KindId = 'gcp-artifact-registry-repository';

/** Kinds whose resources run the code of images. */
export const IMAGE_USERS: readonly KindId[] = [
  ...WORKLOADS,
  'gcp-ai-platform-model',
  'gcp-ai-platform-persistent-resource',
];

/** Projects in which Google publishes the images it builds for training and serving. */
const GOOGLE_PROJECTS: ReadonlySet<string> = new Set([
  'vertex-ai',
  'vertex-ai-restricted',
  'cloud-aiplatform',
  'deeplearning-platform-release',
  'ml-pipeline',
]);

/** One mention of an image. */
export interface ImageUse {
  readonly edge: GraphEdge;
  readonly image: GraphNode;
  readonly path: string;
  /** The reference as written. */
  readonly reference: string;
  /** The tag by which the image is named; absent where a digest names it. */
  readonly tag?: string;
}

/** The images whose code a resource runs, one for each mention; undefined where it runs none of its own. */
export const imagesOf = ofLast(findImages);

function findImages(node: GraphNode, context: RuleContext): readonly ImageUse[] | undefined {
  if (node.state !== 'present' || (WORKLOADS.includes(node.kind) && !isWorkload(node, context))) {
    return undefined;
  }
  return linksFrom(context, node, 'PULLS_IMAGE', 'SERVES_IMAGE').flatMap((edge) => {
    const image = nodeOf(context, edge.to);
    return edge.evidence.map(({ path, value: reference, facts }): ImageUse =>
      facts?.['digest'] === undefined
        ? { edge, image, path, reference, tag: facts?.['tag'] ?? 'latest' }
        : { edge, image, path, reference },
    );
  });
}

/** Judges each mention of an image; unknown where a job's specification was not collected. */
export function judgeImages(
  node: GraphNode,
  context: RuleContext,
  isBad: (use: ImageUse) => boolean,
): Verdict | undefined {
  if (WORKLOADS.includes(node.kind) && isWorkload(node, context) && specsOf(node).length === 0) {
    return lacking(node, 'document', 'jobSpec');
  }
  const uses = imagesOf(node, context);
  return uses === undefined || uses.length === 0 ? undefined : judgeUses(those(uses, isBad));
}

/** Evidence of the mentions of images that are bad. */
export function judgeUses(bad: readonly ImageUse[]): Verdict {
  const first = bad[0];
  if (first === undefined) {
    return PASS;
  }
  return judge(
    bad.map(({ edge, path, reference }) => at({ id: edge.from }, path, reference)),
    {
      nodes: bad.map(({ image }) => image.id),
      edges: bad.map(({ edge }) => edge),
      parameters: {
        image: first.reference,
        repository: first.reference.replace(/\/[^/]*$/, ''),
      },
    },
  );
}

/** Whether Google builds the image. */
export function isGoogles({ image: { project } }: Pick<ImageUse, 'image'>): boolean {
  return project !== undefined && (GOOGLE_PROJECTS.has(project) || project.startsWith('google.com:'));
}

/** Host of the registry, `docker.io` where the reference names none; empty for Google's registries. */
export function foreignHost({ image: { id } }: Pick<ImageUse, 'image'>): string {
  const host = id.startsWith('//') ? (id.slice(2).split('/', 1)[0] ?? '') : '';
  return host.endsWith('.googleapis.com') ? '' : host;
}

/** Projects of which the inventory holds documents. */
export const ownProjects = lookup(({ graph }) => {
  const projects = new Set<string>();
  for (const { state, project } of graph.nodes.values()) {
    if (state === 'present' && project !== undefined) {
      projects.add(project);
    }
  }
  return projects;
});

/** Node id of the repository that holds an image of Artifact Registry. */
export function repositoryOf(image: GraphNode, context: RuleContext): GraphNode | undefined {
  const end = image.id.indexOf('/dockerImages/');
  return end < 0 ? undefined : context.graph.nodes.get(image.id.slice(0, end) as NodeId);
}

/**
 * Judges a repository of the inventory; an image that work runs and whose repository was not collected stands for it, because
 * nothing else names the repository.
 */
export function judgeRepository(
  node: GraphNode,
  context: RuleContext,
  examine: (repository: GraphNode) => Verdict | undefined,
): Verdict | undefined {
  if (node.kind === REPOSITORY) {
    return node.state === 'present' ? examine(node) : undefined;
  }
  const isUsed = linksTo(context, node, 'PULLS_IMAGE', 'SERVES_IMAGE').length > 0;
  const isOurs = foreignHost({ image: node }) === '' && !isGoogles({ image: node });
  const isKnown = repositoryOf(node, context)?.state === 'present';
  return isUsed && isOurs && !isKnown && node.state !== 'unresolved'
    ? lacking(node, 'document', 'repository')
    : undefined;
}
