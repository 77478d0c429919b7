import { judge, linksFrom, linksTo, missing, nodeOf, proofOf } from '../facts.ts';
import { areComparable } from '../identities.ts';
import { lookup, WITHDRAW } from '../rule.ts';
import type { Rule } from '../rule.ts';
import { isOutsider, judgeAccess } from '../who-can.ts';
import { isWorkload, WORKLOADS } from '../workloads.ts';

/** Packages that jobs install from buckets. */
export const PACKAGE_RULES: readonly Rule[] = [
  {
    id: 'image-package-bucket-writable',
    title: 'Others than its owners can change packages that jobs install',
    family: 'image',
    severity: 'high',
    because: 'Who replaces a package runs code as the account of the job.',
    rationale: 'Packages in a bucket have no signature; the job installs whatever lies there when it starts.',
    remediation: 'Leave the right to write to the one account that builds packages, or build them into the image.',
    command: WITHDRAW,
    references: ['https://cloud.google.com/storage/docs/access-control/iam'],
    attack: ['T1195.002', 'T1565.001'],
    needs: ['the IAM policies of the bucket and its project'],
    unknown: 'The bucket’s IAM policy was not collected, so who can change the packages is not known.',
    subjects: ['gcp-storage-bucket'],
    examine: (node, context) => {
      const loads = linksTo(context, node, 'LOADS_CODE_FROM');
      if (loads.length === 0 || node.state === 'unresolved') {
        return undefined;
      }
      const verdict = judgeAccess(node, context, {
        id: 'image-package-bucket-writable',
        relations: ['CAN_WRITE', 'CAN_ADMIN'],
        isBad: isOutsider,
      });
      return {
        ...verdict,
        nodes: [...(verdict.nodes ?? []), ...loads.map(({ from }) => from)],
        edges: loads,
      };
    },
  },
  {
    id: 'image-package-shared-bucket',
    title: 'Packages are loaded from a bucket that is used for something else too',
    family: 'image',
    severity: 'medium',
    because: 'Whoever may write the results or data may write the packages.',
    rationale:
      'Code and data in one bucket have one set of writers: a job that writes results can replace the code of the next.',
    remediation: 'Keep packages in a bucket of their own, to which only the build may write.',
    command:
      'gcloud storage buckets create gs://NAME --project={project} --location={location} --uniform-bucket-level-access',
    references: ['https://cloud.google.com/storage/docs/best-practices'],
    attack: ['T1195.002'],
    needs: ['the job specification', 'the bucket’s project'],
    unknown: 'The bucket was not collected, so whose it is is not known.',
    subjects: WORKLOADS,
    examine: (node, context) => {
      const loads = isWorkload(node, context) ? linksFrom(context, node, 'LOADS_CODE_FROM') : [];
      if (loads.length === 0) {
        return undefined;
      }
      const shared = loads.filter(({ to }) => {
        const bucket = nodeOf(context, to);
        const isForeign = areComparable(bucket.project, node.project) && bucket.project !== node.project;
        return isForeign || isWritten(context).has(to);
      });
      const unread = loads.filter((link) => nodeOf(context, link.to).state === 'referenced' && !shared.includes(link));
      return judge(
        shared.flatMap(({ evidence }) => proofOf(evidence)),
        {
          nodes: shared.map(({ to }) => to),
          edges: shared,
          missing: unread.map(({ to }) => missing({ id: to }, 'document', 'projectNumber')),
        },
      );
    },
  },
];

/** Buckets that jobs write to. */
const isWritten = lookup(({ graph }) => {
  const buckets = new Set<string>();
  for (const { type, to } of graph.edges.values()) {
    if (type === 'WRITES_TO') {
      buckets.add(to);
    }
  }
  return buckets;
});
