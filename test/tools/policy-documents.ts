import { readFileSync } from 'node:fs';
import type { JsonObject } from '../../shared/json.ts';
import type { ResourceDocument } from '../../shared/resource/document.ts';
import { parseResourceName } from '../../shared/resource/resource-name.ts';

const file = new URL('../fixtures/policies/northwind.json', import.meta.url);

/** IAM policies of the resources of the API answers among the fixtures, as documents of which only the policy is known. */
export function readPolicyDocuments(): readonly ResourceDocument[] {
  const rows = JSON.parse(readFileSync(file, 'utf8')) as readonly { name: string; policy: JsonObject }[];
  return rows.map(({ name, policy }) => policyOf(name, policy));
}

/** A document of which only the policy is known. */
export function policyOf(name: string, iamPolicy: JsonObject): ResourceDocument {
  const parsed = parseResourceName(name);
  if (parsed === undefined) {
    throw new Error(`${name} is no name of a resource`);
  }
  return {
    kind: parsed.kind,
    name: parsed.name,
    data: {},
    form: 'policy',
    iamPolicy,
    origin: { file: 'policies.json' },
  };
}
