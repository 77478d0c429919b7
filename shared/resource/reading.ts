import type { ParsedName } from './resource-name.ts';

/** What a value that should name a resource turned out to be. */
export type Reading =
  | {
      readonly ok: true;
      readonly parsed: ParsedName;
      /** What the value says beyond the resource's identity: object path, tag, version. */
      readonly facts?: Readonly<Record<string, string>>;
    }
  /** One sentence for the user: which grammar the value does not fit. */
  | { readonly ok: false; readonly reason: string };

/** A value that fits no grammar. */
export function unreadable(reason: string): Reading {
  return { ok: false, reason };
}

/** A resource, with those facts that have a value. */
export function readAs(parsed: ParsedName, facts?: Readonly<Record<string, string | undefined>>): Reading {
  let known: Record<string, string> | undefined;
  if (facts !== undefined) {
    for (const name of Object.keys(facts)) {
      const value = facts[name];
      if (value !== undefined && value !== '') {
        known ??= {};
        known[name] = value;
      }
    }
  }
  return known === undefined ? { ok: true, parsed } : { ok: true, parsed, facts: known };
}
