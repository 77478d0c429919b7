import { kindById } from '../../shared/kinds/index.ts';
import { RELATIONS } from '../../shared/links/relations.ts';
import type { AccessGroup, AccessRow, AccessWay } from '../inventory/worker/protocol/access-protocol.ts';

const HOW_MANY: Readonly<Record<NonNullable<AccessRow['audience']>, string | undefined>> = {
  public: 'anyone',
  many: 'members not known',
  agent: 'Google’s own agent',
  'group-of-role': 'whoever has the role on the project',
  one: undefined,
};

/** What a principal stands for, where that is not just one identity of the user's. */
export function audienceText({ audience }: AccessRow): string | undefined {
  return audience === undefined ? undefined : HOW_MANY[audience];
}

/** `all buckets in it, 12 here`: what a grant on a container holds for. */
export function scopeText({ all }: AccessRow): string | undefined {
  if (all === undefined) return undefined;
  const { plural } = kindById(all.kind);
  const words = /^[A-Z]{2}/.test(plural) ? plural : plural.charAt(0).toLowerCase() + plural.slice(1);
  const count = all.count.toLocaleString('en');
  return `all ${words} in it; ${all.count >= all.most ? `${count} or more` : count} in this inventory`;
}

/** Heading of a group: `readable by`, seen from a resource; `can read`, seen from a principal. */
export function groupTitle({ relation }: Pick<AccessGroup, 'relation'>, from: 'resource' | 'principal'): string {
  if (relation === 'HAS_ROLE') return 'has a role that is not known';
  const { label, reverseLabel } = RELATIONS[relation];
  return from === 'resource' ? reverseLabel : label;
}

const ACTIONS: Readonly<Record<AccessWay['steps'][number]['action'], string>> = {
  'run-jobs': 'runs a job in',
  'act-as': 'which acts as',
  'get-token': 'makes a token of',
  'create-key': 'makes a key of',
  'set-policy': 'changes who may do what on',
};

/** What is done in a step of a way to more rights. */
export function stepText(action: AccessWay['steps'][number]['action']): string {
  return ACTIONS[action];
}
