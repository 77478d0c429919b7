import { isJsonObject } from '../json.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import type { KindId } from '../kinds/index.ts';
import type { Flow } from '../kinds/kind.ts';
import type { Reading } from '../resource/reading.ts';
import { unreadable } from '../resource/reading.ts';
import { formatPath } from './field-path.ts';
import type { PathNode } from './field-path.ts';
import { claimsOf } from './link-table.ts';
import type { Claim, CompiledRule } from './link-table.ts';
import { readValue } from './parsers/read-value.ts';
import { findTextReferences, flagName, guessFlow } from './parsers/text-references.ts';

/** A reference found in a document, before it is known which node it leads to. */
export interface LinkCandidate {
  readonly rule: CompiledRule;
  /** Concrete path: `jobSpec.workerPoolSpecs[0].containerSpec.imageUri`. */
  readonly path: string;
  /** The raw value at the path. */
  readonly value: string;
  /** The part of the value that is the reference; differs from `value` in free text only. */
  readonly reference: string;
  readonly reading: Reading;
  /** Kind of the target; for a value that fits no grammar, the kind it should have named. */
  readonly kind: KindId;
  readonly flow: Flow;
  readonly facts?: Readonly<Record<string, string>>;
}

/** What one walk through a document finds. */
export interface ExtractedLinks {
  readonly candidates: readonly LinkCandidate[];
  /** Strings with a `/` that nothing claims, and names in free text of kinds the product does not know. */
  readonly unclaimed: readonly { readonly path: string; readonly value: string }[];
}

/** Project and location the document tells; absent where it does not. */
export interface DocumentPlace {
  readonly project?: string;
  readonly location?: string;
}

/** The walk through one document. */
interface Walk {
  readonly document: JsonObject;
  readonly place: DocumentPlace;
  /** Keys and indices from the root to the current value. */
  readonly steps: (string | number)[];
  /** The value each step leads out of. */
  readonly containers: (JsonObject | readonly JsonValue[])[];
  readonly candidates: LinkCandidate[];
  readonly unclaimed: { path: string; value: string }[];
}

type Claims = PathNode<Claim>;

const NO_CLAIMS: readonly Claim[] = [];

/**
 * Finds every reference in a document of a kind. The document is walked once, whatever the number of rules; each string is
 * claimed by link rules or plain text, or reported as unclaimed when it contains a `/`. Empty strings count as absent.
 * Linear in the document's size; never throws.
 */
export function extractLinks(kind: KindId, document: JsonObject, place: DocumentPlace): ExtractedLinks {
  const walk: Walk = { document, place, steps: [], containers: [], candidates: [], unclaimed: [] };
  visit(document, claimsOf(kind), NO_CLAIMS, walk);
  return walk;
}

/** `inherited` are claims of `**` paths above this place. */
function visit(value: JsonValue, node: Claims | undefined, inherited: readonly Claim[], walk: Walk): void {
  const deep = node === undefined || node.deepPayloads.length === 0 ? inherited : [...inherited, ...node.deepPayloads];
  if (typeof value === 'string') {
    // A list with one element is sometimes written without its brackets.
    const own = node?.payloads.length === 0 && node.element !== undefined ? node.element.payloads : node?.payloads;
    visitString(value, own ?? NO_CLAIMS, deep, walk);
  } else if (typeof value !== 'object' || value === null) {
    if (value !== null && node !== undefined && node.payloads.length > 0) {
      reportNotText(value, node.payloads, walk);
    }
  } else if (isJsonObject(value)) {
    if (node !== undefined && node.payloads.length > 0) {
      reportNotText(value, node.payloads, walk);
    }
    walk.containers.push(value);
    for (const key of Object.keys(value)) {
      walk.steps.push(key);
      visit(value[key] ?? null, node?.fields.get(key) ?? node?.anyKey, deep, walk);
      walk.steps.pop();
    }
    walk.containers.pop();
  } else {
    if (node !== undefined && node.payloads.length > 0) {
      reportNotText(value, node.payloads, walk);
    }
    walk.containers.push(value);
    for (let index = 0; index < value.length; index += 1) {
      walk.steps.push(index);
      visit(value[index] ?? null, node?.element, deep, walk);
      walk.steps.pop();
    }
    walk.containers.pop();
  }
}

function visitString(value: string, own: readonly Claim[], inherited: readonly Claim[], walk: Walk): void {
  if (own.length === 0 && inherited.length === 0) {
    if (value.includes('/')) {
      walk.unclaimed.push({ path: formatPath(walk.steps), value });
    }
    return;
  }
  if (value === '') {
    return;
  }
  for (const claims of [own, inherited]) {
    for (const claim of claims) {
      if (claim.type === 'rule') {
        applyRule(claim.rule, value, walk);
      }
    }
  }
}

