import { createHash } from 'node:crypto';
import { isJsonObject } from '../../../shared/json.ts';
import type { JsonObject, JsonValue } from '../../../shared/json.ts';
import { textAt } from './text-at.ts';

/** A policy as the API answers it: only who asks for version 3 sees conditions; to others a conditional role has a made-up
 * name, and the version is 1. */
export function answerPolicy(policy: JsonObject | undefined, requestedVersion: JsonValue | undefined): JsonObject {
  const bindings = policy === undefined ? undefined : listAt(policy, 'bindings');
  if (bindings === undefined) {
    return { version: 1, etag: 'ACAB' };
  }
  const conditional = bindings.some((binding) => isJsonObject(binding) && 'condition' in binding);
  if (Number(requestedVersion ?? 0) >= 3) {
    return { ...policy, version: conditional ? 3 : 1 };
  }
  return { ...policy, version: 1, bindings: bindings.map(hideCondition) };
}

function listAt(data: JsonObject, key: string): readonly JsonValue[] | undefined {
  const value = data[key];
  return Array.isArray(value) ? value : undefined;
}

function hideCondition(binding: JsonValue): JsonValue {
  if (!isJsonObject(binding) || !('condition' in binding)) {
    return binding;
  }
  const { condition, ...rest } = binding;
  const hash = createHash('sha256').update(JSON.stringify(condition)).digest('hex').slice(0, 20);
  return { ...rest, role: `${textAt(binding, 'role') ?? ''}_withcond_${hash}` };
}
