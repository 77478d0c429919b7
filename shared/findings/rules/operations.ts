import type { GraphNode } from '../../graph/graph.ts';
import { at, dataOf, HOUR, judge, lacking, secondsOf, textAt, timeOf } from '../facts.ts';
import { CANCEL, DESCRIBE, lookup, PASS } from '../rule.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { isActive, isWorkload, judgeSpecs, NOTHING, WORKLOADS } from '../workloads.ts';

const SPEC_PAGE = 'https://cloud.google.com/vertex-ai/docs/reference/rest/v1/CustomJobSpec';
const NO_SPEC = 'The job specification was not collected, so how it is run is not known.';
const JOB = WORKLOADS[0] ?? 'gcp-ai-platform-custom-job';

/** The limit that holds where a job names none. */
const DEFAULT_TIMEOUT = 7 * 24 * 3600;

/** As many failures of one kind of job count as a series. */
const SERIES = 3;

/** How jobs run, where it matters for security. */
export const OPERATION_RULES: readonly Rule[] = [
  {
    id: 'operations-long-timeout',
    title: 'A job may run for seven days or more',
    family: 'operations',
    severity: 'low',
    because: 'It is the default, and harms only together with another flaw.',
    rationale:
      'A job that is taken over, or mines for somebody else, keeps its machines and its account for that long.',
    remediation: 'Set a time limit a little above what the job needs.',
    command: DESCRIBE,
    references: ['https://cloud.google.com/vertex-ai/docs/reference/rest/v1/CustomJobSpec#Scheduling'],
    attack: ['T1496'],
    needs: ['the job specification'],
    unknown: NO_SPEC,
    subjects: WORKLOADS,
    examine: (node, context) =>
      judgeSpecs(node, context, ({ prefix, data }) => {
        const timeout = textAt(data, 'scheduling.timeout');
        return (secondsOf(timeout) ?? DEFAULT_TIMEOUT) >= DEFAULT_TIMEOUT
          ? [at(node, `${prefix}scheduling.timeout`, timeout)]
          : NOTHING;
      }),
  },
  {
    id: 'operations-restart-loop',
    title: 'A failed job starts its workers again and again',
    family: 'operations',
    severity: 'low',
    because: 'It costs money and hides failures; it opens nothing.',
    rationale:
      'The whole job begins anew whenever a worker ends, so code that crashes, or is made to crash, runs until the time limit.',
    remediation: 'Disable retries, or let the job end with its worker.',
    command: DESCRIBE,
    references: [SPEC_PAGE],
    attack: ['T1496'],
    needs: ['the job specification', 'the job’s state'],
    unknown: NO_SPEC,
    subjects: WORKLOADS,
    examine: (node, context) =>
      judgeSpecs(node, context, ({ prefix, data }) =>
        textAt(data, 'scheduling.restartJobOnWorkerRestart') === 'true' &&
        textAt(data, 'scheduling.disableRetries') !== 'true' &&
        node.lifecycle?.endsWith('_FAILED') === true
          ? [at(node, `${prefix}scheduling.restartJobOnWorkerRestart`, 'true'), at(node, 'state', node.lifecycle)]
          : NOTHING,
      ),
  },
  {
    id: 'operations-failure-series',
    title: 'Jobs of one kind fail again and again',
    family: 'operations',
    severity: 'low',
    because: 'It is most often a mistake, and now and then somebody trying.',
    rationale:
      'Somebody who tries what an account may do leaves failed jobs behind, and so does broken access to data or keys.',
    remediation: 'Read the errors; stop what starts the jobs.',
    command: 'gcloud ai custom-jobs list --region={location} --project={project} --filter=state=JOB_STATE_FAILED',
    references: ['https://cloud.google.com/vertex-ai/docs/general/troubleshooting'],
    attack: ['T1496'],
    needs: ['the jobs of the project with their states'],
    unknown: 'The job was collected only in part, so how it ended is not known.',
    subjects: [JOB],
    examine: (node, context) => {
      if (node.state !== 'present' || node.unsubmitted === true) {
        return undefined;
      }
      if (node.lifecycle === undefined) {
        return lacking(node, 'field', 'state');
      }
      const series = failures(context).get(node);
      if (series === undefined) {
        return PASS;
      }
      return judge(
        series.map((job) => at(job, 'state', job.lifecycle)),
        { nodes: series.map(({ id }) => id) },
      );
    },
  },
  {
    id: 'operations-accelerator-without-output',
    title: 'A job used accelerators for long and wrote nothing that is known',
    family: 'operations',
    severity: 'medium',
    because: 'It may write by other ways; mining looks just like it.',
    rationale:
      'Training that names neither an output directory, a model nor a log leaves nothing by which its use can be told.',
    remediation: 'Ask whoever submitted it what it did; let jobs name where they write.',
    command: DESCRIBE,
    references: [SPEC_PAGE],
    attack: ['T1496'],
    needs: ['the job specification', 'the job’s times'],
    unknown: NO_SPEC,
    subjects: [JOB],
    examine: (node, context) => {
      const writes = context.graph
        .outgoing(node.id)
        .some(
          ({ type, flow }) =>
            type === 'PRODUCED_MODEL' || type === 'WRITES_TO' || (type === 'REFERENCES_DATA' && flow === 'out'),
        );
      const hours = writes ? undefined : hoursOf(node, context);
      return judgeSpecs(node, context, (spec) =>
        hours === undefined || hours < context.settings.longRunHours / 3
          ? NOTHING
          : spec.pools.flatMap(({ path, data }) => {
              const type = textAt(data, 'machineSpec.acceleratorType');
              return type === '' || type === 'ACCELERATOR_TYPE_UNSPECIFIED'
                ? []
                : [
                    at(node, `${path}.machineSpec.acceleratorType`, type),
                    at(node, `${spec.prefix}baseOutputDirectory`),
                    at(node, 'startTime', textAt(dataOf(node), 'startTime')),
                  ];
            }),
      );
    },
  },
  {
    id: 'operations-long-running',
    title: 'A job has been running for days',
    family: 'operations',
    severity: 'low',
    because: 'Large models take days; most jobs do not.',
    rationale: 'A job that nobody stops keeps its account, its network and its machines.',
    remediation: 'Ask whoever submitted it, and cancel it if nobody needs it.',
    command: CANCEL,
    references: ['https://cloud.google.com/vertex-ai/docs/training/create-custom-job'],
    attack: ['T1496'],
    needs: ['the job’s state and `startTime`'],
    unknown: 'The job was collected only in part, so whether it still runs is not known.',
    subjects: [JOB],
    examine: (node, context) => {
      if (node.state !== 'present' || node.unsubmitted === true) {
        return undefined;
      }
      if (node.lifecycle === undefined) {
        return lacking(node, 'field', 'state');
      }
      return isActive(node) && (hoursOf(node, context) ?? 0) >= context.settings.longRunHours
        ? judge([at(node, 'startTime', textAt(dataOf(node), 'startTime')), at(node, 'state', node.lifecycle)])
        : PASS;
    },
  },
];

