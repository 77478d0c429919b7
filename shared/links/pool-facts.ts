import { isJsonObject } from '../json.ts';
import type { JsonObject, JsonValue } from '../json.ts';

/** Facts of an evidence's surroundings. */
export type Facts = Readonly<Record<string, string>>;

/** Facts of a worker pool, and what they are together with the facts of values that are read once for all documents. */
export interface PoolFacts {
  readonly facts: Facts;
  readonly merged: Map<Facts, Facts>;
}

/** Says how many machines of which type a worker pool has. Pools that are alike get the same object out of `known`. */
export function describePool(index: number, pool: JsonObject, known: Map<string, PoolFacts>): PoolFacts {
  const machine = isJsonObject(pool['machineSpec']) ? pool['machineSpec'] : NO_MACHINE;
  const replicaCount = textOf(pool['replicaCount']);
  const machineType = textOf(machine['machineType']);
  const acceleratorType = textOf(machine['acceleratorType']);
  const acceleratorCount = textOf(machine['acceleratorCount']);
  const key = `${index}\n${replicaCount}\n${machineType}\n${acceleratorType}\n${acceleratorCount}`;
  let alike = known.get(key);
  if (alike === undefined) {
    const facts = { workerPool: String(index), replicaCount, machineType, acceleratorType, acceleratorCount };
    const filled = Object.entries(facts).filter(([, value]) => value !== '');
    alike = { facts: Object.fromEntries(filled), merged: new Map() };
    known.set(key, alike);
  }
  return alike;
}

const NO_MACHINE: JsonObject = {};

/** The facts of a pool and of a value in it. `remembered`: the value's facts are one object for all documents. */
export function mergeFacts(pool: PoolFacts, own: Facts, remembered: boolean): Facts {
  const known = remembered ? pool.merged.get(own) : undefined;
  if (known !== undefined) {
    return known;
  }
  const merged = { ...pool.facts, ...own };
  if (remembered) {
    pool.merged.set(own, merged);
  }
  return merged;
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
