import type { GraphNode } from '../../graph/graph.ts';
import { at, dataOf, judge, lacking, linksTo, textAt } from '../facts.ts';
import { NETWORK, SUBNETWORK, usesOfNetwork } from '../networks.ts';
import type { Rule, RuleContext, Verdict } from '../rule.ts';

const NO_SUBNETS = 'The subnetwork, or the network that work uses, was not collected.';

/** The subnetworks in which work has addresses. */
export const SUBNETWORK_RULES: readonly Rule[] = [
  {
    id: 'network-no-private-google-access',
    title: 'A subnetwork has no private access to Google’s services',
    family: 'network',
    severity: 'low',
    because: 'It leads to outside addresses being given to machines that need none.',
    rationale:
      'Without it, machines reach Cloud Storage and Artifact Registry only with an outside address or through NAT.',
    remediation: 'Switch private Google access on.',
    command:
      'gcloud compute networks subnets update {id} --region={location} --project={project} --enable-private-ip-google-access',
    references: ['https://cloud.google.com/vpc/docs/configure-private-google-access'],
    needs: ['the subnetwork’s `privateIpGoogleAccess`'],
    unknown: NO_SUBNETS,
    subjects: [SUBNETWORK, NETWORK],
    examine: (node, context) =>
      judgeSubnetwork(node, context, 'privateIpGoogleAccess', (data) => {
        const value = textAt(data, 'privateIpGoogleAccess');
        return value === 'true' ? judge([]) : judge([at(node, 'privateIpGoogleAccess', value)]);
      }),
  },
  {
    id: 'network-flow-logs-off',
    title: 'Connections in a subnetwork are not logged',
    family: 'network',
    severity: 'low',
    because: 'It opens nothing; it takes away the traces.',
    rationale: 'Without flow logs nobody can say afterwards where data went.',
    remediation: 'Switch flow logs on.',
    command: 'gcloud compute networks subnets update {id} --region={location} --project={project} --enable-flow-logs',
    references: ['https://cloud.google.com/vpc/docs/using-flow-logs'],
    cis: ['3.8'],
    attack: ['T1562.008'],
    needs: ['the subnetwork’s `logConfig`'],
    unknown: NO_SUBNETS,
    subjects: [SUBNETWORK, NETWORK],
    examine: (node, context) =>
      judgeSubnetwork(node, context, 'logConfig.enable', (data) => {
        const isOn = textAt(data, 'logConfig.enable') === 'true' || textAt(data, 'enableFlowLogs') === 'true';
        return isOn ? judge([]) : judge([at(node, 'logConfig.enable', textAt(data, 'logConfig.enable'))]);
      }),
  },
];

function judgeSubnetwork(
  node: GraphNode,
  context: RuleContext,
  path: string,
  examine: (data: NonNullable<ReturnType<typeof dataOf>>) => Verdict,
): Verdict | undefined {
  if (node.kind === NETWORK) {
    const isUsed = usesOfNetwork(node, context).length > 0;
    return isUsed && node.state === 'referenced' && linksTo(context, node, 'PART_OF').length === 0
      ? lacking(node, 'document', 'subnetworks')
      : undefined;
  }
  const data = dataOf(node);
  // Ranges kept for load balancers and for services hold no machines.
  return data === undefined
    ? node.state === 'unresolved'
      ? undefined
      : lacking(node, 'document', path)
    : /PROXY|SERVICE_CONNECT|NAT/.test(textAt(data, 'purpose'))
      ? undefined
      : examine(data);
}
