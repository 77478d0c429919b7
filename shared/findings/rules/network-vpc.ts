import type { GraphNode } from '../../graph/graph.ts';
import { at, dataOf, judge, lacking, linksFrom, linksTo, nodeOf, proofOf, textAt } from '../facts.ts';
import { areComparable, inWords, takingPart } from '../identities.ts';
import { deniesEgress, FIREWALL, NETWORK, openingsOf, openSource, opensPort, usesOfNetwork } from '../networks.ts';
import type { Opening } from '../networks.ts';
import type { Rule, RuleContext, Verdict } from '../rule.ts';
import { partsWereRead } from '../was-read.ts';

const FIREWALL_PAGE = 'https://cloud.google.com/firewall/docs/firewalls';
const NO_RULES = 'The firewall rules of a network that work uses were not collected.';
const CLOSE = 'gcloud compute firewall-rules update {id} --project={project} --source-ranges=RANGES';

/** The networks that work is connected to. */
export const VPC_RULES: readonly Rule[] = [
  {
    id: 'network-default',
    title: 'Work is connected to a default network',
    family: 'network',
    severity: 'medium',
    because: 'It comes with rules that let SSH, RDP and everything inside through.',
    rationale: 'A default network has subnetworks in every region and nobody designed what may talk to what in it.',
    remediation: 'Connect the work to a network made for it and delete the default one.',
    command: 'gcloud compute networks delete {id} --project={project}',
    references: ['https://cloud.google.com/vpc/docs/vpc#default-network'],
    cis: ['3.1'],
    attack: ['T1133'],
    needs: ['the job specification, or the network of its attachment'],
    unknown: 'The network attachment that work uses was not collected, so its network is not known.',
    subjects: [NETWORK, 'gcp-compute-network-attachment'],
    examine: (node, context) => {
      if (node.kind !== NETWORK) {
        const isUsed = linksTo(context, node, 'USES_NETWORK_ATTACHMENT').length > 0;
        return isUsed && node.state === 'referenced' ? lacking(node, 'document', 'network') : undefined;
      }
      const users = usesOfNetwork(node, context);
      return users.length === 0 || node.state === 'unresolved'
        ? undefined
        : judge(node.id.endsWith('/networks/default') ? inWords(users) : [], takingPart(users));
    },
  },
  {
    id: 'network-legacy',
    title: 'Work is connected to a legacy network',
    family: 'network',
    severity: 'high',
    because: 'Nothing in it can be kept apart.',
    rationale:
      'A legacy network has one range for the whole world and no subnetworks, so no rule can tell regions or workloads apart.',
    remediation: 'Move to a network with subnetworks.',
    command: 'gcloud compute networks create NAME --project={project} --subnet-mode=custom',
    references: ['https://cloud.google.com/vpc/docs/legacy'],
    cis: ['3.2'],
    needs: ['the network’s `IPv4Range`'],
    unknown: 'The network was not collected, so whether it is a legacy one is not known.',
    subjects: [NETWORK],
    examine: (node, context) =>
      judgeNetwork(node, context, 'IPv4Range', () => {
        const range = textAt(dataOf(node), 'IPv4Range');
        return judge(range === '' ? [] : [at(node, 'IPv4Range', range)]);
      }),
  },
  {
    id: 'network-open-ssh',
    title: 'SSH is open to the internet',
    family: 'network',
    severity: 'high',
    because: 'Every machine the rule holds for is tried within minutes.',
    rationale: 'One guessed password or one flaw in the server leads into the network in which work runs.',
    remediation: 'Allow the ranges of Identity-Aware Proxy only.',
    command: 'gcloud compute firewall-rules update {id} --project={project} --source-ranges=35.235.240.0/20',
    references: ['https://cloud.google.com/iap/docs/using-tcp-forwarding', FIREWALL_PAGE],
    cis: ['3.6'],
    attack: ['T1021.004', 'T1133'],
    needs: ['the firewall rules of the network'],
    unknown: NO_RULES,
    subjects: [FIREWALL, NETWORK],
    examine: (node, context) => judgeOpenings(node, context, (opening) => opensPort(opening, 22)),
  },
  {
    id: 'network-open-rdp',
    title: 'Remote Desktop is open to the internet',
    family: 'network',
    severity: 'high',
    because: 'Every machine the rule holds for is tried within minutes.',
    rationale: 'One guessed password or one flaw in the server leads into the network in which work runs.',
    remediation: 'Allow the ranges of Identity-Aware Proxy only.',
    command: 'gcloud compute firewall-rules update {id} --project={project} --source-ranges=35.235.240.0/20',
    references: ['https://cloud.google.com/iap/docs/using-tcp-forwarding', FIREWALL_PAGE],
    cis: ['3.7'],
    attack: ['T1021.001', 'T1133'],
    needs: ['the firewall rules of the network'],
    unknown: NO_RULES,
    subjects: [FIREWALL, NETWORK],
    examine: (node, context) => judgeOpenings(node, context, (opening) => opensPort(opening, 3389)),
  },
  {
    id: 'network-open-to-world',
    title: 'A firewall rule lets the whole internet in',
    family: 'network',
    severity: 'medium',
    because: 'How bad it is depends on what listens there.',
    rationale: 'Work in the network is next to machines that anybody can reach.',
    remediation: 'Name the ranges that must get in.',
    command: CLOSE,
    references: [FIREWALL_PAGE],
    attack: ['T1190', 'T1133'],
    needs: ['the firewall rules of the network'],
    unknown: NO_RULES,
    subjects: [FIREWALL, NETWORK],
    examine: (node, context) => judgeOpenings(node, context, opensMore),
  },
  {
    id: 'network-open-egress',
    title: 'No firewall rule limits where work may connect to',
    family: 'network',
    severity: 'low',
    because: 'It helps somebody who is inside already.',
    rationale: 'Without a rule that denies egress, everything in the network may send data to any address.',
    remediation: 'Deny egress with a rule of low priority, and allow what is needed before it.',
    command:
      'gcloud compute firewall-rules create deny-egress --project={project} --network={id} --direction=EGRESS --action=DENY --rules=all --destination-ranges=0.0.0.0/0 --priority=65000',
    references: [FIREWALL_PAGE],
    attack: ['T1048', 'T1537'],
    needs: ['the firewall rules of the network'],
    unknown: NO_RULES,
    subjects: [NETWORK],
    examine: (node, context) => {
      const users = usesOfNetwork(node, context);
      if (users.length === 0 || node.state === 'unresolved') {
        return undefined;
      }
      const rules = firewallsOf(node, context);
      if (rules.length === 0 && !partsWereRead(context, FIREWALL, node)) {
        return lacking(node, 'field', 'firewalls');
      }
      return rules.some((rule) => deniesEgress(dataOf(rule) ?? {}))
        ? judge([])
        : judge(inWords(users), { nodes: [...users.map(({ from }) => from), ...rules.map(({ id }) => id)] });
    },
  },
  {
    id: 'network-peering',
    title: 'The network of the work is peered with one of another project',
    family: 'network',
    severity: 'medium',
    because: 'Firewall rules still stand between the two.',
    rationale: 'What runs in the other network can try to reach the work, and the work can send data there.',
    remediation: 'Review who runs what in the other network; remove the peering where it is not needed.',
    command: 'gcloud compute networks peerings list --network={id} --project={project}',
    references: ['https://cloud.google.com/vpc/docs/vpc-peering'],
    attack: ['T1537'],
    needs: ['the network’s `peerings`'],
    unknown: 'The network was not collected, so its peerings are not known.',
    subjects: [NETWORK],
    examine: (node, context) =>
      judgeNetwork(node, context, 'peerings', () => {
        const peers = linksFrom(context, node, 'PEERS_WITH').filter(({ to }) => {
          const other = nodeOf(context, to);
          // Google’s own services are reached through a peering of this name.
          return (
            areComparable(other.project, node.project) &&
            other.project !== node.project &&
            other.title !== 'servicenetworking'
          );
        });
        return judge(
          peers.flatMap(({ evidence }) => proofOf(evidence)),
          { nodes: peers.map(({ to }) => to), edges: peers },
        );
      }),
  },
];

