import { isJsonObject } from '../json.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { kindById } from '../kinds/index.ts';
import type { KindId } from '../kinds/index.ts';

const CONTAINER = /^(?:folders|organizations)\/\d+$/;

/**
 * Relative name (`folders/1`, `organizations/2`) of what a project or folder lies in, as its document says; undefined for other
 * kinds and where the document does not say. Version 3 of the API says `folders/1`, version 1 `{type: 'folder', id: '1'}`:
 * https://cloud.google.com/resource-manager/reference/rest/v1/projects
 */
export function containerName(kind: KindId, data: JsonObject): string | undefined {
  const { containerField } = kindById(kind);
  return containerField === undefined ? undefined : nameIn(data[containerField]);
}

/** The folders and organisations among the ancestors of an asset. */
export function containersAmong(ancestors: readonly string[] | undefined): readonly string[] {
  return (ancestors ?? []).filter((name) => CONTAINER.test(name));
}

function nameIn(parent: JsonValue | undefined): string | undefined {
  if (typeof parent === 'string') {
    return CONTAINER.test(parent) ? parent : undefined;
  }
  if (!isJsonObject(parent)) {
    return undefined;
  }
  const { type, id } = parent;
  const name = typeof type === 'string' && typeof id === 'string' ? `${type}s/${id}` : '';
  return CONTAINER.test(name) ? name : undefined;
}
