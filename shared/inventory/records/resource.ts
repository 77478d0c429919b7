import type { JsonObject } from '../../json.ts';
import type { KindId } from '../../kinds/index.ts';
import { kindById } from '../../kinds/index.ts';
import { canonicalDocument } from '../../resource/canonical.ts';
import { documentName, rememberName } from '../../resource/document-name.ts';
import type { NameRead } from '../../resource/document-name.ts';
import type { Origin, ResourceDocument } from '../../resource/document.ts';
import { readImageReference } from '../../resource/image-reference.ts';
import { parseResourceName } from '../../resource/resource-name.ts';
import type { ParsedName } from '../../resource/resource-name.ts';
import { adaptRecord } from '../adapters/adapter.ts';
import type { ShapeAdapter } from '../adapters/adapter.ts';
import type { InventoryBuilder } from './inventory-builder.ts';

/** What an envelope says about the document inside. */
export interface EnvelopeFacts {
  /** Name by which the source calls the resource. */
  readonly name?: ParsedName;
  readonly iamPolicy?: JsonObject;
  readonly ancestors?: readonly string[];
  readonly updateTime?: string;
  /** A text of the document that was read as its name already. */
  readonly named?: NameRead | undefined;
}

/** Adds an API object of a known kind: canonical form, name, and what its envelope adds. */
export function addResource(
  builder: InventoryBuilder,
  kind: KindId,
  record: JsonObject,
  origin: Origin,
  facts: EnvelopeFacts = {},
  form: 'full' | 'summary' = 'full',
): void {
  const { data, issues } = canonicalDocument(kind, record);
  for (const { path, code } of issues) {
    const reason =
      code === 'unsafe-key'
        ? 'A key that would reach into the program was left out.'
        : 'What lies deeper than documents of this kind ever go was left out.';
    builder.addProblemAt(origin, { code, severity: 'warning', path, reason });
  }
  const context = {
    ...(facts.name?.project === undefined ? {} : { project: facts.name.project }),
    ...(facts.name?.location === undefined ? {} : { location: facts.name.location }),
  };
  const own = documentName(kind, data, context, facts.named);
  const name = own ?? facts.name;
  if (name === undefined) {
    reportNoName(builder, kind, data, origin);
    return;
  }
  const aliases = facts.name === undefined || facts.name.name === name.name ? [] : [facts.name.name];
  const document: ResourceDocument = {
    kind,
    name: name.name,
    data,
    form,
    ...(facts.iamPolicy === undefined ? {} : { iamPolicy: facts.iamPolicy }),
    ...(facts.ancestors === undefined ? {} : { ancestors: facts.ancestors }),
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(facts.updateTime === undefined ? {} : { updateTime: facts.updateTime }),
    origin,
  };
  rememberName(document, name);
  builder.addDocument(document);
}

/** Adds a record in a tool's own form, after bringing it to the API's. */
export function addAdapted(builder: InventoryBuilder, adapter: ShapeAdapter, record: JsonObject, origin: Origin): void {
  const data = adaptRecord(adapter, record);
  const text = adapter.nameOf?.(record);
  const name = text === undefined ? undefined : readNameText(adapter.kind, text);
  if (adapter.nameOf !== undefined && name === undefined) {
    builder.addProblemAt(origin, {
      code: 'bad-name',
      severity: 'error',
      reason: `This looks like an answer of "${adapter.source}", but its fields do not give a name of ${article(adapter.kind)}.`,
    });
    return;
  }
  const facts = name === undefined ? {} : { name };
  addResource(builder, adapter.kind, data, origin, facts, adapter.partial === true ? 'summary' : 'full');
}

function readNameText(kind: KindId, text: string): ParsedName | undefined {
  const parsed = parseResourceName(text, { kinds: [kind] });
  if (parsed !== undefined) {
    return parsed;
  }
  const image = readImageReference(text);
  return image.ok && image.parsed.kind === kind ? image.parsed : undefined;
}

function reportNoName(builder: InventoryBuilder, kind: KindId, data: JsonObject, origin: Origin): void {
  const { nameFields } = kindById(kind);
  const [field] = nameFields.map(({ path }) => path).filter((path) => Object.hasOwn(data, path.split('.')[0] ?? path));
  builder.addProblemAt(origin, {
    code: field === undefined ? 'no-name' : 'bad-name',
    severity: 'error',
    ...(field === undefined ? {} : { path: field }),
    reason:
      field === undefined
        ? `This looks like ${article(kind)}, but has no ${nameFields.map(({ path }) => path).join(' or ')}; it cannot be placed.`
        : `This looks like ${article(kind)}, but its ${field} is no name of one.`,
  });
}

/** `a custom job`, for messages. */
export function article(kind: KindId): string {
  const title = kindById(kind).title;
  const isName = /^[A-Z]{2}/.test(title);
  const words = isName ? title : title.charAt(0).toLowerCase() + title.slice(1);
  return `${/^[aeiou]/i.test(words) ? 'an' : 'a'} ${words}`;
}
