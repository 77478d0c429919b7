import { isJsonObject, type JsonValue } from '../../../../shared/json.ts';
import type { FieldPath } from '../../../../shared/kinds/kind.ts';
import { pathSteps } from '../../../../shared/links/field-path.ts';

/** A value of a document and where it stands. */
export interface ValueAt {
  /** Concrete path: `jobSpec.workerPoolSpecs[0].replicaCount`. */
  readonly path: string;
  readonly value: JsonValue;
}

/** Returns the values a field path leads to, in the document's order; `[]` stands for every element, `*` for every key. */
export function valuesAt(data: JsonValue, path: FieldPath): readonly ValueAt[] {
  let values: readonly ValueAt[] = [{ path: '', value: data }];
  for (const step of pathSteps(path)) values = values.flatMap((value) => next(value, step));
  return values;
}

function next({ path, value }: ValueAt, step: string): ValueAt[] {
  if (step === '[]') {
    if (!Array.isArray(value)) return [];
    return value.map((element: JsonValue, index) => ({ path: `${path}[${index}]`, value: element }));
  }
  if (!isJsonObject(value)) return [];
  if (step === '*') return Object.entries(value).map(([key, field]) => ({ path: join(path, key), value: field }));
  const field = Object.hasOwn(value, step) ? value[step] : undefined;
  return field === undefined ? [] : [{ path: join(path, step), value: field }];
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
