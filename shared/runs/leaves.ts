import type { GraphNode } from '../graph/graph.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts';
import { isKindId, kindById, type KindId } from '../kinds/index.ts';
import type { FactGroup, FieldPath, ParserId } from '../kinds/kind.ts';
import { extendPath, pathSteps } from '../links/field-path.ts';

/** One value of what a job runs with. */
export interface Leaf {
  /** The same for what two runs have in common: list elements go by their name or flag, not by their place. */
  readonly key: string;
  /** Where it stands: `jobSpec.workerPoolSpecs[0].containerSpec.imageUri`. */
  readonly path: string;
  readonly label: string;
  readonly group: FactGroup;
  readonly value: string;
  /** How the value is read as a reference, where it is one. */
  readonly parser?: ParserId;
}

/** A field of which two runs are compared. */
interface ComparedField {
  readonly steps: readonly string[];
  readonly label: string;
  readonly group: FactGroup;
  readonly parser?: ParserId;
}

/** What a run is called, when it ran and how it ended is not what it ran with. */
const NOT_COMPARED: ReadonlySet<FactGroup> = new Set<FactGroup>(['general', 'times', 'error']);

const fieldsOfKind = new Map<KindId, readonly ComparedField[]>();

/** The facts and references of a kind that tell what it runs with; each path once. */
function fieldsOf(kind: KindId): readonly ComparedField[] {
  const known = fieldsOfKind.get(kind);
  if (known !== undefined) return known;
  const { facts, links } = kindById(kind);
  const fields = new Map<FieldPath, ComparedField>();
  for (const { path, label, group } of facts) {
    // The names of variables are part of what is said of their values.
    if (!NOT_COMPARED.has(group) && !path.endsWith('[].name'))
      fields.set(path, { steps: pathSteps(path), label, group });
  }
  for (const { path, parser, to } of links) {
    const fact = fields.get(path);
    const beside = facts.find((other) => other.path === path.replace(/\.value$/, '.name'));
    fields.set(path, {
      steps: pathSteps(path),
      label: fact?.label ?? beside?.label ?? linkLabel(to),
      group: fact?.group ?? beside?.group ?? 'data',
      parser,
    });
  }
  const all = [...fields.values()];
  fieldsOfKind.set(kind, all);
  return all;
}

function linkLabel(to: string | readonly string[]): string {
  return typeof to === 'string' && isKindId(to) ? kindById(to).title : 'Reference';
}

/** Returns the values a job runs with. `data` is its document, secrets masked. Linear in the document for each field of the kind. */
export function leavesOf({ kind }: Pick<GraphNode, 'kind'>, data: JsonObject): ReadonlyMap<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  for (const field of fieldsOf(kind)) {
    walk(data, field.steps, { key: '', path: '', name: '', element: '' }, (at, value) => {
      // Of two values with one key the second is another one: a flag that is given twice.
      let { key } = at;
      for (let again = 2; leaves.has(key); again += 1) key = `${at.key}#${String(again)}`;
      const where = at.element === '' ? field.label : `${field.label} in ${at.element}`;
      const label = at.name === '' ? where : `${where}: ${at.name}`;
      const { group, parser } = field;
      leaves.set(key, { key, path: at.path, label, group, value, ...(parser === undefined ? {} : { parser }) });
    });
  }
  return leaves;
}

interface Place {
  readonly key: string;
  readonly path: string;
  /** Name of the list element it is in, or its flag. */
  readonly name: string;
  /** Which of several elements without a name it is in: `workerPoolSpecs[1]`. */
  readonly element: string;
}

type Add = (place: Place, value: string) => void;

function walk(value: JsonValue | undefined, steps: readonly string[], at: Place, add: Add): void {
  const [step, ...rest] = steps;
  if (value === undefined || value === null || value === '') return;
  if (step === undefined) {
    if (typeof value !== 'object') add(at, String(value));
  } else if (step === '[]') {
    if (Array.isArray(value)) walkList(value, rest, at, add);
  } else if (step === '**') {
    walkAll(value, at, add);
  } else if (isJsonObject(value)) {
    const keys = step === '*' ? Object.keys(value) : Object.hasOwn(value, step) ? [step] : [];
    for (const key of keys) walk(value[key], rest, below(at, key, step === '*' ? key : at.name), add);
  }
}

/** Every value below a place. */
function walkAll(value: JsonValue, at: Place, add: Add): void {
  if (Array.isArray(value)) walkList(value, ['**'], at, add);
  else if (isJsonObject(value)) {
    for (const [key, field] of Object.entries(value)) walkAll(field, below(at, key, key), add);
  } else walk(value, [], at, add);
}

function below({ key, path, element }: Place, step: string, name: string): Place {
  return { key: `${key}.${step}`, path: extendPath(path, step), name, element };
}

function walkList(list: readonly JsonValue[], steps: readonly string[], at: Place, add: Add): void {
  list.forEach((element, index) => {
    const path = extendPath(at.path, index);
    if (typeof element === 'object') {
      const name = isJsonObject(element) && typeof element['name'] === 'string' ? element['name'] : undefined;
      const key = `${at.key}[${name ?? String(index)}]`;
      const isOneOfMany = name === undefined && list.length > 1;
      const place = isOneOfMany ? path.slice(path.lastIndexOf('.') + 1) : at.element;
      walk(element, steps, { key, path, name: name ?? at.name, element: place }, add);
      return;
    }
    const text = String(element);
    const before = list[index - 1];
    const flag = flagOf(text);
    if (flag !== undefined) {
      const own = text.slice(flag.length + 1);
      const next = list[index + 1];
      // `--epochs`, `10`: the value of a flag may be the element after it.
      if (own !== '' || !isValue(next))
        add({ ...at, key: `${at.key}[${flag}]`, path, name: flag }, own === '' ? 'set' : own);
    } else if (typeof before === 'string' && flagOf(before) === before) {
      add({ ...at, key: `${at.key}[${before}]`, path, name: before }, text);
    } else {
      add({ ...at, key: `${at.key}[=${text}]`, path }, text);
    }
  });
}

function isValue(element: JsonValue | undefined): boolean {
  return element !== undefined && typeof element !== 'object' && flagOf(String(element)) === undefined;
}

/** The flag of an argument: `--epochs` of `--epochs=10`. */
function flagOf(text: string): string | undefined {
  return /^--?[A-Za-z][\w.-]*(?==|$)/.exec(text)?.[0];
}
