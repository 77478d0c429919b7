import { isJsonObject } from '../../../shared/json.ts';
import type { JsonObject, JsonValue } from '../../../shared/json.ts';
import { toCamelCase } from './filter.ts';

/** Keeps only the fields that a mask names (`name,display_name`, `jobSpec.network`, either spelling); an empty mask or `*` keeps all. */
export function applyFieldMask(data: JsonObject, mask: string): JsonObject {
  const paths = mask
    .split(',')
    .map((path) => path.trim().split('.').map(toCamelCase))
    .filter((path) => path[0] !== '');
  return paths.length === 0 || paths.some((path) => path[0] === '*') ? data : pick(data, paths);
}

function pick(data: JsonObject, paths: readonly (readonly string[])[]): JsonObject {
  const kept: [string, JsonValue][] = [];
  for (const [key, value] of Object.entries(data)) {
    const below = paths.filter((path) => path[0] === key).map((path) => path.slice(1));
    if (below.some((path) => path.length === 0)) {
      kept.push([key, value]);
    } else if (below.length > 0 && isJsonObject(value)) {
      kept.push([key, pick(value, below)]);
    }
  }
  return Object.fromEntries(kept);
}
