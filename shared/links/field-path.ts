import { isJsonObject } from '../json.ts';
import type { JsonValue } from '../json.ts';
import type { FieldPath } from '../kinds/kind.ts';

/**
 * What is said about one place of a document by all paths of a kind that lead there. `Payload`s are link rules, marks for
 * plain text, and so on.
 */
export interface PathNode<Payload> {
  readonly fields: ReadonlyMap<string, PathNode<Payload>>;
  /** Elements of a list (`[]`). */
  readonly element: PathNode<Payload> | undefined;
  /** Any key of a map that `fields` does not name (`*`). */
  readonly anyKey: PathNode<Payload> | undefined;
  readonly payloads: readonly Payload[];
  /** Said of this place and everything below it (`**`). */
  readonly deepPayloads: readonly Payload[];
}

interface Draft<Payload> {
  readonly fields: Map<string, Draft<Payload>>;
  element: Draft<Payload> | undefined;
  anyKey: Draft<Payload> | undefined;
  readonly payloads: Payload[];
  readonly deepPayloads: Payload[];
}

/** Arranges paths as a tree, so that a document is walked once whatever the number of paths. */
export function compilePaths<Payload>(
  entries: readonly { readonly path: FieldPath; readonly payload: Payload }[],
): PathNode<Payload> {
  const root = createDraft<Payload>();
  for (const { path, payload } of entries) {
    let node = root;
    let deep = false;
    for (const step of pathSteps(path)) {
      deep = step === '**';
      node = deep ? node : child(node, step);
    }
    (deep ? node.deepPayloads : node.payloads).push(payload);
  }
  spreadAnyKey(root);
  return root;
}

/** The paths of all kind files: a small, closed set, each split once. */
const stepsOfPath = new Map<FieldPath, readonly string[]>();

/** Steps of a path of a kind file: `a.b[].c` is `a`, `b`, `[]`, `c`. */
export function pathSteps(path: FieldPath): readonly string[] {
  const known = stepsOfPath.get(path);
  if (known !== undefined) {
    return known;
  }
  const steps = path.split('.').flatMap((part) => {
    const name = part.replace(/(?:\[\])+$/, '');
    const lists = (part.length - name.length) / 2;
    return [...(name === '' ? [] : [name]), ...Array<string>(lists).fill('[]')];
  });
  stepsOfPath.set(path, steps);
  return steps;
}

/**
 * Concrete path for the keys and indices that lead to a place: `jobSpec.workerPoolSpecs[0].args[2]`. Keys that would be taken
 * for syntax are quoted: `labels["a.b"]`. Every path of an evidence, problem or redaction is written by this function.
 */
export function formatPath(steps: readonly (string | number)[]): string {
  let path = '';
  for (const step of steps) {
    path = extendPath(path, step);
  }
  return path;
}

/** The path of a value one step below the value at `path`. */
export function extendPath(path: string, step: string | number): string {
  if (typeof step === 'number') {
    return `${path}[${step}]`;
  }
  if (!/^[^."'[\]]+$/.test(step)) {
    return `${path}[${JSON.stringify(step)}]`;
  }
  return path === '' ? step : `${path}.${step}`;
}

function createDraft<Payload>(): Draft<Payload> {
  return { fields: new Map(), element: undefined, anyKey: undefined, payloads: [], deepPayloads: [] };
}

function child<Payload>(node: Draft<Payload>, step: string): Draft<Payload> {
  if (step === '[]') {
    node.element ??= createDraft();
    return node.element;
  }
  if (step === '*') {
    node.anyKey ??= createDraft();
    return node.anyKey;
  }
  const known = node.fields.get(step) ?? createDraft<Payload>();
  node.fields.set(step, known);
  return known;
}

/** What is said of every key holds for the named keys too. */
function spreadAnyKey<Payload>(node: Draft<Payload>): void {
  for (const field of node.fields.values()) {
    if (node.anyKey !== undefined) {
      merge(field, node.anyKey);
    }
    spreadAnyKey(field);
  }
  if (node.anyKey !== undefined) {
    spreadAnyKey(node.anyKey);
  }
  if (node.element !== undefined) {
    spreadAnyKey(node.element);
  }
}

function merge<Payload>(target: Draft<Payload>, source: Draft<Payload>): void {
  target.payloads.push(...source.payloads);
  target.deepPayloads.push(...source.deepPayloads);
  for (const [name, field] of source.fields) {
    merge(child(target, name), field);
  }
  if (source.element !== undefined) {
    merge(child(target, '[]'), source.element);
  }
  if (source.anyKey !== undefined) {
    merge(child(target, '*'), source.anyKey);
  }
}

/** Every string at a path, in document order. Fields of another type are passed over: they name nothing. */
export function stringsAt(data: JsonValue | undefined, steps: readonly string[], from = 0): readonly string[] {
  if (from === steps.length) {
    return typeof data === 'string' ? [data] : [];
  }
  const step = steps[from] ?? '';
  if (step === '[]') {
    return Array.isArray(data) ? data.flatMap((element: JsonValue) => stringsAt(element, steps, from + 1)) : [];
  }
  if (!isJsonObject(data)) {
    return [];
  }
  if (step === '*') {
    return Object.values(data).flatMap((value) => stringsAt(value, steps, from + 1));
  }
  return Object.hasOwn(data, step) ? stringsAt(data[step], steps, from + 1) : [];
}

/** The first string at a path; undefined where there is none. */
export function firstStringAt(data: JsonValue | undefined, steps: readonly string[], from = 0): string | undefined {
  let value = data;
  for (let index = from; index < steps.length; index += 1) {
    const step = steps[index] ?? '';
    if (step === '[]' || step === '*') {
      return stringsAt(value, steps, index)[0];
    }
    if (!isJsonObject(value) || !Object.hasOwn(value, step)) {
      return undefined;
    }
    value = value[step];
  }
  return typeof value === 'string' ? value : undefined;
}

/** The value at a path without lists and wildcards; undefined where it is absent. */
export function valueAt(data: JsonValue | undefined, steps: readonly string[]): JsonValue | undefined {
  let value = data;
  for (const step of steps) {
    if (!isJsonObject(value) || !Object.hasOwn(value, step)) {
      return undefined;
    }
    value = value[step];
  }
  return value;
}
