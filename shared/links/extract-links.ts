import { isJsonObject } from '../json.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import type { KindId } from '../kinds/index.ts';
import type { Flow } from '../kinds/kind.ts';
import type { Reading } from '../resource/reading.ts';
import { unreadable } from '../resource/reading.ts';
import { createExtractionMemory } from './extraction-memory.ts';
import type { ExtractionMemory, PathText } from './extraction-memory.ts';
import { extendPath } from './field-path.ts';
import type { PathNode } from './field-path.ts';
import { claimsOf } from './link-table.ts';
import type { Claim, CompiledRule } from './link-table.ts';
import { isRemembered } from './parsers/read-value.ts';
import { describePool, mergeFacts } from './pool-facts.ts';
import type { Facts, PoolFacts } from './pool-facts.ts';
import type { DocumentPlace, ValueContext } from './parsers/read-value.ts';
import { flagName, guessFlow } from './parsers/text-references.ts';
import type { TextReference } from './parsers/text-references.ts';

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
  readonly facts: Facts | undefined;
}

/** What one walk through a document finds. */
export interface ExtractedLinks {
  readonly candidates: readonly LinkCandidate[];
  /** Strings with a `/` that nothing claims, and names in free text of kinds the product does not know. */
  readonly unclaimed: readonly { readonly path: string; readonly value: string }[];
}

/** The walk through one document. */
interface Walk extends ValueContext {
  readonly memory: ExtractionMemory;
  /** Keys and indices from the root to the current value. */
  readonly steps: (string | number)[];
  /** `paths[n]` is the path of the first n + 1 steps, once it was needed. */
  readonly paths: (PathText | undefined)[];
  /** The value each step leads out of. */
  readonly containers: (JsonObject | readonly JsonValue[])[];
  readonly candidates: LinkCandidate[];
  readonly unclaimed: { path: string; value: string }[];
  /** Facts of the worker pool the walk is in or was in last: most references of a pool share them. */
  pool: { readonly element: JsonObject; readonly facts: PoolFacts } | undefined;
}

type Claims = PathNode<Claim>;

const NO_CLAIMS: readonly Claim[] = [];

/**
 * Finds every reference in a document of a kind. The document is walked once, whatever the number of rules; each string is
 * claimed by link rules or plain text, or reported as unclaimed when it contains a `/`. Empty strings count as absent.
 * Linear in the document's size; never throws.
 */
export function extractLinks(
  kind: KindId,
  document: JsonObject,
  place: DocumentPlace,
  memory: ExtractionMemory = createExtractionMemory(),
): ExtractedLinks {
  const walk: Walk = {
    document,
    place,
    memory,
    steps: [],
    paths: [],
    containers: [],
    candidates: [],
    unclaimed: [],
    pool: undefined,
    entry: () => entryOf(walk),
  };
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
    // Documents are plain data without inherited keys; a list of the keys of every object would cost a tenth of the walk.
    for (const key in value) {
      const member = value[key] ?? null;
      const below = node?.fields.get(key) ?? node?.anyKey;
      if (below === undefined && deep.length === 0 && saysNothing(member)) {
        continue;
      }
      enter(key, walk);
      visit(member, below, deep, walk);
      walk.steps.pop();
    }
    walk.containers.pop();
  } else {
    if (node !== undefined && node.payloads.length > 0) {
      reportNotText(value, node.payloads, walk);
    }
    walk.containers.push(value);
    for (let index = 0; index < value.length; index += 1) {
      enter(index, walk);
      visit(value[index] ?? null, node?.element, deep, walk);
      walk.steps.pop();
    }
    walk.containers.pop();
  }
}

/** Nearly all values of a document are numbers and words that no rule claims. */
function saysNothing(value: JsonValue): boolean {
  return typeof value === 'string' ? !value.includes('/') : typeof value !== 'object' || value === null;
}