/** How long a job ran, or has been running. */
function hoursOf(node: GraphNode, { asOf }: RuleContext): number | undefined {
  const data = dataOf(node);
  const start = timeOf(textAt(data, 'startTime'));
  const end = timeOf(textAt(data, 'endTime')) ?? (isActive(node) ? asOf : undefined);
  return start === undefined || end === undefined ? undefined : (end - start) / HOUR;
}

/** Series of failed jobs, each in order of creation, by its last job: of that one the series is said. */
const failures = lookup((context): ReadonlyMap<GraphNode, readonly GraphNode[]> => {
  const series = new Map<string, { readonly node: GraphNode; readonly created: string }[]>();
  for (const node of context.graph.nodes.values()) {
    if (node.kind === JOB && node.lifecycle?.endsWith('_FAILED') === true && isWorkload(node, context)) {
      const name = seriesOf(node);
      const job = { node, created: `${textAt(dataOf(node), 'createTime')} ${node.id}` };
      const known = series.get(name);
      if (known === undefined) {
        series.set(name, [job]);
      } else {
        known.push(job);
      }
    }
  }
  return new Map(
    [...series.values()]
      .filter(({ length }) => length >= SERIES)
      .map((jobs) => jobs.toSorted((left, right) => (left.created < right.created ? -1 : 1)).map(({ node }) => node))
      .flatMap((jobs) => jobs.slice(-1).map((last) => [last, jobs] as const)),
  );
});

/** Jobs whose names differ only in numbers and dates are of one kind. */
function seriesOf({ project, location, title }: GraphNode): string {
  return [project, location, title.replaceAll(/\d+/g, '#')].join('\n');
}
