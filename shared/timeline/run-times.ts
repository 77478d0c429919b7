import type { GraphNode } from '../graph/graph.ts';
import { isJsonObject, type JsonValue } from '../json.ts';
import { kindById, type KindId } from '../kinds/index.ts';
import type { ResourceDocument } from '../resource/document.ts';
import { microseconds } from '../search/query/moment.ts';

/** When something that runs was created, started and ended, in milliseconds since 1970; what its document does not tell is absent. */
export interface RunTimes {
  readonly created?: number;
  readonly started?: number;
  readonly ended?: number;
}

/** Whether resources of a kind run: its documents tell when they start and end. */
export function runs(kind: KindId): boolean {
  const { times } = kindById(kind);
  return times.started !== undefined && times.ended !== undefined;
}

/** Times that were read already: a view is built anew with every change, and its documents stay. */
const known = new WeakMap<ResourceDocument, RunTimes>();
const NONE: RunTimes = {};

/** Returns the times of a job or of what launches jobs; undefined for a resource that does not run. */
export function runTimesOf({ kind, document }: Pick<GraphNode, 'kind' | 'document'>): RunTimes | undefined {
  if (!runs(kind)) return undefined;
  if (document === undefined) return NONE;
  const read = known.get(document) ?? readTimes(kind, document.data);
  known.set(document, read);
  return read;
}

function readTimes(kind: KindId, data: JsonValue): RunTimes {
  const { times } = kindById(kind);
  const created = timeAt(data, times.created);
  const started = timeAt(data, times.started);
  const ended = timeAt(data, times.ended);
  return {
    ...(created === undefined ? {} : { created }),
    ...(started === undefined ? {} : { started }),
    ...(ended === undefined ? {} : { ended }),
  };
}

function timeAt(data: JsonValue, path: string | undefined): number | undefined {
  if (path === undefined) return undefined;
  let value: JsonValue | undefined = data;
  for (const step of path.split('.')) {
    value = isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  const time = typeof value === 'string' ? microseconds(value) : undefined;
  return time === undefined ? undefined : Math.floor(time / 1000);
}
