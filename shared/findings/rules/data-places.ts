import type { GraphNode } from '../../graph/graph.ts';
import { isJsonObject } from '../../json.ts';
import { at, dataOf, judge, lacking, linksFrom, listAt, missing, nodeOf, proofOf, textAt, those } from '../facts.ts';
import { areComparable } from '../identities.ts';
import { covers } from '../places.ts';
import type { FindingEvidence } from '../finding.ts';
import { DESCRIBE, PASS } from '../rule.ts';
import type { Rule, RuleContext, Verdict } from '../rule.ts';
import type { RelationId } from '../../kinds/kind.ts';
import { isWorkload, judgeSpecs, NOTHING, WORKLOADS } from '../workloads.ts';

const RESIDENCY_PAGE = 'https://cloud.google.com/vertex-ai/docs/general/locations';

/** Where data lies, and whose it is. */
export const PLACE_RULES: readonly Rule[] = [
  {
    id: 'data-output-other-region',
    title: 'The job writes to a bucket in another region',
    family: 'data',
    severity: 'medium',
    because: 'It breaks a promise of residency rather than a lock.',
    rationale:
      'Models and checkpoints leave the region in which the work was meant to stay, and fall under other laws.',
    remediation: 'Write to a bucket in the region of the job.',
    command: 'gcloud storage buckets create gs://NAME --location={location} --project={project}',
    references: [RESIDENCY_PAGE, 'https://cloud.google.com/storage/docs/locations'],
    attack: ['T1537'],
    needs: ['the bucket’s location'],
    unknown: 'The bucket was not collected, so where it lies is not known.',
    subjects: WORKLOADS,
    examine: (node, context) => judgeBucketsElsewhere(node, context, 'WRITES_TO'),
  },
  {
    id: 'data-package-other-region',
    title: 'The job loads packages from a bucket in another region',
    family: 'data',
    severity: 'low',
    because: 'It is a matter of residency, availability and cost.',
    rationale:
      'Code that was meant to stay in one region lies in another, under other laws, and a failure there stops the work here.',
    remediation: 'Keep packages in a bucket in the region of the job.',
    command: 'gcloud storage buckets create gs://NAME --location={location} --project={project}',
    references: [RESIDENCY_PAGE, 'https://cloud.google.com/storage/docs/locations'],
    needs: ['the bucket’s location'],
    unknown: 'The bucket was not collected, so where it lies is not known.',
    subjects: WORKLOADS,
    examine: (node, context) => judgeBucketsElsewhere(node, context, 'LOADS_CODE_FROM'),
  },
  {
    id: 'data-output-other-project',
    title: 'The job writes to a bucket of another project',
    family: 'data',
    severity: 'medium',
    because: 'It is sometimes meant so, but then others decide who reads the results.',
    rationale: 'Administrators of the other project own what the job makes, whatever the job’s project allows.',
    remediation: 'Write to a bucket of the job’s project, or record why the other one is right.',
    command: 'gcloud storage buckets create gs://NAME --location={location} --project={project}',
    references: ['https://cloud.google.com/storage/docs/buckets'],
    attack: ['T1537'],
    needs: ['the bucket’s project'],
    unknown: 'The bucket was not collected, so whose it is is not known.',
    subjects: WORKLOADS,
    examine: (node, context) => {
      const writes = isWorkload(node, context) ? linksFrom(context, node, 'WRITES_TO') : [];
      if (writes.length === 0) {
        return undefined;
      }
      const elsewhere = those(writes, ({ to }) => nodeOf(context, to).project !== node.project);
      if (elsewhere.length === 0) {
        return PASS;
      }
      const bad = those(elsewhere, ({ to }) => areComparable(nodeOf(context, to).project, node.project));
      const untold = those(elsewhere, ({ to }) => {
        const { project, state } = nodeOf(context, to);
        return state !== 'unresolved' && !areComparable(project, node.project);
      });
      return judge(
        bad.flatMap(({ to, evidence }) => [
          ...proofOf(evidence),
          at({ id: to }, 'projectNumber', textAt(dataOf(nodeOf(context, to)), 'projectNumber')),
        ]),
        {
          nodes: bad.map(({ to }) => to),
          edges: bad,
          missing: untold.map(({ to }) => missing({ id: to }, 'document', 'projectNumber')),
        },
      );
    },
  },
  {
    id: 'data-protected-artifacts-elsewhere',
    title: 'Protected artifacts of the job are kept in another region',
    family: 'data',
    severity: 'high',
    because: 'It is an order to take data out of the region, not an accident of a bucket.',
    rationale: 'The job’s artifacts are stored in the named location, whatever region the job runs in.',
    remediation: 'Leave the field out, or name the region of the job.',
    command: DESCRIBE,
    references: ['https://cloud.google.com/vertex-ai/docs/reference/rest/v1/CustomJobSpec', RESIDENCY_PAGE],
    attack: ['T1537'],
    needs: ['the job specification'],
    unknown: 'The job specification was not collected, so where its artifacts are kept is not known.',
    subjects: WORKLOADS,
    examine: (node, context) =>
      judgeSpecs(node, context, ({ prefix, data }) => {
        const place = textAt(data, 'protectedArtifactLocationId');
        return place !== '' && node.location !== undefined && !covers(node.location, place)
          ? [at(node, `${prefix}protectedArtifactLocationId`, place)]
          : NOTHING;
      }),
  },
  {
    id: 'data-region-not-allowed',
    title: 'A resource lies in a region that is not allowed',
    family: 'data',
    severity: 'medium',
    because: 'The organisation itself named the regions.',
    rationale: 'Data and work in other places fall under other laws, and under fewer of the organisation’s controls.',
    remediation: 'Move the resource, and let a policy of the organisation forbid the region.',
    command: 'gcloud resource-manager org-policies describe constraints/gcp.resourceLocations --project={project}',
    references: ['https://cloud.google.com/resource-manager/docs/organization-policy/defining-locations'],
    attack: ['T1537'],
    needs: ['the list of allowed regions in the configuration', 'the resource’s location'],
    unknown: 'The resource’s document was collected only in part, so where it lies is not known.',
    subjects: [
      ...WORKLOADS,
      'gcp-ai-platform-model',
      'gcp-ai-platform-endpoint',
      'gcp-ai-platform-dataset',
      'gcp-ai-platform-tensorboard',
      'gcp-ai-platform-persistent-resource',
      'gcp-storage-bucket',
      'gcp-artifact-registry-repository',
      'gcp-big-query-dataset',
    ],
    examine: (node, context) => {
      const { regions } = context.settings;
      const { location } = node;
      if (regions.length === 0 || node.state !== 'present' || node.unsubmitted === true) {
        return undefined;
      }
      return location === undefined
        ? lacking(node, 'field', 'location')
        : judge(regions.some((region) => covers(region, location)) ? [] : [placeProof(node, location)]);
    },
  },
  {
    id: 'data-public-dataset',
    title: 'Everyone can read a BigQuery dataset',
    family: 'data',
    severity: 'critical',
    because: 'Anybody with a Google account can query every table.',
    rationale: 'Tables that work reads or writes are open to all the world.',
    remediation: 'Remove the special group from the dataset’s access list.',
    command: 'bq show --format=prettyjson {project}:{id}',
    references: ['https://cloud.google.com/bigquery/docs/control-access-to-resources-iam'],
    cis: ['7.1'],
    attack: ['T1530'],
    needs: ['the dataset’s `access`'],
    unknown: 'The dataset’s access list was not collected.',
    subjects: ['gcp-big-query-dataset'],
    examine: (node) => {
      const data = dataOf(node);
      if (data === undefined || !Array.isArray(data['access'])) {
        return node.state === 'unresolved'
          ? undefined
          : lacking(node, data === undefined ? 'document' : 'field', 'access');
      }
      return judge(
        listAt(data, 'access').flatMap((entry, index) =>
          ['specialGroup', 'iamMember'].flatMap((field) => {
            const value = isJsonObject(entry) ? textAt(entry, field) : '';
            return /^all(?:Authenticated)?Users$/.test(value) ? [at(node, `access[${index}].${field}`, value)] : [];
          }),
        ),
      );
    },
  },
];

