import { isJsonObject } from '../../../shared/json.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { invalidArgument } from './api-failure.ts';
import { parseFilter } from './filter-syntax.ts';
import type { Filter, Operator } from './filter-syntax.ts';

/** How a field compares. */
type FieldType = 'text' | 'enum' | 'time' | 'labels';

const FIELDS: Readonly<Record<string, FieldType>> = {
  displayName: 'text',
  state: 'enum',
  createTime: 'time',
  labels: 'labels',
};

const OPERATORS: Readonly<Record<FieldType, readonly Operator[]>> = {
  text: ['=', '!=', ':'],
  enum: ['=', '!='],
  time: ['=', '!=', '<', '<=', '>', '>='],
  labels: ['=', '!=', ':', 'present'],
};

/** Fields that only some lists can be filtered by. */
const MORE_FIELDS: Readonly<Record<string, Readonly<Record<string, FieldType>>>> = {
  pipelineJobs: { updateTime: 'time', endTime: 'time', templateUri: 'text' },
};

/** Makes the test a filter stands for; throws INVALID_ARGUMENT for a field the list cannot be filtered by. */
export function compileFilter(text: string, collection: string): (data: JsonObject) => boolean {
  if (text.trim() === '') {
    return () => true;
  }
  return compile(parseFilter(text), { ...FIELDS, ...MORE_FIELDS[collection] });
}

function compile(filter: Filter, fields: Readonly<Record<string, FieldType>>): (data: JsonObject) => boolean {
  switch (filter.type) {
    case 'all': {
      const tests = filter.parts.map((part) => compile(part, fields));
      return (data) => tests.every((test) => test(data));
    }
    case 'any': {
      const tests = filter.parts.map((part) => compile(part, fields));
      return (data) => tests.some((test) => test(data));
    }
    case 'not': {
      const test = compile(filter.part, fields);
      return (data) => !test(data);
    }
    case 'restriction':
      return compileRestriction(filter, fields);
  }
}

function compileRestriction(
  restriction: Extract<Filter, { type: 'restriction' }>,
  fields: Readonly<Record<string, FieldType>>,
): (data: JsonObject) => boolean {
  const { operator, value } = restriction;
  const dot = restriction.field.indexOf('.');
  const root = toCamelCase(dot === -1 ? restriction.field : restriction.field.slice(0, dot));
  const type = Object.hasOwn(fields, root) ? fields[root] : undefined;
  if (type === undefined || (type === 'labels') !== dot > -1) {
    // `labels:key` asks for a key as `labels.key:*` does.
    if (type === 'labels' && operator === ':') {
      return (data) => labelOf(data, value) !== undefined;
    }
    throw invalidArgument(`Invalid filter: field "${restriction.field}" cannot be used in a filter.`, 'filter');
  }
  if (!OPERATORS[type].includes(operator)) {
    throw invalidArgument(`Invalid filter: operator ${operator} cannot be used with ${restriction.field}.`, 'filter');
  }
  switch (type) {
    case 'labels': {
      const key = restriction.field.slice(dot + 1).replaceAll('"', '');
      return (data) => compareText(labelOf(data, key), operator, value);
    }
    case 'time':
      return compileTime(root, operator, value);
    case 'enum':
    case 'text':
      return (data) => compareText(textOf(data, root), operator, value);
  }
}

function compileTime(field: string, operator: Operator, value: string): (data: JsonObject) => boolean {
  const bound = Date.parse(value);
  if (Number.isNaN(bound)) {
    throw invalidArgument(`Invalid filter: "${value}" is not an RFC 3339 timestamp.`, 'filter');
  }
  return (data) => {
    const text = textOf(data, field);
    return text !== undefined && compareNumbers(Date.parse(text), operator, bound);
  };
}

function compareNumbers(left: number, operator: Operator, right: number): boolean {
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '!=':
      return left !== right;
    case '=':
    case ':':
    case 'present':
      return left === right;
  }
}

function compareText(actual: string | undefined, operator: Operator, value: string): boolean {
  if (operator === 'present') {
    return actual !== undefined;
  }
  if (operator === '!=') {
    return actual !== value;
  }
  if (actual === undefined) {
    return false;
  }
  return operator === ':' && value.includes('*')
    ? wildcard(value).test(actual)
    : operator === ':'
      ? actual.toLowerCase().includes(value.toLowerCase())
      : actual === value;
}

function wildcard(value: string): RegExp {
  const parts = value.split('*').map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`, 'isu');
}

function textOf(data: JsonObject, field: string): string | undefined {
  const value = data[field];
  return typeof value === 'string' ? value : undefined;
}

function labelOf(data: JsonObject, key: string): string | undefined {
  const { labels } = data;
  return isJsonObject(labels) && Object.hasOwn(labels, key) ? textOf(labels, key) : undefined;
}

/** `display_name` to `displayName`; what is in camel case stays. */
export function toCamelCase(name: string): string {
  return name.replaceAll(/_([a-z0-9])/gu, (_whole, letter: string) => letter.toUpperCase());
}
