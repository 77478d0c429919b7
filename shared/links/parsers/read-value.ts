import type { JsonObject } from '../../json.ts';
import type { KindId } from '../../kinds/index.ts';
import { kindById } from '../../kinds/index.ts';
import { readBigQueryUri } from '../../resource/big-query-uri.ts';
import { readBucketName, readCloudStoragePath, readCloudStorageUri } from '../../resource/cloud-storage-uri.ts';
import { readImageReference } from '../../resource/image-reference.ts';
import { parseParentName } from '../../resource/parent-name.ts';
import { readAs, unreadable } from '../../resource/reading.ts';
import type { Reading } from '../../resource/reading.ts';
import { parseResourceName } from '../../resource/resource-name.ts';
import type { ParsedName } from '../../resource/resource-name.ts';
import { readServiceAccount } from '../../resource/service-account-reference.ts';
import { pathSteps, stringsAt } from '../field-path.ts';
import type { CompiledRule } from '../link-table.ts';

/** Project and location a document tells; absent where it does not. */
export interface DocumentPlace {
  readonly project?: string;
  readonly location?: string;
}

/** Where a value stands. */
export interface ValueContext {
  readonly place: DocumentPlace;
  readonly document: JsonObject;
  /** The list element or map entry the value stands in. */
  entry(): JsonObject;
}

/** Reads one value of a field by the grammar its rule names. */
export type ValueReader = (rule: CompiledRule, value: string, context: ValueContext) => Reading;

/**
 * A reader that remembers what it has read: jobs name the same images, accounts, keys and networks over and over. Addresses of
 * objects are not remembered, they are as many as there are jobs; nor is what the place of the document completes.
 */
export function createValueReader(): ValueReader {
  const known = new Map<CompiledRule, Map<string, Reading>>();
  return (rule, value, context) => {
    if (!isRemembered(rule, value)) {
      return readValue(rule, value, context);
    }
    const ofRule = known.get(rule) ?? new Map<string, Reading>();
    known.set(rule, ofRule);
    const reading = ofRule.get(value) ?? readValue(rule, value, context);
    ofRule.set(value, reading);
    return reading;
  };
}

/** Whether what is read is remembered: it does not depend on the document, and many documents have the value. */
export function isRemembered({ rule }: CompiledRule, value: string): boolean {
  return (
    rule.parser === 'text' ||
    rule.parser === 'image' ||
    rule.parser === 'service-account' ||
    (rule.parser === 'resource-name' && (value.startsWith('projects/') || value.startsWith('//')))
  );
}

/** Reads one value of a field by the grammar its rule names. Never throws. */
export function readValue({ rule, kinds }: CompiledRule, value: string, context: ValueContext): Reading {
  switch (rule.parser) {
    case 'service-account':
      return readServiceAccount(value);
    case 'cloud-storage-uri':
      return readCloudStorageUri(value);
    case 'cloud-storage-path':
      return readCloudStoragePath(value);
    case 'bucket-name':
      return readBucketName(value);
    case 'image':
      return readImageReference(value);
    case 'big-query-uri':
      return expectKind(readBigQueryUri(value), kinds);
    case 'parent-name':
      return readParent(value, kinds);
    case 'resource-name':
      return readName(value, kinds, rule.bareId, context);
    case 'text':
      throw new Error('Text holds any number of references: use findTextReferences.');
  }
}

function expectKind(reading: Reading, kinds: readonly KindId[]): Reading {
  return reading.ok && !kinds.includes(reading.parsed.kind)
    ? unreadable(namesOther(reading.parsed.kind, kinds))
    : reading;
}

function readParent(value: string, kinds: readonly KindId[]): Reading {
  const parent = parseParentName(value, { kinds });
  return parent === undefined ? unreadable(expectedForm(kinds)) : readAs(parent);
}

function readName(value: string, kinds: readonly KindId[], bareId: string | undefined, context: ValueContext): Reading {
  if (bareId !== undefined && !value.includes('/')) {
    const completed = completeBareId(bareId, value, context);
    return completed.ok ? readCompleted(completed.name, kinds) : unreadable(completed.reason);
  }
  const named = parseResourceName(value, { ...context.place, kinds });
  if (named !== undefined) {
    return withVersion(named);
  }
  const other = parseResourceName(value);
  return other === undefined ? unreadable(expectedForm(kinds)) : unreadable(namesOther(other.kind, kinds));
}

function readCompleted(name: string, kinds: readonly KindId[]): Reading {
  const named = parseResourceName(name, { kinds });
  return named === undefined ? unreadable(expectedForm(kinds)) : withVersion(named);
}

function withVersion(named: ParsedName): Reading {
  return readAs(named, { version: named.suffix });
}

type Completion = { readonly ok: true; readonly name: string } | { readonly ok: false; readonly reason: string };

/** Fills a rule's template for bare ids; the first variable that is not known makes the id unresolvable. */
function completeBareId(template: string, value: string, context: ValueContext): Completion {
  let missing: string | undefined;
  const name = template.replaceAll(
    /\{(?:(field|projectOf):)?([^{}]+)\}/g,
    (_match, form: string | undefined, key: string) => {
      const known = form === undefined ? variable(key, value, context) : fieldVariable(form, key, context);
      missing ??= known === undefined || known === '' ? describeMissing(form, key) : undefined;
      return known?.replaceAll('%', '%25').replaceAll('/', '%2F') ?? '';
    },
  );
  return missing === undefined
    ? { ok: true, name }
    : { ok: false, reason: `This is an id without its ${missing}, and the document does not say it.` };
}

function variable(key: string, value: string, context: ValueContext): string | undefined {
  switch (key) {
    case 'value':
      return value;
    case 'project':
      return context.place.project;
    case 'location':
      return context.place.location;
    default:
      throw new Error(`A template for bare ids has no variable ${key}`);
  }
}

function fieldVariable(form: string, path: string, context: ValueContext): string | undefined {
  const relative = path.startsWith('.');
  const steps = pathSteps(relative ? path.slice(1) : path);
  const [field] = stringsAt(relative ? context.entry() : context.document, steps);
  if (form === 'field') {
    return field;
  }
  return field === undefined || field === ''
    ? context.place.project
    : (parseResourceName(field)?.project ?? context.place.project);
}

function describeMissing(form: string | undefined, key: string): string {
  return form === undefined ? key : 'project';
}

function namesOther(kind: KindId, expected: readonly KindId[]): string {
  return `This names another kind of resource (${kindById(kind).title}). ${expectedForm(expected)}`;
}

function expectedForm(kinds: readonly KindId[]): string {
  const forms = kinds.flatMap(
    (kind) =>
      kindById(kind)
        .names[0]?.replace(/^\/\/[^/]+\//, '')
        .replace(/\[.*$/, '') ?? [],
  );
  return `Expected ${forms.join(' or ').replaceAll(/\{(\w+)\}/g, (_match, name: string) => name.toUpperCase())}.`;
}
