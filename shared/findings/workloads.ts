import type { GraphNode } from '../graph/graph.ts';
import { isJsonObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { KINDS, kindById } from '../kinds/index.ts';
import type { KindId } from '../kinds/index.ts';
import { pathSteps, valueAt } from '../links/field-path.ts';
import { dataOf, judge, lacking, linksTo, objectsAt } from './facts.ts';
import type { FindingEvidence } from './finding.ts';
import type { RuleContext, Verdict } from './rule.ts';

/** Kinds whose documents hold a job specification. */
export const WORKLOADS: readonly KindId[] = KINDS.filter(
  ({ implicitIdentities = [] }) => implicitIdentities.length > 0,
).map(({ id }) => id);

/** A job specification in a document. */
export interface JobSpec {
  /** Path with its final dot: `jobSpec.`. */
  readonly prefix: string;
  readonly data: JsonObject;
  /** Those that are not empty. */
  readonly pools: readonly WorkerPool[];
}

/** A worker pool of a job specification. */
export interface WorkerPool {
  readonly path: string;
  readonly data: JsonObject;
}

/** The job specifications of a document; several for tuning that searches and trains. */
export function specsOf(node: GraphNode): readonly JobSpec[] {
  let specs = specsOfNode.get(node);
  if (specs === undefined) {
    specs = findSpecs(node);
    specsOfNode.set(node, specs);
  }
  return specs;
}

/** Some forty rules ask for the specifications of each job. */
const specsOfNode = new WeakMap<GraphNode, readonly JobSpec[]>();

function findSpecs(node: GraphNode): readonly JobSpec[] {
  const data = dataOf(node);
  return (kindById(node.kind).implicitIdentities ?? []).flatMap(({ absent }) => {
    const prefix = absent.slice(0, absent.lastIndexOf('.') + 1);
    const spec = data === undefined ? undefined : valueAt(data, pathSteps(prefix.slice(0, -1)));
    return isJsonObject(spec) ? [{ prefix, data: spec, pools: findPools(prefix, spec) }] : [];
  });
}

function findPools(prefix: string, data: JsonObject): readonly WorkerPool[] {
  return objectsAt(data, 'workerPoolSpecs')
    .filter((pool) => Object.keys(pool.data).length > 0)
    .map((pool) => ({ path: `${prefix}${pool.path}`, data: pool.data }));
}

/**
 * Whether a resource runs code of its own: a job does, and what launches jobs as long as none of these is in the inventory,
 * because what is wrong with them is said of them.
 */
export function isWorkload(node: GraphNode, context: RuleContext): boolean {
  return (
    node.state === 'present' &&
    (kindById(node.kind).column === 'job' ||
      (specsOf(node).length > 0 &&
        !linksTo(context, node, 'LAUNCHED_BY').some(({ from }) => context.graph.nodes.get(from)?.state === 'present')))
  );
}

/** What a rule says of a specification that it finds nothing wrong with. */
export const NOTHING: readonly FindingEvidence[] = [];

/** Judges every job specification of a workload; says that it cannot where the document leaves the specification out. */
export function judgeSpecs(
  node: GraphNode,
  context: RuleContext,
  examine: (spec: JobSpec) => readonly FindingEvidence[],
): Verdict | undefined {
  if (!isWorkload(node, context)) {
    return undefined;
  }
  const specs = specsOf(node);
  const only = specs[0];
  if (only === undefined) {
    return lacking(node, 'document', 'jobSpec');
  }
  return judge(specs.length === 1 ? examine(only) : specs.flatMap(examine));
}

/** Whether a job has not ended. */
export function isActive(node: GraphNode): boolean {
  return /_(?:RUNNING|PENDING|QUEUED|PAUSED|UPDATING|CANCELLING)$/.test(node.lifecycle ?? '');
}