function judgeNetwork(
  node: GraphNode,
  context: RuleContext,
  path: string,
  examine: () => Verdict,
): Verdict | undefined {
  const users = usesOfNetwork(node, context);
  if (users.length === 0 || node.state === 'unresolved') {
    return undefined;
  }
  const verdict = dataOf(node) === undefined ? lacking(node, 'document', path) : examine();
  return { ...verdict, nodes: [...(verdict.nodes ?? []), ...users.map(({ from }) => from)] };
}

function firewallsOf(network: GraphNode, context: RuleContext): readonly GraphNode[] {
  return linksTo(context, network, 'GUARDS')
    .map(({ from }) => nodeOf(context, from))
    .filter(({ state }) => state === 'present');
}

/** Judges a firewall rule; a network in use of which no rule was collected stands for its rules. */
function judgeOpenings(
  node: GraphNode,
  context: RuleContext,
  isBad: (opening: Opening) => boolean,
): Verdict | undefined {
  if (node.kind === NETWORK) {
    const isUsed = usesOfNetwork(node, context).length > 0 && node.state !== 'unresolved';
    const isUnread = firewallsOf(node, context).length === 0 && !partsWereRead(context, FIREWALL, node);
    return isUsed && isUnread ? lacking(node, 'field', 'firewalls') : undefined;
  }
  const data = dataOf(node);
  if (data === undefined) {
    return node.state === 'present' ? lacking(node, 'document', 'allowed') : undefined;
  }
  const source = openSource(data);
  const bad = source === undefined ? [] : openingsOf(data).filter(isBad);
  const guards = linksFrom(context, node, 'GUARDS');
  return judge(
    source === undefined || bad.length === 0
      ? []
      : [at(node, source.path, source.value), ...bad.map(({ path, value }) => at(node, path, value))],
    {
      nodes: guards.map(({ to }) => to),
      edges: guards,
    },
  );
}

/** Anything but the ports that have rules of their own, and but ICMP. */
function opensMore({ protocol, ports }: Opening): boolean {
  return (
    !/^icmp|^1$|^58$/.test(protocol) && (ports.length === 0 || ports.some((port) => port !== '22' && port !== '3389'))
  );
}
