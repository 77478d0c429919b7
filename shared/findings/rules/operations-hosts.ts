import type { GraphNode } from '../../graph/graph.ts';
import { at, dataOf, judge, lacking, linksFrom, linksTo, missing, nodeOf, proofOf } from '../facts.ts';
import type { FindingEvidence } from '../finding.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { WORKLOADS } from '../workloads.ts';

const HOST_PAGE = 'https://cloud.google.com/vertex-ai/docs/training/persistent-resource-overview';
const HOST = 'gcp-ai-platform-persistent-resource';

/** Machines that stay between jobs. */
export const HOST_RULES: readonly Rule[] = [
  {
    id: 'operations-host-differs',
    title: 'The persistent resource has another network or key than the job',
    family: 'operations',
    severity: 'medium',
    because: 'The job’s own settings look right and are not what holds.',
    rationale: 'The machines bring their network and their key. A reviewer of the job sees others.',
    remediation: 'Give the persistent resource the network and key that its jobs name.',
    command: 'gcloud ai persistent-resources describe {host} --region={location} --project={project}',
    references: [HOST_PAGE],
    needs: ['the job specification', 'the persistent resource'],
    unknown: 'The persistent resource was not collected, so its network and key are not known.',
    subjects: WORKLOADS,
    examine: (node, context) => {
      const hosts = linksFrom(context, node, 'RUNS_ON');
      if (hosts.length === 0) {
        return undefined;
      }
      const evidence = hosts.flatMap(({ to }) => differences(node, nodeOf(context, to), context));
      return judge(evidence, {
        nodes: hosts.map(({ to }) => to),
        edges: hosts,
        missing: hosts
          .filter(({ to }) => dataOf(nodeOf(context, to)) === undefined)
          .map(({ to }) => missing({ id: to }, 'document', 'network')),
        parameters: { host: hosts[0]?.to.split('/').at(-1) ?? '' },
      });
    },
  },
  {
    id: 'operations-host-shared',
    title: 'Jobs of different accounts share machines',
    family: 'operations',
    severity: 'medium',
    because: 'It takes a job that goes after what others left.',
    rationale:
      'On a persistent resource the disks and processes of one job are within reach of the next, whatever account each has.',
    remediation: 'Use one persistent resource for each account.',
    command: 'gcloud ai persistent-resources list --region={location} --project={project}',
    references: [HOST_PAGE],
    attack: ['T1552.001'],
    needs: ['the jobs that run on the persistent resource'],
    unknown: 'The persistent resource was not collected, so which account its machines have is not known.',
    subjects: [HOST],
    examine: (node, context) => {
      const jobs = linksTo(context, node, 'RUNS_ON');
      const runs = jobs.flatMap(({ from }) =>
        linksFrom(context, { id: from }, 'RUNS_AS', 'IMPLICIT_IDENTITY').slice(0, 1),
      );
      const firsts = [...new Map(runs.map((edge) => [edge.to, edge])).values()];
      if (jobs.length === 0 || node.state === 'unresolved') {
        return undefined;
      }
      return firsts.length > 1
        ? judge(
            firsts.flatMap(({ evidence }) => proofOf(evidence)),
            { nodes: firsts.flatMap(({ from, to }) => [from, to]), edges: firsts },
          )
        : dataOf(node) === undefined
          ? lacking(node, 'document', 'resourceRuntimeSpec.serviceAccountSpec')
          : judge([]);
    },
  },
];

/** Where a persistent resource would name what it does not. */
const EMPTY_PLACES = {
  PEERS_NETWORK: 'network',
  USES_NETWORK_ATTACHMENT: 'pscInterfaceConfig.networkAttachment',
  USES_KMS_KEY: 'encryptionSpec.kmsKeyName',
} as const;

/** Network, attachment and key that the job names and its machines do not share. */
function differences(job: GraphNode, host: GraphNode, context: RuleContext): readonly FindingEvidence[] {
  if (dataOf(host) === undefined) {
    return [];
  }
  return (['PEERS_NETWORK', 'USES_NETWORK_ATTACHMENT', 'USES_KMS_KEY'] as const).flatMap((relation) => {
    const own = linksFrom(context, job, relation);
    const its = linksFrom(context, host, relation);
    const same = own.every(({ to }) => its.some((edge) => edge.to === to));
    const empty = at(host, EMPTY_PLACES[relation]);
    return own.length === 0 || same
      ? []
      : [
          ...own.flatMap(({ evidence }) => proofOf(evidence)),
          ...(its.length === 0 ? [empty] : its.flatMap(({ evidence }) => proofOf(evidence))),
        ];
  });
}
