import { at, dataOf, judge, lacking, linksFrom, missing, nodeOf, objectsAt, proofOf, textAt } from '../facts.ts';
import type { FindingEvidence } from '../finding.ts';
import { areComparable } from '../identities.ts';
import { CANCEL, DESCRIBE } from '../rule.ts';
import type { Rule, Verdict } from '../rule.ts';
import { isActive, judgeSpecs, NOTHING, WORKLOADS } from '../workloads.ts';

const SHELL_PAGE = 'https://cloud.google.com/vertex-ai/docs/training/monitor-debug-interactive-shell';
const PRIVATE_PAGE = 'https://cloud.google.com/vertex-ai/docs/general/vpc-peering';
const SPEC_PAGE = 'https://cloud.google.com/vertex-ai/docs/reference/rest/v1/CustomJobSpec';
const NO_SPEC = 'The job specification was not collected, so its network settings are not known.';

/** How jobs and endpoints are reached, and what they reach. */
export const JOB_NETWORK_RULES: readonly Rule[] = [
  {
    id: 'network-no-private-network',
    title: 'The job runs outside every network of the organisation',
    family: 'network',
    severity: 'medium',
    because: 'Nothing gets in by it, but whatever runs in the job can send data anywhere.',
    rationale:
      'Without a network or an attachment the job has the open internet: no firewall rule, no log of connections and no service perimeter of a network applies.',
    remediation: 'Give the job a network attachment, or peer its network.',
    command:
      'gcloud compute network-attachments create NAME --region={location} --subnets=SUBNET --connection-preference=ACCEPT_MANUAL --project={project}',
    references: ['https://cloud.google.com/vertex-ai/docs/general/vpc-psc-i-setup', PRIVATE_PAGE],
    attack: ['T1537'],
    needs: ['the job specification', 'the persistent resource it runs on'],
    unknown:
      'The job specification, or the persistent resource the job runs on, was not collected, so its network is not known.',
    subjects: WORKLOADS,
    examine: (node, context) => {
      const verdict = judgeSpecs(node, context, ({ prefix, data }) =>
        textAt(data, 'network') === '' &&
        textAt(data, 'pscInterfaceConfig.networkAttachment') === '' &&
        textAt(data, 'persistentResourceId') === ''
          ? [at(node, `${prefix}network`), at(node, `${prefix}pscInterfaceConfig.networkAttachment`)]
          : NOTHING,
      );
      if (
        verdict === undefined ||
        verdict.missing.length > 0 ||
        linksFrom(context, node, 'PEERS_NETWORK', 'USES_NETWORK_ATTACHMENT').length > 0
      ) {
        return verdict;
      }
      const hosts = linksFrom(context, node, 'RUNS_ON');
      if (hosts.length === 0) {
        return verdict;
      }
      const open = hosts.filter(
        ({ to }) =>
          dataOf(nodeOf(context, to)) !== undefined &&
          linksFrom(context, { id: to }, 'PEERS_NETWORK', 'USES_NETWORK_ATTACHMENT').length === 0,
      );
      return judge(
        [...verdict.evidence, ...open.flatMap(({ evidence, to }) => [...proofOf(evidence), at({ id: to }, 'network')])],
        {
          nodes: open.map(({ to }) => to),
          edges: open,
          missing: hosts
            .filter(({ to }) => dataOf(nodeOf(context, to)) === undefined)
            .map(({ to }) => missing({ id: to }, 'document', 'network')),
        },
      );
    },
  },
  {
    id: 'network-web-access-running',
    title: 'A shell can be opened in a job that is running',
    family: 'network',
    severity: 'high',
    because: 'It is usable now, and whoever uses it acts as the account of the job.',
    rationale:
      'The shell is a web address. Commands in it read the job’s data and tokens, change what it makes, and leave little in the logs.',
    remediation: 'Cancel the job and submit it without the shell, or let its end be watched.',
    command: CANCEL,
    references: [SHELL_PAGE],
    attack: ['T1133'],
    needs: ['the job specification', 'the job’s state'],
    unknown: NO_SPEC,
    subjects: WORKLOADS,
    examine: (node, context) => judgeFlag(node, context, 'enableWebAccess', isActive(node), true),
  },
  {
    id: 'network-web-access',
    title: 'A job was given an interactive shell',
    family: 'network',
    severity: 'low',
    because: 'The job does not run now; the next one of its kind will have the shell too.',
    rationale:
      'What somebody did in the shell is in no image and no argument, so the run does not show what made its results.',
    remediation: 'Submit the job without the shell.',
    command: DESCRIBE,
    references: [SHELL_PAGE],
    attack: ['T1133'],
    needs: ['the job specification'],
    unknown: NO_SPEC,
    subjects: WORKLOADS,
    examine: (node, context) => judgeFlag(node, context, 'enableWebAccess', !isActive(node)),
  },
  {
    id: 'network-dashboard-access-running',
    title: 'The dashboard of a job that is running is open',
    family: 'network',
    severity: 'high',
    because: 'It is usable now, and whoever uses it acts as the account of the job.',
    rationale:
      'The dashboard is a web address that shows and controls what runs in the job. Work that is handed to it runs next to the job’s data and tokens.',
    remediation: 'Cancel the job and submit it without dashboard access, or let its end be watched.',
    command: CANCEL,
    references: [SPEC_PAGE],
    attack: ['T1133'],
    needs: ['the job specification', 'the job’s state'],
    unknown: NO_SPEC,
    subjects: WORKLOADS,
    examine: (node, context) => judgeFlag(node, context, 'enableDashboardAccess', isActive(node), true),
  },
  {
    id: 'network-dashboard-access',
    title: 'A job was given a dashboard',
    family: 'network',
    severity: 'low',
    because: 'The job does not run now; the next one of its kind will have the dashboard too.',
    rationale:
      'What somebody started from the dashboard is in no image and no argument, so the run does not show what made its results.',
    remediation: 'Submit the job without dashboard access.',
    command: DESCRIBE,
    references: [SPEC_PAGE],
    attack: ['T1133'],
    needs: ['the job specification'],
    unknown: NO_SPEC,
    subjects: WORKLOADS,
    examine: (node, context) => judgeFlag(node, context, 'enableDashboardAccess', !isActive(node)),
  },
  {
    id: 'network-dns-peering',
    title: 'Names are looked up in another project',
    family: 'network',
    severity: 'medium',
    because: 'Somebody must first control the zone there.',
    rationale:
      'Administrators of the other project’s DNS zones decide to which machines the job connects, and to which it sends its data.',
    remediation: 'Peer with zones of your own, and review who may change those of the other project.',
    command: 'gcloud dns managed-zones list --project={target}',
    references: ['https://cloud.google.com/vertex-ai/docs/general/vpc-psc-i-setup'],
    needs: ['the job specification'],
    unknown: NO_SPEC,
    subjects: WORKLOADS,
    examine: (node, context) => {
      const verdict = judgeSpecs(node, context, ({ prefix, data }) =>
        objectsAt(data, 'pscInterfaceConfig.dnsPeeringConfigs').flatMap(({ path, data: zone }): FindingEvidence[] => {
          const target = textAt(zone, 'targetProject');
          const known = context.graph.projectIds.get(target) ?? target;
          return known !== '' && known !== node.project && areComparable(known, node.project)
            ? [
                at(node, `${prefix}${path}.targetProject`, target),
                at(node, `${prefix}${path}.domain`, textAt(zone, 'domain')),
              ]
            : [];
        }),
      );
      if (verdict === undefined || verdict.evidence.length === 0) {
        return verdict;
      }
      const links = linksFrom(context, node, 'DNS_PEERS');
      return {
        ...verdict,
        nodes: links.map(({ to }) => to),
        edges: links,
        parameters: { target: verdict.evidence[0]?.value ?? '' },
      };
    },
  },
  {
    id: 'network-public-endpoint',
    title: 'An endpoint can be reached from the internet',
    family: 'network',
    severity: 'low',
    because: 'Every call still needs a Google credential with the right to predict.',
    rationale: 'A stolen credential is enough to use and probe the model from anywhere.',
    remediation: 'Use Private Service Connect or a network for the endpoint.',
    command: 'gcloud ai endpoints describe {id} --region={location} --project={project}',
    references: ['https://cloud.google.com/vertex-ai/docs/predictions/choose-endpoint-type'],
    attack: ['T1078.004'],
    needs: ['the endpoint’s document'],
    unknown: 'The endpoint was not collected, so how it is reached is not known.',
    subjects: ['gcp-ai-platform-endpoint'],
    examine: (node) => {
      const data = dataOf(node);
      if (data === undefined) {
        return node.state === 'unresolved' ? undefined : lacking(node, 'document', 'network');
      }
      const isPrivate =
        textAt(data, 'network') !== '' ||
        textAt(data, 'privateServiceConnectConfig.enablePrivateServiceConnect') === 'true';
      return judge(
        isPrivate ? [] : [at(node, 'network'), at(node, 'privateServiceConnectConfig.enablePrivateServiceConnect')],
      );
    },
  },
  {
    id: 'network-attachment-accepts-all',
    title: 'A network attachment accepts every project',
    family: 'network',
    severity: 'medium',
    because: 'A stranger must first learn its name.',
    rationale: 'Machines of any project that names the attachment get an interface in the subnetwork.',
    remediation:
      'Make an attachment that accepts named projects only, and let work use it: that of this one cannot be changed.',
    command:
      'gcloud compute network-attachments create NAME --region={location} --project={project} --subnets=SUBNET --connection-preference=ACCEPT_MANUAL --producer-accept-list=PROJECT',
    references: ['https://cloud.google.com/vpc/docs/about-network-attachments'],
    attack: ['T1133'],
    needs: ['the attachment’s `connectionPreference`'],
    unknown: 'The network attachment was not collected, so whom it accepts is not known.',
    subjects: ['gcp-compute-network-attachment'],
    examine: (node) => {
      const data = dataOf(node);
      if (data === undefined) {
        return node.state === 'unresolved' ? undefined : lacking(node, 'document', 'connectionPreference');
      }
      const preference = textAt(data, 'connectionPreference');
      return judge(preference === 'ACCEPT_AUTOMATIC' ? [at(node, 'connectionPreference', preference)] : []);
    },
  },
];

function judgeFlag(
  node: Parameters<Rule['examine']>[0],
  context: Parameters<Rule['examine']>[1],
  flag: string,
  applies: boolean,
  withState = false,
): Verdict | undefined {
  return judgeSpecs(node, context, ({ prefix, data }) =>
    applies && textAt(data, flag) === 'true'
      ? [at(node, `${prefix}${flag}`, 'true'), ...(withState ? [at(node, 'state', node.lifecycle)] : NOTHING)]
      : NOTHING,
  );
}