/** The field that says where a resource lies: most kinds have none but their name, in which the region stands. */
function placeProof(node: GraphNode, location: string): FindingEvidence {
  const { data } = node.document ?? {};
  const name = textAt(data, 'name');
  return textAt(data, 'location') === '' && name.includes(location)
    ? at(node, 'name', name)
    : at(node, 'location', location);
}

/** Judges the buckets to which a link of one relation leads by whether they lie where the work is done. */
function judgeBucketsElsewhere(node: GraphNode, context: RuleContext, relation: RelationId): Verdict | undefined {
  const uses = isWorkload(node, context) ? linksFrom(context, node, relation) : [];
  const { location } = node;
  if (uses.length === 0 || location === undefined) {
    return undefined;
  }
  const bad = those(uses, ({ to }) => {
    const place = nodeOf(context, to).location;
    return place !== undefined && !covers(place, location);
  });
  const untold = those(uses, ({ to }) => {
    const bucket = nodeOf(context, to);
    return bucket.location === undefined && bucket.state !== 'unresolved';
  });
  if (bad.length === 0 && untold.length === 0) {
    return PASS;
  }
  return judge(
    bad.flatMap(({ to, evidence }) => [...proofOf(evidence), at({ id: to }, 'location', nodeOf(context, to).location)]),
    {
      nodes: bad.map(({ to }) => to),
      edges: bad,
      missing: untold.map(({ to }) => missing({ id: to }, 'document', 'location')),
    },
  );
}
