import type { JsonObject } from '../../json.ts';
import { KINDS } from '../../kinds/index.ts';
import type { KindId } from '../../kinds/index.ts';
import type { NameRead } from '../../resource/document-name.ts';
import { parseResourceName } from '../../resource/resource-name.ts';

/** What a record says it is. */
export type Recognition =
  | { readonly kind: KindId; readonly named?: NameRead }
  /** A resource of a kind the product does not know; the name of its type, for the count. */
  | { readonly unknownType: string };

const kindOfAsset: ReadonlyMap<string, KindId> = new Map(
  KINDS.flatMap((kind) => kind.assetTypes.map((type): [string, KindId] => [type, kind.id])),
);
const kindOfDiscovery: ReadonlyMap<string, KindId> = new Map(
  KINDS.flatMap((kind) => (kind.discoveryKinds ?? []).map((type): [string, KindId] => [type, kind.id])),
);
const signatures = KINDS.flatMap((kind) => kind.signatures.map((keys) => ({ kind: kind.id, keys })));
const kindsOfCollection: ReadonlyMap<string, readonly KindId[]> = groupByCollection();

/** Keys under which REST pages of our kinds hold their list, besides `items`. */
export const COLLECTIONS: ReadonlySet<string> = new Set(kindsOfCollection.keys());

/** Kind of a Cloud Asset Inventory type; undefined for a type we do not keep. */
export function kindOfAssetType(type: string): KindId | undefined {
  return kindOfAsset.get(type);
}

/**
 * Tells the kind of an API object: by its `kind` (`compute#network`), the grammar of its name, its fields, or the listing it
 * stands in (`collection`). Returns undefined for an object that looks like no resource.
 */
export function recogniseKind(record: JsonObject, collection?: string): Recognition | undefined {
  const discovery = record['kind'];
  if (typeof discovery === 'string' && /^[a-z]+#[a-zA-Z]+$/.test(discovery)) {
    const kind = kindOfDiscovery.get(discovery);
    return kind === undefined ? { unknownType: discovery } : { kind };
  }
  const named = kindOfName(record);
  if (named !== undefined && 'kind' in named) {
    return named;
  }
  const keys = new Set(Object.keys(record).map(apiSpelling));
  const signed = signatures.find((signature) => signature.keys.every((key) => keys.has(key)));
  if (signed !== undefined && named === undefined) {
    return { kind: signed.kind };
  }
  const [listed, another] = kindsOfCollection.get(collection ?? '') ?? [];
  if (listed !== undefined && another === undefined && named === undefined) {
    return { kind: listed };
  }
  return named;
}

function kindOfName(record: JsonObject): Recognition | undefined {
  for (const field of ['selfLink', 'self_link', 'name']) {
    const value = record[field];
    if (typeof value === 'string' && value.includes('/')) {
      const parsed = parseResourceName(value);
      if (parsed !== undefined) {
        return { kind: parsed.kind, named: { text: value, name: parsed } };
      }
      const collection = collectionOfName(value);
      if (collection !== undefined) {
        return { unknownType: collection };
      }
    }
  }
  return undefined;
}

/** `notebookRuntimes` of `projects/p/locations/l/notebookRuntimes/1`; undefined for what is no resource's name. */
function collectionOfName(name: string): string | undefined {
  const parts = /(?:^|\/)(projects\/[^/]+\/[^?#]+)$/.exec(name)?.[1]?.split('/') ?? [];
  const collection = parts.length >= 4 ? parts.at(-2) : undefined;
  return collection !== undefined && /^[a-z][A-Za-z]+$/.test(collection) ? collection : undefined;
}

function apiSpelling(key: string): string {
  return key.replaceAll(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}

function groupByCollection(): ReadonlyMap<string, readonly KindId[]> {
  const groups = new Map<string, KindId[]>();
  for (const kind of KINDS) {
    groups.set(kind.collection, [...(groups.get(kind.collection) ?? []), kind.id]);
  }
  return groups;
}
