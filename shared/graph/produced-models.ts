import type { Problem } from '../errors/problem.ts';
import { splitCloudStorageUri } from '../resource/cloud-storage-uri.ts';
import type { GraphBuilder } from './build-graph.ts';
import type { Evidence, NodeId } from './graph.ts';

/** A field that takes part in a link which several documents make together. */
export interface JoinMention {
  /** The resource in whose document the field stands. */
  readonly document: NodeId;
  /** The resource the field names. */
  readonly target: NodeId;
  readonly evidence: Evidence;
}

/** The fields of all documents, by their role. */
export interface JoinMentions {
  readonly backingJobs: readonly JoinMention[];
  readonly outputPrefixes: readonly JoinMention[];
  readonly artifacts: readonly JoinMention[];
}

/** More jobs than this below one output directory say nothing about any of them. */
const MOST_CANDIDATES = 10;

/**
 * Links jobs to the models they produced: exactly, where a training pipeline names both; derived, where the model's files lie
 * below the output directory of one job; as a guess, where several jobs share the directory. Linear in the fields and the depth
 * of their paths. Returns notes about directories shared by too many jobs.
 */
export function linkProducedModels(mentions: JoinMentions, builder: GraphBuilder): readonly Problem[] {
  const withExactJob = linkThroughPipelines(mentions.backingJobs, builder);
  const jobsOfPrefix =
    mentions.artifacts.length === 0 ? new Map<string, JoinMention[]>() : byPath(mentions.outputPrefixes);
  const unclear = new Map<string, number>();
  for (const artifact of mentions.artifacts) {
    const prefix = nearestPrefix(pathKey(artifact.evidence.value), jobsOfPrefix);
    const jobs = prefix === undefined ? [] : (jobsOfPrefix.get(prefix) ?? []);
    if (prefix !== undefined && jobs.length > MOST_CANDIDATES) {
      unclear.set(prefix, (unclear.get(prefix) ?? 0) + 1);
    } else if (jobs.length === 1 || !withExactJob.has(artifact.document)) {
      for (const job of jobs) {
        builder.addLink({
          type: 'PRODUCED_MODEL',
          from: job.document,
          to: artifact.document,
          confidence: jobs.length === 1 ? 'derived' : 'heuristic',
          flow: 'out',
          evidence: [job.evidence, artifact.evidence],
        });
      }
    }
  }
  return [...unclear].map(([prefix, models]) => noteUnclear(prefix, models, jobsOfPrefix.get(prefix)?.length ?? 0));
}

/** What a pipeline produced, the job that did its work produced. Returns the models. */
function linkThroughPipelines(backingJobs: readonly JoinMention[], builder: GraphBuilder): ReadonlySet<NodeId> {
  const models = new Set<NodeId>();
  for (const { document: pipeline, target: job, evidence } of backingJobs) {
    for (const link of builder.linksFrom(pipeline)) {
      if (link.type === 'PRODUCED_MODEL') {
        models.add(link.to);
        builder.addLink({
          type: 'PRODUCED_MODEL',
          from: job,
          to: link.to,
          confidence: link.confidence,
          flow: 'out',
          evidence: [evidence, ...link.evidence],
        });
      }
    }
  }
  return models;
}

function byPath(mentions: readonly JoinMention[]): ReadonlyMap<string, readonly JoinMention[]> {
  const found = new Map<string, JoinMention[]>();
  for (const mention of mentions) {
    const key = pathKey(mention.evidence.value);
    const known = key === undefined ? undefined : found.get(key);
    if (known !== undefined) {
      known.push(mention);
    } else if (key !== undefined) {
      found.set(key, [mention]);
    }
  }
  return found;
}

/** `bucket/dir/dir`: equal for all spellings of one directory. */
function pathKey(uri: string): string | undefined {
  const parts = splitCloudStorageUri(uri.trim());
  return parts === undefined
    ? undefined
    : [parts.bucket, ...parts.object.split('/')].filter((part) => part !== '').join('/');
}

function nearestPrefix(path: string | undefined, known: ReadonlyMap<string, unknown>): string | undefined {
  let prefix = path ?? '';
  while (prefix !== '' && !known.has(prefix)) {
    prefix = prefix.slice(0, Math.max(prefix.lastIndexOf('/'), 0));
  }
  return prefix === '' ? undefined : prefix;
}

function noteUnclear(prefix: string, models: number, jobs: number): Problem {
  return {
    code: 'too-many',
    severity: 'note',
    file: '',
    reason: `${jobs} jobs write below gs://${prefix}, so it is not known which of them produced the ${models} model(s) whose files lie there.`,
  };
}