function enter(step: string | number, walk: Walk): void {
  walk.paths[walk.steps.length] = undefined;
  walk.steps.push(step);
}

/** Path of the current value. Paths are made for references only. */
function currentPath(walk: Walk): string {
  return pathAt(walk.steps.length, walk).text;
}

function pathAt(depth: number, walk: Walk): PathText {
  if (depth === 0) {
    return walk.memory.paths;
  }
  const known = walk.paths[depth - 1];
  if (known !== undefined) {
    return known;
  }
  const parent = pathAt(depth - 1, walk);
  const step = walk.steps[depth - 1] ?? '';
  let path = parent.below.get(step);
  if (path === undefined) {
    path = { text: extendPath(parent.text, step), below: new Map() };
    parent.below.set(step, path);
  }
  walk.paths[depth - 1] = path;
  return path;
}

function visitString(value: string, own: readonly Claim[], inherited: readonly Claim[], walk: Walk): void {
  if (own.length === 0 && inherited.length === 0) {
    if (value.includes('/')) {
      walk.unclaimed.push({ path: currentPath(walk), value });
    }
    return;
  }
  if (value === '') {
    return;
  }
  // A rule for this very place knows more than one for everything below some place above it.
  if (!applyClaims(own, value, walk)) {
    applyClaims(inherited, value, walk);
  }
}

/** Returns whether a link rule was among the claims. */
function applyClaims(claims: readonly Claim[], value: string, walk: Walk): boolean {
  let applied = false;
  let references: readonly TextReference[] | undefined;
  for (const claim of claims) {
    if (claim.type !== 'rule') {
      continue;
    }
    applied = true;
    if (claim.rule.rule.parser !== 'text') {
      addFieldCandidate(claim.rule, value, walk.memory.read(claim.rule, value, walk), walk);
      continue;
    }
    // Each kind a text may name has a rule of its own for the same place.
    references ??= walk.memory.referencesIn(value);
    if (references.length > 0) {
      applyTextRule(claim.rule, value, references, walk);
    }
  }
  return applied;
}

function applyTextRule(rule: CompiledRule, value: string, references: readonly TextReference[], walk: Walk): void {
  // A rule that knows which way the data goes is not overruled by the name of a flag.
  const flow = rule.rule.flow === 'both' ? guessFlow(nameOfValue(value, walk)) : rule.rule.flow;
  for (const { text, reading, kind } of references) {
    if (reading === undefined || kind === undefined) {
      // Reported once, by the rule that takes every kind.
      if (rule.rule.to === '*') {
        walk.unclaimed.push({ path: currentPath(walk), value: text });
      }
    } else if (rule.kinds.includes(kind)) {
      addCandidate(rule, value, text, reading, kind, flow, walk);
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
    addCandidate(rule, value, value, reading, kind, rule.rule.flow, walk);
  }
}

function addCandidate(
  rule: CompiledRule,
  value: string,
  reference: string,
  reading: Reading,
  kind: KindId,
  flow: Flow,
  walk: Walk,
): void {
  const pool = poolFacts(walk);
  const own = reading.ok ? reading.facts : undefined;
  const facts =
    pool === undefined || own === undefined ? (pool?.facts ?? own) : mergeFacts(pool, own, isRemembered(rule, value));
  walk.candidates.push({ rule, path: currentPath(walk), value, reference, reading, kind, flow, facts });
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
function poolFacts(walk: Walk): PoolFacts | undefined {
  const at = walk.steps.indexOf(MACHINE_GROUPS);
  const index = at < 0 ? undefined : walk.steps[at + 1];
  const pool = at < 0 ? undefined : walk.containers[at + 2];
  if (typeof index !== 'number' || !isJsonObject(pool)) {
    return undefined;
  }
  if (walk.pool?.element !== pool) {
    walk.pool = { element: pool, facts: describePool(index, pool, walk.memory.pools) };
  }
  return walk.pool?.facts;
}
