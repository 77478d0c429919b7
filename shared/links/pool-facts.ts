import { isJsonObject } from '../json.ts';
import type { JsonObject, JsonValue } from '../json.ts';

/** Facts of an evidence's surroundings. */
export type Facts = Readonly<Record<string, string>>;

/** Facts of a worker pool, and what they are together with the facts of values that are read once for all documents. */
export interface PoolFacts {
  readonly facts: Facts;
  readonly merged: WeakMap<Facts, Facts>;
}

/** Says how many machines of which type a worker pool has. Pools that are alike get the same object out of `known`. */
export function describePool(index: number, pool: JsonObject, known: Map<string, PoolFacts>): PoolFacts {
  const facts: Record<string, string> = { workerPool: String(index) };
  addFact(facts, 'replicaCount', pool['replicaCount']);
  const machine = pool['machineSpec'];
  if (isJsonObject(machine)) {
    addFact(facts, 'machineType', machine['machineType']);
    addFact(facts, 'acceleratorType', machine['acceleratorType']);
    addFact(facts, 'acceleratorCount', machine['acceleratorCount']);
  }
  const key = JSON.stringify(facts);
  const alike = known.get(key) ?? { facts, merged: new WeakMap() };
  known.set(key, alike);
  return alike;
}

/** The facts of a pool and of a value in it. */
export function mergeFacts(pool: PoolFacts, own: Facts): Facts {
  const known = pool.merged.get(own);
  if (known !== undefined) {
    return known;
  }
  const merged = { ...pool.facts, ...own };
  pool.merged.set(own, merged);
  return merged;
}

function addFact(facts: Record<string, string>, name: string, value: JsonValue | undefined): void {
  if ((typeof value === 'string' && value !== '') || typeof value === 'number') {
    facts[name] = String(value);
  }
}