function applyRule(rule: CompiledRule, value: string, walk: Walk): void {
  if (rule.rule.parser === 'text') {
    applyTextRule(rule, value, walk);
    return;
  }
  const reading = readValue(rule, value, { ...walk.place, document: walk.document, entry: entryOf(walk) });
  addFieldCandidate(rule, value, reading, walk);
}

function applyTextRule(rule: CompiledRule, value: string, walk: Walk): void {
  const references = findTextReferences(value);
  if (references.length === 0) {
    return;
  }
  const flow = rule.confidence === 'heuristic' ? guessFlow(nameOfValue(value, walk)) : rule.rule.flow;
  for (const { text, reading, kind } of references) {
    if (reading === undefined || kind === undefined) {
      // Reported once, by the rule that takes every kind.
      if (rule.rule.to === '*') {
        walk.unclaimed.push({ path: formatPath(walk.steps), value: text });
      }
    } else if (rule.kinds.includes(kind)) {
      addCandidate({ rule, value, reference: text, reading, kind, flow }, walk);
    }
  }
}

/** The flag or variable a text belongs to: `--x` in `--x=VALUE` and before `VALUE`, or the name beside an `env` value. */
function nameOfValue(value: string, walk: Walk): string {
  const flag = flagName(value);
  if (flag !== undefined) {
    return flag;
  }
  const container = walk.containers.at(-1);
  const step = walk.steps.at(-1);
  if (typeof step === 'number' && container !== undefined && !isJsonObject(container)) {
    const before = container[step - 1];
    return typeof before === 'string' && !before.includes('=') ? (flagName(before) ?? '') : '';
  }
  const name = isJsonObject(container) && step === 'value' ? container['name'] : undefined;
  return typeof name === 'string' ? name : String(step ?? '');
}

function reportNotText(value: JsonValue, claims: readonly Claim[], walk: Walk): void {
  for (const claim of claims) {
    if (claim.type === 'rule' && claim.rule.rule.parser !== 'text') {
      addFieldCandidate(claim.rule, JSON.stringify(value), unreadable('A text was expected here.'), walk);
    }
  }
}

function addFieldCandidate(rule: CompiledRule, value: string, reading: Reading, walk: Walk): void {
  const kind = reading.ok ? reading.parsed.kind : rule.kinds[0];
  if (kind !== undefined) {
    addCandidate({ rule, value, reference: value, reading, kind, flow: rule.rule.flow }, walk);
  }
}

function addCandidate(candidate: Omit<LinkCandidate, 'path' | 'facts'>, walk: Walk): void {
  const path = formatPath(walk.steps);
  const pool = poolFacts(walk);
  const own = candidate.reading.ok ? candidate.reading.facts : undefined;
  const facts = pool === undefined || own === undefined ? (pool ?? own) : { ...pool, ...own };
  walk.candidates.push(facts === undefined ? { ...candidate, path } : { ...candidate, path, facts });
}

/** The innermost list element around the current value, or the document itself. */
function entryOf(walk: Walk): JsonObject {
  for (let index = walk.containers.length - 1; index > 0; index -= 1) {
    const container = walk.containers[index];
    if (isJsonObject(container) && typeof walk.steps[index - 1] === 'number') {
      return container;
    }
  }
  return walk.document;
}

/** List whose elements are groups of equal machines, in every document that holds a job specification. */
const MACHINE_GROUPS = 'workerPoolSpecs';

/** What a reference inside a worker pool owes to its pool: how many machines of which type use the target. */
function poolFacts(walk: Walk): Readonly<Record<string, string>> | undefined {
  const at = walk.steps.indexOf(MACHINE_GROUPS);
  const index = at < 0 ? undefined : walk.steps[at + 1];
  const pool = at < 0 ? undefined : walk.containers[at + 2];
  if (typeof index !== 'number' || !isJsonObject(pool)) {
    return undefined;
  }
  const facts: Record<string, string> = { workerPool: String(index) };
  addFact(facts, 'replicaCount', pool['replicaCount']);
  const machine = pool['machineSpec'];
  if (isJsonObject(machine)) {
    addFact(facts, 'machineType', machine['machineType']);
    addFact(facts, 'acceleratorType', machine['acceleratorType']);
    addFact(facts, 'acceleratorCount', machine['acceleratorCount']);
  }
  return facts;
}

function addFact(facts: Record<string, string>, name: string, value: JsonValue | undefined): void {
  if ((typeof value === 'string' && value !== '') || typeof value === 'number') {
    facts[name] = String(value);
  }
}
