import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { DEFAULT_SETTINGS, type FindingSettings } from '../../shared/findings/settings.ts';
import type { CoverageRow, Inventory, Redaction } from '../../shared/inventory/inventory.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../shared/json.ts';
import { isKindId } from '../../shared/kinds/index.ts';
import { canonicalDocument } from '../../shared/resource/canonical.ts';
import { documentName } from '../../shared/resource/document-name.ts';
import type { ResourceDocument } from '../../shared/resource/document.ts';
import { parseResourceName } from '../../shared/resource/resource-name.ts';

/** What a labelled inventory is there to show. */
export type CaseName = 'fires' | 'clean' | 'missing';

/** A small inventory, and the rules that find something in it. */
export interface LabelledInventory {
  readonly rule: string;
  readonly name: CaseName;
  readonly inventory: Inventory;
  readonly settings: FindingSettings;
  /** Ids of all rules that fail in it, sorted. */
  readonly expected: readonly string[];
}

/** The day on which the inventories were collected. */
export const COLLECTED = '2026-11-20T12:00:00Z';

const FOLDER = new URL('../fixtures/findings/', import.meta.url);
const CASES: readonly CaseName[] = ['fires', 'clean', 'missing'];

/** Resources without a flaw, to which the inventories say only what is different. */
const defaults = readYaml('defaults.yaml');

/** Reads every labelled inventory; throws where a file is not what it should be. */
export function readCorpus(): readonly LabelledInventory[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml') && file !== 'defaults.yaml');
  return files.toSorted().flatMap((file) =>
    Object.entries(readYaml(file))
      .filter(([rule]) => !rule.startsWith('_'))
      .flatMap(([rule, cases]) => CASES.map((name) => readCase(rule, name, objectOf(cases)[name]))),
  );
}

function readCase(rule: string, name: CaseName, value: JsonValue | undefined): LabelledInventory {
  const whole = Array.isArray(value) ? { documents: value as readonly JsonValue[] } : objectOf(value);
  const documents = listOf(whole['documents']).map((entry) => readDocument(objectOf(entry)));
  const also = listOf(whole['also']).map(String);
  return {
    rule,
    name,
    inventory: {
      documents,
      projects: Object.entries(objectOf(defaults['projects'])).map(([projectId, number]) => ({
        projectId,
        projectNumber: typeof number === 'string' ? number : '',
        source: 'defaults.yaml',
      })),
      coverage: listOf(whole['coverage']) as unknown as readonly CoverageRow[],
      problems: [],
      skipped: [],
      unattachedPolicies: [],
      redactions: listOf(whole['redactions']) as unknown as readonly Redaction[],
      createdTime: COLLECTED,
    },
    settings: { ...DEFAULT_SETTINGS, ...(objectOf(whole['settings'] ?? {}) as Partial<FindingSettings>) },
    expected: [...(name === 'fires' ? [rule] : []), ...also].toSorted(),
  };
}

/** What a rule found in all inventories together. */
export interface Score {
  readonly rule: string;
  /** Expected and found. */
  readonly right: number;
  /** Found, not expected. */
  readonly wrong: number;
  /** Expected, not found. */
  readonly missed: number;
}

/** Prints precision and recall of every rule into the output of the tests. */
export function printScores(scores: readonly Score[], inventories: number): void {
  const lines = scores.map(({ rule, right, wrong, missed }) => {
    const precision = right / Math.max(1, right + wrong);
    const recall = right / Math.max(1, right + missed);
    return `${rule.padEnd(42)} precision ${precision.toFixed(2)}  recall ${recall.toFixed(2)}  of ${right + missed}`;
  });
  console.log(`${inventories} labelled inventories\n${lines.join('\n')}`);
}

/** `bucket: {…}` is the faultless bucket of `defaults.yaml` with what is said here put over it; `null` takes a field away. */
function readDocument(entry: JsonObject): ResourceDocument {
  const [shortcut = ''] = Object.keys(entry);
  const given = entry[shortcut];
  const template = objectOf(defaults[shortcut]);
  const { kind, name, policy, form, data } = objectOf(overlay(template, objectOf(given)));
  if (typeof kind !== 'string' || !isKindId(kind)) {
    throw new Error(`"${shortcut}" is no shortcut of defaults.yaml`);
  }
  const { data: canonical } = canonicalDocument(kind, objectOf(data ?? {}));
  const parsed = typeof name === 'string' ? parseResourceName(name, { kinds: [kind] }) : documentName(kind, canonical);
  if (parsed === undefined) {
    throw new Error(`A document has no name: ${JSON.stringify(entry)}`);
  }
  return {
    kind,
    name: parsed.name,
    data: canonical,
    form: formOf(form),
    ...(policy === undefined ? {} : { iamPolicy: policyOf(objectOf(policy)) }),
    origin: { file: 'corpus.yaml' },
  };
}

function formOf(form: JsonValue | undefined): ResourceDocument['form'] {
  return form === 'summary' || form === 'policy' || form === 'unsubmitted' ? form : 'full';
}

/** `roles/viewer: [allUsers]` for each binding. */
function policyOf(roles: JsonObject): JsonObject {
  return { version: 3, bindings: Object.entries(roles).map(([role, members]) => ({ role, members })) };
}

function overlay(base: JsonValue, over: JsonValue): JsonValue {
  if (!isJsonObject(base) || !isJsonObject(over)) {
    return over;
  }
  const merged = Object.entries({ ...base, ...over }).map(([key]) => [
    key,
    over[key] === undefined ? base[key] : base[key] === undefined ? over[key] : overlay(base[key], over[key]),
  ]);
  return Object.fromEntries(merged.filter(([, value]) => value !== null)) as JsonObject;
}

function readYaml(file: string): JsonObject {
  return objectOf(parse(readFileSync(new URL(file, FOLDER), 'utf8')) as JsonValue);
}

function objectOf(value: JsonValue | undefined): JsonObject {
  if (!isJsonObject(value)) {
    throw new Error(`Expected an object, not ${JSON.stringify(value)}`);
  }
  return value;
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}
