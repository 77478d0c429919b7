import { analyse } from '../../../shared/findings/analyse.ts';
import type { Analysis } from '../../../shared/findings/finding.ts';
import { createAccessModel } from '../../../shared/graph/access/access-model.ts';
import { deriveGraph } from '../../../shared/graph/derive-graph.ts';
import type { Graph } from '../../../shared/graph/graph.ts';
import type { Inventory } from '../../../shared/inventory/inventory.ts';
import { createMasker } from '../../../shared/inventory/masking.ts';
import { createInventoryReader } from '../../../shared/inventory/reader.ts';
import type { JsonValue } from '../../../shared/json.ts';
import { policyOf } from '../../tools/policy-documents.ts';
import type { BenchOptions, Figure } from '../figure.ts';
import { listingBytes } from '../pipeline.ts';
import { timeMedian } from '../timing.ts';

const SMALL = 10_000;
const LARGE = 100_000;

/** What it costs to apply every rule to an estate of jobs with IAM policies, beside building its graph. */
export async function measureFindings(_options: BenchOptions): Promise<Figure[]> {
  const small = estateOf(SMALL);
  const graph = deriveGraph(small);
  const judged = timeMedian(3, () => judge(small, graph));
  const built = timeMedian(3, () => deriveGraph(small));
  const large = estateOf(LARGE);
  const largeGraph = deriveGraph(large);
  return [
    {
      name: `${SMALL} jobs with IAM: all rules, ${judge(small, graph).findings.length} findings`,
      value: judged,
      unit: 'ms',
      floor: { name: 'building the graph', value: built },
      target: { kind: 'ratio', most: 2 },
    },
    {
      name: `${LARGE} jobs with IAM: all rules`,
      value: timeMedian(1, () => judge(large, largeGraph)),
      unit: 'ms',
      floor: { name: `the same for ${SMALL}`, value: judged },
      target: { kind: 'ratio', most: 12 },
    },
  ];
}

/** The access model and a new masker are part of the work, as they are when an inventory is opened. */
function judge(inventory: Inventory, graph: Graph): Analysis {
  const masker = createMasker(new Uint8Array(32));
  return analyse({ graph, access: createAccessModel(graph), inventory, masker, now: 0 });
}

/** A listing of jobs, and a policy for every bucket, account and key that they name. */
function estateOf(jobs: number): Inventory {
  const reader = createInventoryReader();
  reader.beginFile('jobs.json');
  reader.push(listingBytes(jobs));
  reader.endFile();
  const inventory = reader.finish();
  const graph = deriveGraph(inventory);
  const policies = [...graph.nodes.values()]
    .filter(({ kind, state }) => state === 'referenced' && Object.hasOwn(ROLES, kind))
    .map(({ id, kind }) => policyOf(id, { version: 3, bindings: ROLES[kind] ?? [] }));
  return { ...inventory, documents: [...inventory.documents, ...policies] };
}

const MEMBERS = [
  'user:anna@northwind.example',
  'group:ml@northwind.example',
  'serviceAccount:ci@northwind-ci.iam.gserviceaccount.com',
];
const ROLES: Readonly<Record<string, JsonValue>> = {
  'gcp-storage-bucket': [{ role: 'roles/storage.objectAdmin', members: MEMBERS }],
  'gcp-iam-service-account': [{ role: 'roles/iam.serviceAccountUser', members: MEMBERS }],
  'gcp-cloud-kms-crypto-key': [{ role: 'roles/cloudkms.cryptoKeyEncrypterDecrypter', members: MEMBERS }],
};
