import type { GraphNode } from '../../graph/graph.ts';
import { isJsonObject, type JsonValue } from '../../json.ts';
import { kindById, type KindId } from '../../kinds/index.ts';
import { labelsOf } from '../../graph/node-labels.ts';
import type { ReviewedResources } from '../../review/reviewed-resources.ts';
import { lowerCase } from '../text.ts';
import type { FactPlace, ValueField } from './fields.ts';
import { mapBytes } from './map-bytes.ts';
import { toNumber, type ValueTest } from './values.ts';

/**
 * All values of one field. Equal values are held once, so that a condition is tested once for each of them, however many resources
 * have it, and so that completion has its counts.
 */
export interface Column {
  readonly values: readonly string[];
  readonly lower: readonly string[];
  /** Values of node n: `entries[offsets[n]]` to `entries[offsets[n + 1] - 1]`. */
  readonly offsets: Int32Array;
  readonly entries: Int32Array;
  /** 1 where a value that is not there does not exist; 0 where the document that would tell was not read. */
  readonly isKnown: Uint8Array;
  /** Numbers of the values; NaN where a value is none. */
  readonly numbers: () => Float64Array;
}

/** Reads a field of all nodes. Linear in nodes and their values. */
export function buildColumn(nodes: readonly GraphNode[], field: ValueField, reviewed: ReviewedResources): Column {
  const numberOf = new Map<string, number>();
  const values: string[] = [];
  const entries: number[] = [];
  const offsets = new Int32Array(nodes.length + 1);
  const isKnown = new Uint8Array(nodes.length);
  const read = readerOf(field, reviewed);
  const add = (value: string): void => {
    let number = numberOf.get(value);
    if (number === undefined) {
      number = values.push(value) - 1;
      numberOf.set(value, number);
    }
    entries.push(number);
  };
  nodes.forEach((node, index) => {
    isKnown[index] = read(node, add) ? 1 : 0;
    offsets[index + 1] = entries.length;
  });
  let numbers: Float64Array | undefined;
  return {
    values,
    lower: values.map(lowerCase),
    offsets,
    entries: Int32Array.from(entries),
    isKnown,
    numbers: () => (numbers ??= Float64Array.from(values, (value) => toNumber(field.type, value) ?? Number.NaN)),
  };
}

/** Whether each value passes a test. */
export function testValues(column: Column, test: ValueTest): Uint8Array {
  if (test.by === 'text') {
    return mapBytes(column.values, (value, index) => (test.text(value, column.lower[index] ?? '') ? 1 : 0));
  }
  return mapBytes(column.numbers(), (value) => (!Number.isNaN(value) && test.number(value) ? 1 : 0));
}

/** Whether the whole document of a resource was read, so that what is not in it does not exist. */
export function isRead(node: GraphNode): boolean {
  return node.document !== undefined && (node.document.form === 'full' || node.document.form === 'unsubmitted');
}

/** Gives the values of a node to `add` and says whether they are all there are. */
type Reader = (node: GraphNode, add: (value: string) => void) => boolean;

function readerOf(field: ValueField, reviewed: ReviewedResources): Reader {
  switch (field.source) {
    case 'title':
      return (node, add) => {
        add(node.title);
        return true;
      };
    case 'project':
    case 'location':
      return (node, add) => {
        const value = field.source === 'project' ? node.project : node.location;
        if (value !== undefined) add(value);
        return value !== undefined || isRead(node);
      };
    case 'state':
      return (node, add) => {
        if (node.lifecycle !== undefined) add(node.lifecycle);
        return node.lifecycle !== undefined || isRead(node) || kindById(node.kind).stateField === undefined;
      };
    case 'mark':
    case 'note':
      return ({ id }, add) => {
        reviewed.get(id)?.[`${field.source}s`].forEach(add);
        return true;
      };
    case 'label':
      return labelReader(field.key);
    case 'time':
      return timeReader(field.which);
    case 'fact':
      return factReader(field.places);
  }
}

function labelReader(wanted: string | undefined): Reader {
  return (node, add) => {
    for (const [key, value] of labelsOf(node)) {
      if (wanted === undefined) {
        add(key);
        add(`${key}=${value}`);
      } else if (key === wanted) {
        add(value);
      }
    }
    return isRead(node) || kindById(node.kind).labelsField === undefined;
  };
}

function timeReader(which: 'created' | 'started' | 'ended' | 'updated'): Reader {
  return (node, add) => {
    const path = kindById(node.kind).times[which];
    if (path === undefined) return true;
    addValuesAt(node.document?.data, path.split('.'), 0, add);
    return isRead(node);
  };
}

function factReader(places: readonly FactPlace[]): Reader {
  const ofKind = new Map<KindId, readonly (readonly string[])[]>();
  for (const { kind, steps } of places) ofKind.set(kind, [...(ofKind.get(kind) ?? []), steps]);
  return (node, add) => {
    const paths = ofKind.get(node.kind);
    if (paths === undefined) return true;
    for (const steps of paths) addValuesAt(node.document?.data, steps, 0, add);
    return isRead(node);
  };
}

/** Gives every text, number and flag at a path to `add`; objects and lists in its place are no values. */
function addValuesAt(
  data: JsonValue | undefined,
  steps: readonly string[],
  from: number,
  add: (value: string) => void,
): void {
  if (data === undefined || data === null) return;
  const step = steps[from];
  if (step === undefined) {
    if (typeof data !== 'object') add(String(data));
  } else if (Array.isArray(data)) {
    if (step === '[]') data.forEach((element: JsonValue) => addValuesAt(element, steps, from + 1, add));
  } else if (isJsonObject(data)) {
    if (step === '*') for (const value of Object.values(data)) addValuesAt(value, steps, from + 1, add);
    else if (Object.hasOwn(data, step)) addValuesAt(data[step], steps, from + 1, add);
  }
}
