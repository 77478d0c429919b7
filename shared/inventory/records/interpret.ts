import { isJsonObject } from '../../json.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import type { Origin } from '../../resource/document.ts';
import { fitsAdapter } from '../adapters/adapter.ts';
import type { ShapeAdapter } from '../adapters/adapter.ts';
import { gcloudDockerImages } from '../adapters/gcloud-docker-image.ts';
import { gcloudStorageBucket } from '../adapters/gcloud-storage-bucket.ts';
import { listOf } from '../json-parts.ts';
import { isCollectionStart } from '../collection/collection-record.ts';
import { takeCollectionRecord } from '../collection/take-record.ts';
import { isSnapshot } from '../snapshot-format.ts';
import { readSnapshot } from '../snapshot-read.ts';
import { checkStructure } from '../structure.ts';
import { addAsset, addPolicySearchResult, isAsset, isPolicySearchResult } from './asset.ts';
import { addIamPolicy, isIamPolicy } from './iam-policy.ts';
import { joinPath } from './inventory-builder.ts';
import type { InventoryBuilder } from './inventory-builder.ts';
import { addJobSpec, isJobSpec } from './job-spec.ts';
import { recogniseKind } from './kind-recognition.ts';
import { isPage, listsOfPage, reportPageRest } from './page.ts';
import { addAdapted, addResource } from './resource.ts';

const ADAPTERS: readonly ShapeAdapter[] = [gcloudStorageBucket, ...gcloudDockerImages];

/** Records taken between two pauses: about ten milliseconds' work. */
const RECORDS_PER_STEP = 200;

/**
 * Takes one JSON value of a file, whatever it is: a list, a page of a list, a snapshot, or a record. Pauses (yields) now and
 * then, so that a long list does not keep its thread from answering.
 */
export function* interpretValue(builder: InventoryBuilder, value: JsonValue, origin: Origin): Generator<void, void> {
  if (Array.isArray(value)) {
    yield* interpretList(builder, listOf(value), origin, undefined);
  } else if (isJsonObject(value) && isSnapshot(value)) {
    yield* readSnapshot(builder, value, origin);
  } else if (isJsonObject(value) && isPage(value)) {
    builder.countRecord();
    for (const { key, path, elements } of listsOfPage(value)) {
      const place = joinPath(origin.path, path) ?? path;
      yield* interpretList(builder, elements, { ...origin, path: place }, key);
    }
    reportPageRest(builder, value, origin);
  } else {
    interpretRecord(builder, value, origin, undefined);
  }
}

/** Takes the elements of a list; `collection` is the key of the page the list stands in. */
export function* interpretList(
  builder: InventoryBuilder,
  elements: readonly JsonValue[],
  origin: Origin,
  collection: string | undefined,
): Generator<void, void> {
  for (const [index, element] of elements.entries()) {
    yield* interpretElement(builder, element, { ...origin, path: `${origin.path ?? ''}[${index}]` }, collection);
    if (index % RECORDS_PER_STEP === RECORDS_PER_STEP - 1) {
      yield;
    }
  }
}

/** Takes one element of a list. Lists of pages, as `jq --slurp` makes them, are taken apart too. */
export function* interpretElement(
  builder: InventoryBuilder,
  element: JsonValue,
  origin: Origin,
  collection: string | undefined,
): Generator<void, void> {
  const mayBePage = isJsonObject(element) && collection === undefined && isPage(element);
  if (!mayBePage && !Array.isArray(element)) {
    interpretRecord(builder, element, origin, collection);
  } else if (checkStructure(element, builder.limits.depth).tooDeep) {
    reportTooDeep(builder, origin);
  } else {
    yield* interpretValue(builder, element, origin);
  }
}

function interpretRecord(
  builder: InventoryBuilder,
  value: JsonValue,
  origin: Origin,
  collection: string | undefined,
): void {
  if (!isJsonObject(value)) {
    builder.addProblemAt(origin, {
      code: 'unrecognised',
      severity: 'error',
      reason: 'This is a single value, not a resource. Export with --format=json or --format=yaml.',
    });
    return;
  }
  const checked = checkStructure(value, builder.limits.depth);
  if (checked.tooDeep) {
    reportTooDeep(builder, origin);
    return;
  }
  for (const path of checked.removed) {
    builder.addProblemAt(origin, {
      code: 'unsafe-key',
      severity: 'warning',
      path,
      reason: 'A key named __proto__ was left out: it would reach into the program.',
    });
  }
  for (const path of checked.suspicious) {
    builder.addProblemAt(origin, {
      code: 'unsafe-key',
      severity: 'note',
      path,
      reason: 'A key has a name that is part of every object’s machinery; it is kept and shown as text.',
    });
  }
  if (isJsonObject(checked.value)) {
    takeRecord(builder, checked.value, origin, collection);
  }
}

function reportTooDeep(builder: InventoryBuilder, origin: Origin): void {
  builder.addProblemAt(origin, {
    code: 'too-deep',
    severity: 'error',
    reason: `This record is nested more than ${builder.limits.depth} levels deep, which no resource is; it was not read.`,
  });
}

/** The order matters: envelopes first, because what is inside one would be recognised too. */
function takeRecord(
  builder: InventoryBuilder,
  record: JsonObject,
  origin: Origin,
  collection: string | undefined,
): void {
  if (builder.collection !== 'none' || isCollectionStart(record)) {
    takeCollectionRecord(builder, record, origin);
    return;
  }
  if (isAsset(record)) {
    addAsset(builder, record, origin);
    return;
  }
  if (isPolicySearchResult(record)) {
    addPolicySearchResult(builder, record, origin);
    return;
  }
  if (isIamPolicy(record)) {
    addIamPolicy(builder, record, origin);
    return;
  }
  const adapter = ADAPTERS.find((each) => fitsAdapter(each, record));
  if (adapter !== undefined) {
    addAdapted(builder, adapter, record, origin);
    return;
  }
  if (isJobSpec(record)) {
    addJobSpec(builder, record, origin);
    return;
  }
  const recognised = recogniseKind(record, collection);
  if (recognised === undefined) {
    reportUnrecognised(builder, record, origin);
  } else if ('unknownType' in recognised) {
    builder.countType(recognised.unknownType);
  } else {
    addResource(builder, recognised.kind, record, origin, { named: recognised.named });
  }
}

function reportUnrecognised(builder: InventoryBuilder, record: JsonObject, origin: Origin): void {
  const { error } = record;
  const status = isJsonObject(error) ? (error['status'] ?? error['code']) : undefined;
  builder.addProblemAt(origin, {
    code: 'unrecognised',
    severity: 'error',
    reason:
      typeof status === 'string' || typeof status === 'number'
        ? `This is an error answer of an API (${String(status).slice(0, 40)}), not a resource: what it was asked for is not here.`
        : 'This is no resource of a kind that can be told: it has no name, type or fields that any of them has.',
  });
}
