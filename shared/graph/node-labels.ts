import { isJsonObject, type JsonValue } from '../json.ts';
import { kindById } from '../kinds/index.ts';
import type { GraphNode } from './graph.ts';

/** Labels of a node's document as pairs; values that are no text are left out. */
export function labelsOf(node: GraphNode): [key: string, value: string][] {
  const { labelsField } = kindById(node.kind);
  const labels: JsonValue | undefined = labelsField === undefined ? undefined : node.document?.data[labelsField];
  if (!isJsonObject(labels)) return [];
  return Object.entries(labels).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}
