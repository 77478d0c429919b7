import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Grouping } from '../view.ts';

/** What is drawn as one: a node, or several as a fold. Members are node numbers. */
export interface Unit {
  readonly members: readonly number[];
  /** `group:…`; absent for a single node. */
  readonly group?: string;
  /** Fold it was taken out of. */
  readonly unfoldedFrom?: string;
  /** Index of the job level that made it; absent for folds of other resources. */
  readonly level?: number;
  /** It is a whole area, folded. */
  readonly isArea?: true;
  /** It is drawn only because the user added it. */
  readonly isBrought?: true;
}

/** Returns a group's id from what its members have in common: it does not depend on how many there are. */
export function groupId(...key: readonly string[]): string {
  return `group:${digest(key)}`;
}

/** Returns an area's id from what its members have in common. */
export function areaId({ by, key = '' }: Grouping, ...value: readonly string[]): string {
  return `area:${digest([by, key, ...value])}`;
}

function digest(key: readonly string[]): string {
  return bytesToHex(sha256(new TextEncoder().encode(key.join('\n')))).slice(0, 20);
}

/** A single node as a unit. */
export function single(member: number, unfoldedFrom?: string): Unit {
  return unfoldedFrom === undefined ? { members: [member] } : { members: [member], unfoldedFrom };
}

/** A node that is drawn only because the user added it. */
export function brought(member: number): Unit {
  return { members: [member], isBrought: true };
}

/** The first of these nodes in an order; there is at least one. */
export function mostImportant(members: readonly number[], order: (a: number, b: number) => number): number {
  return members.reduce((best, member) => (order(member, best) < 0 ? member : best));
}
