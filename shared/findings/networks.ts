import type { GraphEdge, GraphNode } from '../graph/graph.ts';
import { isJsonObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import type { KindId } from '../kinds/index.ts';
import { linksTo, listAt, nodeOf, objectsAt, textAt } from './facts.ts';
import type { RuleContext } from './rule.ts';

export const NETWORK: KindId = 'gcp-compute-network';
export const FIREWALL: KindId = 'gcp-compute-firewall';
export const SUBNETWORK: KindId = 'gcp-compute-subnetwork';

/** Links through which work is in a network: its own, or those of attachments it uses. */
export function usesOfNetwork(node: GraphNode, context: RuleContext): readonly GraphEdge[] {
  const own = linksTo(context, node, 'PEERS_NETWORK');
  const through = linksTo(context, node, 'CONNECTS_TO').flatMap(({ from }) =>
    linksTo(context, nodeOf(context, from), 'USES_NETWORK_ATTACHMENT'),
  );
  return [...own, ...through];
}

/** Where a rule lets something in, and what. */
export interface Opening {
  readonly path: string;
  /** As the rule writes it. */
  readonly value: string;
  readonly protocol: string;
  /** Empty: all ports. */
  readonly ports: readonly string[];
}

const ANYWHERE: ReadonlySet<string> = new Set(['0.0.0.0/0', '::/0', '0000:0000:0000:0000:0000:0000:0000:0000/0']);

/** Path of the source range that stands for the whole internet; undefined where the rule has none, or is off. */
export function openSource(data: JsonObject): { readonly path: string; readonly value: string } | undefined {
  if (textAt(data, 'disabled') === 'true' || textAt(data, 'direction') === 'EGRESS') {
    return undefined;
  }
  const ranges = listAt(data, 'sourceRanges');
  const index = ranges.findIndex((range) => typeof range === 'string' && ANYWHERE.has(range));
  const value = ranges[index];
  return typeof value === 'string' ? { path: `sourceRanges[${index}]`, value } : undefined;
}

/** What a firewall rule allows. Exports of assets also write the protocol as `ipProtocol`. */
export function openingsOf(data: JsonObject): readonly Opening[] {
  return objectsAt(data, 'allowed').map(({ path, data: entry }) => {
    const protocol = textAt(entry, 'IPProtocol') === '' ? textAt(entry, 'ipProtocol') : textAt(entry, 'IPProtocol');
    const ports = listAt(entry, 'ports').map(String);
    return { path, value: [protocol, ...ports].join(' '), protocol: protocol.toLowerCase(), ports };
  });
}

/** Whether an opening lets TCP connections to a port through. */
export function opensPort({ protocol, ports }: Opening, port: number): boolean {
  return ['all', 'tcp', '6'].includes(protocol) && (ports.length === 0 || ports.some((range) => isIn(range, port)));
}

function isIn(range: string, port: number): boolean {
  const [first = '', last = first] = range.split('-');
  return Number(first) <= port && port <= Number(last);
}

/** Whether a firewall rule refuses all connections to the outside that no other rule allows. */
export function deniesEgress(data: JsonObject): boolean {
  return (
    textAt(data, 'direction') === 'EGRESS' &&
    textAt(data, 'disabled') !== 'true' &&
    listAt(data, 'destinationRanges').some((range) => typeof range === 'string' && ANYWHERE.has(range)) &&
    listAt(data, 'denied').some((entry) => isJsonObject(entry) && /^all$/i.test(textAt(entry, 'IPProtocol')))
  );
}
