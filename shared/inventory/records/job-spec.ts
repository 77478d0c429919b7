import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { isJsonObject } from '../../json.ts';
import type { JsonObject } from '../../json.ts';
import { canonicalDocument } from '../../resource/canonical.ts';
import type { Origin } from '../../resource/document.ts';
import { unsubmittedName } from '../../resource/resource-name.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { InventoryBuilder } from './inventory-builder.ts';

const KIND = 'gcp-ai-platform-custom-job';

/**
 * Whether an object is a job specification that was never sent: the file for `gcloud ai custom-jobs create --config`, which is
 * a bare CustomJobSpec, or the body of a create request. What has a resource name came from the API.
 */
export function isJobSpec(record: JsonObject): boolean {
  const name = record['name'];
  if (typeof name === 'string' && name.includes('/')) {
    return false;
  }
  const spec = record['jobSpec'] ?? record['job_spec'];
  return isJsonObject(spec) || Array.isArray(record['workerPoolSpecs'] ?? record['worker_pool_specs']);
}

/**
 * Adds a job specification as a custom job of its own, named by its content: the same specification in two files is one job.
 * Its title is its display name or else the name of the file it is in.
 */
export function addJobSpec(builder: InventoryBuilder, record: JsonObject, origin: Origin): void {
  const isBare = record['jobSpec'] === undefined && record['job_spec'] === undefined;
  const { data } = canonicalDocument(KIND, isBare ? { jobSpec: record } : record);
  const hash = bytesToHex(sha256(new TextEncoder().encode(canonicalJson(data)))).slice(0, 12);
  const title = data['displayName'];
  const named = typeof title === 'string' && title !== '' ? data : { displayName: baseName(origin.file), ...data };
  builder.addDocument({ kind: KIND, name: unsubmittedName(KIND, hash), data: named, form: 'unsubmitted', origin });
}

function baseName(file: string): string {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  return name === '-' ? 'job specification' : name.replace(/(?:\.(?:ya?ml|json|gz))+$/i, '');
}
