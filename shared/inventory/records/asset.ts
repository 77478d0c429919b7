import { isJsonObject } from '../../json.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import type { KindId } from '../../kinds/index.ts';
import type { Origin } from '../../resource/document.ts';
import { isProjectNumber } from '../../resource/name-identity.ts';
import { parseResourceName } from '../../resource/resource-name.ts';
import type { ParsedName } from '../../resource/resource-name.ts';
import { listOf, objectOf, stringsOf } from '../json-parts.ts';
import { addPolicyDocument } from './iam-policy.ts';
import type { InventoryBuilder } from './inventory-builder.ts';
import { kindOfAssetType } from './kind-recognition.ts';
import { addResource } from './resource.ts';
import type { EnvelopeFacts } from './resource.ts';

/** Fields of a search result that belong to the resource itself; all others describe the result. */
const RESULT_FIELDS = [
  'displayName',
  'description',
  'location',
  'labels',
  'state',
  'createTime',
  'updateTime',
  'kmsKeys',
] as const;

/** Whether an object is an asset or search result of Cloud Asset Inventory: it has a full name and a type. */
export function isAsset(record: JsonObject): boolean {
  const name = record['name'];
  return typeof name === 'string' && name.startsWith('//') && typeof either(record, 'assetType') === 'string';
}

/** Whether an object is a result of searching IAM policies: a resource's full name and a policy. */
export function isPolicySearchResult(record: JsonObject): boolean {
  const resource = record['resource'];
  return typeof resource === 'string' && resource.startsWith('//') && isJsonObject(record['policy']);
}

/**
 * Takes an asset (https://cloud.google.com/asset-inventory/docs/reference/rest/v1/Asset) in either spelling of its keys, or a
 * search result. Content other than resource and IAM policy is counted by its type.
 */
export function addAsset(builder: InventoryBuilder, record: JsonObject, origin: Origin): void {
  const type = either(record, 'assetType');
  const kind = typeof type === 'string' ? kindOfAssetType(type) : undefined;
  if (typeof type !== 'string' || kind === undefined) {
    builder.countType(typeof type === 'string' ? type : 'unknown');
    return;
  }
  const fullName = record['name'];
  const name = typeof fullName === 'string' ? parseResourceName(fullName, { kinds: [kind] }) : undefined;
  if (name === undefined) {
    builder.addProblemAt(origin, {
      code: 'bad-name',
      severity: 'error',
      path: 'name',
      reason: `The name of this asset does not fit its type, ${type}.`,
    });
    return;
  }
  const data = dataOf(record);
  const iamPolicy = objectOf(either(record, 'iamPolicy'));
  const facts = envelopeFacts(record, name, iamPolicy);
  if (data !== undefined) {
    addResource(builder, kind, data, origin, facts);
  } else if (iamPolicy !== undefined) {
    const { ancestors, updateTime } = facts;
    addPolicyDocument(builder, name, iamPolicy, origin, {
      ...(ancestors === undefined ? {} : { ancestors }),
      ...(updateTime === undefined ? {} : { updateTime }),
    });
  } else {
    addSummary(builder, kind, record, origin, facts);
  }
}

/** Takes a result of `searchAllIamPolicies`, whose policy holds only the bindings that were searched for. */
export function addPolicySearchResult(builder: InventoryBuilder, record: JsonObject, origin: Origin): void {
  const resource = record['resource'];
  const name = typeof resource === 'string' ? parseResourceName(resource) : undefined;
  const policy = objectOf(record['policy']);
  if (name === undefined || policy === undefined) {
    const type = either(record, 'assetType');
    builder.countType(typeof type === 'string' ? type : 'unknown');
    return;
  }
  const ancestors = searchAncestors(record);
  addPolicyDocument(builder, name, policy, origin, ancestors === undefined ? {} : { ancestors });
}

function addSummary(
  builder: InventoryBuilder,
  kind: KindId,
  record: JsonObject,
  origin: Origin,
  facts: EnvelopeFacts,
): void {
  const data: JsonObject = Object.fromEntries(
    RESULT_FIELDS.flatMap((field) => {
      const value = either(record, field);
      return value === undefined ? [] : [[field, value]];
    }),
  );
  learnTie(builder, record, origin);
  const ancestors = facts.ancestors ?? searchAncestors(record);
  // The fields of a result are not those of the API's document, so they are not asked for the resource's name.
  addResource(builder, kind, data, origin, { ...facts, ...(ancestors === undefined ? {} : { ancestors }) }, 'summary');
}

/** The API's document: `resource.data`, a string of JSON where it came through BigQuery, or in a search result's versions. */
function dataOf(record: JsonObject): JsonObject | undefined {
  const data = objectOf(record['resource'])?.['data'];
  if (typeof data === 'string') {
    return parseObject(data);
  }
  const versions = either(record, 'versionedResources');
  const newest = listOf(versions).at(-1);
  const found = objectOf(data) ?? objectOf(objectOf(newest)?.['resource']);
  return found !== undefined && Object.keys(found).length > 0 ? found : undefined;
}

function parseObject(text: string): JsonObject | undefined {
  try {
    return objectOf(JSON.parse(text) as JsonValue);
  } catch {
    return undefined;
  }
}

function envelopeFacts(record: JsonObject, name: ParsedName, iamPolicy: JsonObject | undefined): EnvelopeFacts {
  const ancestors = stringsOf(record['ancestors']);
  const updateTime = either(record, 'updateTime');
  return {
    name,
    ...(iamPolicy === undefined ? {} : { iamPolicy }),
    ...(ancestors === undefined ? {} : { ancestors }),
    ...(typeof updateTime === 'string' ? { updateTime } : {}),
  };
}

/** A search result names its project, folders and organisation one by one; nearest first, as an asset's `ancestors`. */
function searchAncestors(record: JsonObject): readonly string[] | undefined {
  const { project, organization } = record;
  const ancestors = [
    ...(typeof project === 'string' ? [project] : []),
    ...(stringsOf(record['folders']) ?? []),
    ...(typeof organization === 'string' ? [organization] : []),
  ];
  return ancestors.length === 0 ? undefined : ancestors;
}

/** A result has its project by number in `project` and by id in the full name of its parent. */
function learnTie(builder: InventoryBuilder, record: JsonObject, origin: Origin): void {
  const number = projectOf(record['project'], /^projects\/(\d+)$/);
  const id = projectOf(
    either(record, 'parentFullResourceName'),
    /^\/\/cloudresourcemanager\.googleapis\.com\/projects\/([^/]+)$/,
  );
  if (number !== undefined && id !== undefined && !isProjectNumber(id)) {
    const place = origin.line === undefined ? (origin.path ?? '') : `line ${origin.line}`;
    builder.addTie({ projectId: id, projectNumber: number, source: `${origin.file} ${place}: project and parent` });
  }
}

function projectOf(value: JsonValue | undefined, pattern: RegExp): string | undefined {
  return typeof value === 'string' ? pattern.exec(value)?.[1] : undefined;
}

const SNAKE_CASE: Readonly<Record<string, string>> = Object.fromEntries(
  ['assetType', 'iamPolicy', 'updateTime', 'versionedResources', 'parentFullResourceName', ...RESULT_FIELDS].map(
    (key) => [key, key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)],
  ),
);

/** The value of a key in camelCase or snake_case. */
function either(record: JsonObject, key: string): JsonValue | undefined {
  return record[key] ?? record[SNAKE_CASE[key] ?? key];
}
