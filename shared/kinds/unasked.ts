import type { UnaskedRule } from './api.ts';
import { kindById } from './index.ts';
import type { KindId } from './index.ts';

/** The rule by which a resource is not asked for, because the answer is known; undefined where it has to be asked for. */
export function unaskedRule(kind: KindId, variables: Readonly<Record<string, string>>): UnaskedRule | undefined {
  const { api } = kindById(kind);
  return 'unavailable' in api
    ? undefined
    : api.unasked?.find(({ variable, pattern }) => new RegExp(pattern, 'u').test(variables[variable] ?? ''));
}
