import { createAccessModel } from '../../../shared/graph/access/access-model.ts';
import { deriveGraph } from '../../../shared/graph/derive-graph.ts';
import type { Graph } from '../../../shared/graph/graph.ts';
import type { JsonValue } from '../../../shared/json.ts';
import type { ResourceDocument } from '../../../shared/resource/document.ts';
import { formatResourceName } from '../../../shared/resource/resource-name.ts';
import type { BenchOptions, Figure } from '../figure.ts';
import { timeMedian } from '../timing.ts';

const SMALL = 1000;
const LARGE = 10_000;
/** Principals with roles on each project: multiplied out over its buckets they would be half a million grants. */
const PRINCIPALS = 50;
const PROJECTS = 10;

/** What it costs to read policies and to ask of every bucket who can do what, and how that grows. */
export async function measureAccess(_options: BenchOptions): Promise<Figure[]> {
  const [small, large] = [estateOf(SMALL), estateOf(LARGE)];
  const smallGraph = deriveGraph(small);
  const largeGraph = deriveGraph(large);
  const smallTime = timeMedian(5, () => askAll(smallGraph));
  const largeTime = timeMedian(3, () => askAll(largeGraph));
  return [
    {
      name: `${LARGE} buckets, ${PROJECTS} projects with ${PRINCIPALS} principals: who can, for every bucket, and ways to more rights`,
      value: largeTime,
      unit: 'ms',
      floor: { name: 'building the graph', value: timeMedian(3, () => deriveGraph(large)) },
      target: { kind: 'ratio', most: 2 },
    },
    {
      name: `the same, grown tenfold from ${SMALL}`,
      value: largeTime,
      unit: 'ms',
      floor: { name: `${SMALL} buckets`, value: smallTime },
      target: { kind: 'ratio', most: 12 },
    },
  ];
}

function askAll(graph: Graph): number {
  const model = createAccessModel(graph);
  let found = 0;
  for (const { id, kind } of graph.nodes.values()) {
    if (kind === 'gcp-storage-bucket') {
      const { direct, inherited } = model.whoCan(id);
      found += direct.length + inherited.length;
    }
  }
  return found + model.escalations().length;
}

function estateOf(buckets: number) {
  const documents: ResourceDocument[] = [];
  for (let project = 0; project < PROJECTS; project += 1) {
    const members = Array.from({ length: PRINCIPALS }, (_, index) => `group:team-${index}@northwind.example`);
    documents.push(
      documentOf('gcp-cloud-resource-manager-project', `ml-${project}`, { projectId: `ml-${project}` }, [
        { role: 'roles/storage.objectViewer', members },
        { role: 'roles/aiplatform.user', members },
        { role: 'roles/iam.serviceAccountUser', members: members.slice(0, 5) },
      ]),
    );
  }
  for (let index = 0; index < buckets; index += 1) {
    const account = `serviceAccount:trainer-${index % 100}@ml-${index % PROJECTS}.iam.gserviceaccount.com`;
    documents.push(
      documentOf(
        'gcp-storage-bucket',
        `bucket-${index}`,
        { name: `bucket-${index}`, projectNumber: `ml-${index % PROJECTS}` },
        [
          { role: 'roles/storage.objectAdmin', members: [account] },
          { role: 'roles/storage.legacyBucketOwner', members: [`projectEditor:ml-${index % PROJECTS}`] },
        ],
      ),
    );
  }
  return {
    documents,
    projects: [],
    coverage: [],
    problems: [],
    skipped: [],
    unattachedPolicies: [],
    redactions: [],
  };
}

function documentOf(
  kind: ResourceDocument['kind'],
  id: string,
  data: ResourceDocument['data'],
  bindings: readonly JsonValue[],
): ResourceDocument {
  return {
    kind,
    name: formatResourceName(kind, { id }),
    data,
    form: 'full',
    iamPolicy: { version: 3, bindings },
    origin: { file: 'generated' },
  };
}
