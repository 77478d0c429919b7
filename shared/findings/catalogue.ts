import type { Rule } from './rule.ts';
import { BUCKET_RULES } from './rules/data-buckets.ts';
import { PLACE_RULES } from './rules/data-places.ts';
import { KEY_STATE_RULES } from './rules/encryption-keys.ts';
import { KEY_ACCESS_RULES } from './rules/encryption-key-access.ts';
import { KEY_USE_RULES } from './rules/encryption-use.ts';
import { ACCESS_RULES } from './rules/identity-access.ts';
import { ACCOUNT_RULES } from './rules/identity-accounts.ts';
import { IMPERSONATION_RULES } from './rules/identity-impersonation.ts';
import { KEY_RULES } from './rules/identity-keys.ts';
import { PACKAGE_RULES } from './rules/image-packages.ts';
import { PIN_RULES } from './rules/image-pins.ts';
import { SOURCE_RULES } from './rules/image-sources.ts';
import { MODEL_RULES } from './rules/lineage-models.ts';
import { LINEAGE_RULES } from './rules/lineage.ts';
import { JOB_NETWORK_RULES } from './rules/network-jobs.ts';
import { SUBNETWORK_RULES } from './rules/network-subnets.ts';
import { VPC_RULES } from './rules/network-vpc.ts';
import { HOST_RULES } from './rules/operations-hosts.ts';
import { OPERATION_RULES } from './rules/operations.ts';
import { SECRET_RULES } from './rules/secrets.ts';

/** Every rule, family by family. */
export const RULES: readonly Rule[] = [
  ...ACCOUNT_RULES,
  ...ACCESS_RULES,
  ...IMPERSONATION_RULES,
  ...KEY_RULES,
  ...PIN_RULES,
  ...SOURCE_RULES,
  ...PACKAGE_RULES,
  ...KEY_STATE_RULES,
  ...KEY_ACCESS_RULES,
  ...KEY_USE_RULES,
  ...JOB_NETWORK_RULES,
  ...VPC_RULES,
  ...SUBNETWORK_RULES,
  ...BUCKET_RULES,
  ...PLACE_RULES,
  ...LINEAGE_RULES,
  ...MODEL_RULES,
  ...SECRET_RULES,
  ...OPERATION_RULES,
  ...HOST_RULES,
];

const byId: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule of an id, or undefined. */
export function findRule(id: string): Rule | undefined {
  return byId.get(id);
}
