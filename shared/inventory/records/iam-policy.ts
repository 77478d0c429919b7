import { isJsonObject } from '../../json.ts';
import type { JsonObject } from '../../json.ts';
import type { Origin } from '../../resource/document.ts';
import { formatResourceName, parseResourceName } from '../../resource/resource-name.ts';
import type { ParsedName } from '../../resource/resource-name.ts';
import { listOf } from '../json-parts.ts';
import type { InventoryBuilder } from './inventory-builder.ts';

/** Fields of an IAM policy (https://cloud.google.com/iam/docs/reference/rest/v1/Policy); `kind`, `resourceId` from Storage. */
const POLICY_KEYS: ReadonlySet<string> = new Set(['version', 'bindings', 'auditConfigs', 'etag', 'kind', 'resourceId']);

/** Whether an object is an IAM policy: it has bindings, or nothing but the frame of an empty one. */
export function isIamPolicy(record: JsonObject): boolean {
  const keys = Object.keys(record);
  const isFrame = keys.every((key) => POLICY_KEYS.has(key));
  return isFrame && (Array.isArray(record['bindings']) || (keys.includes('etag') && keys.length <= 3));
}

/**
 * Takes the answer of a `get-iam-policy` command. Only Storage's names its resource. Any other is that of a project when all
 * service agents that were given their own roles in it are of one project, which is what a project's policy looks like;
 * else it is kept apart and the user is told what to do.
 */
export function addIamPolicy(builder: InventoryBuilder, policy: JsonObject, origin: Origin): void {
  const named = resourceOfPolicy(policy);
  if (named !== undefined) {
    addPolicyDocument(builder, named, policy, origin);
    return;
  }
  builder.countRecord();
  const number = projectOfServiceAgents(policy);
  const project =
    number === undefined
      ? undefined
      : parseResourceName(formatResourceName('gcp-cloud-resource-manager-project', { id: number }));
  if (project === undefined) {
    builder.addUnattachedPolicy(policy, origin);
    builder.addProblemAt(origin, {
      code: 'unattached-policy',
      severity: 'warning',
      reason:
        'An IAM policy does not say whose it is, so it is not part of the graph. Export policies with their resources instead: gcloud asset export --content-type=iam-policy.',
    });
    return;
  }
  addPolicyDocument(builder, project, policy, origin);
  builder.addProblemAt(origin, {
    code: 'unattached-policy',
    severity: 'note',
    reason: `An IAM policy does not say whose it is. It is taken for that of project ${number}, because every service agent that has its own role in it belongs to that project.`,
  });
}

/** Adds a document of which only the policy is known. */
export function addPolicyDocument(
  builder: InventoryBuilder,
  resource: ParsedName,
  policy: JsonObject,
  origin: Origin,
  more: { readonly ancestors?: readonly string[]; readonly updateTime?: string } = {},
): void {
  builder.addDocument({
    kind: resource.kind,
    name: resource.name,
    data: {},
    form: 'policy',
    iamPolicy: policy,
    ...more,
    origin,
  });
}

/** Storage's answers say `projects/_/buckets/NAME`. */
function resourceOfPolicy(policy: JsonObject): ParsedName | undefined {
  const id = policy['resourceId'];
  const bucket = typeof id === 'string' ? /^projects\/[^/]+\/buckets\/([^/]+)/.exec(id)?.[1] : undefined;
  return bucket === undefined
    ? undefined
    : parseResourceName(`//storage.googleapis.com/${bucket}`, { kinds: ['gcp-storage-bucket'] });
}

/** Number of the project whose service agents hold the roles made for them; undefined unless there is exactly one. */
function projectOfServiceAgents(policy: JsonObject): string | undefined {
  const numbers = new Set<string>();
  for (const binding of listOf(policy['bindings'])) {
    const role = isJsonObject(binding) ? binding['role'] : undefined;
    if (isJsonObject(binding) && typeof role === 'string' && /^roles\/[\w.]*[sS]erviceAgent$/.test(role)) {
      for (const member of listOf(binding['members'])) {
        const number = typeof member === 'string' ? numberOfServiceAgent(member) : undefined;
        if (number !== undefined) {
          numbers.add(number);
        }
      }
    }
  }
  const [only, another] = numbers;
  return another === undefined ? only : undefined;
}

/** `serviceAccount:service-NUMBER@gcp-sa-….iam.gserviceaccount.com` and the agents whose domain is a service's own. */
function numberOfServiceAgent(member: string): string | undefined {
  return /^serviceAccount:service-(\d{6,})@[\w-]+\.iam\.gserviceaccount\.com$/.exec(member)?.[1];
}
