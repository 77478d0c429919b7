import type { NodeState } from '../../shared/graph/graph.ts';
import { lifecycleLabel } from '../../shared/graph/view/lifecycle-label.ts';
import type { View, ViewEdge, ViewNode } from '../../shared/graph/view.ts';
import { kindById } from '../../shared/kinds/index.ts';
import type { Confidence, Flow } from '../../shared/kinds/kind.ts';
import { RELATIONS } from '../../shared/links/relations.ts';
import type { FindingBadge } from '../inventory/worker/protocol/findings-protocol.ts';
import { findingWords, remarkWords, type CardRemark } from './card-remarks.ts';
import { displayText } from './style/label.ts';

/** A node or an edge in words. */
export interface Description {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What reading the inventory again brought. */
export type News = 'added' | 'changed' | undefined;

/** Between the parts of a subtitle (`describe-unit.ts`). */
const SEPARATOR = ' · ';

const STATE_WORDS: Readonly<Record<Exclude<NodeState, 'present'>, string>> = {
  referenced: 'not collected',
  unresolved: 'unresolved',
};

const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  exact: 'exact: a field names it',
  derived: 'derived from several facts',
  heuristic: 'heuristic: found in text',
};

const FLOW_WORDS: Readonly<Record<Flow, (from: string, to: string) => string | undefined>> = {
  in: (from, to) => `Data flows from ${to} to ${from}`,
  out: (from, to) => `Data flows from ${from} to ${to}`,
  both: () => 'Data flows both ways',
  none: () => undefined,
};

/** A node for the tooltip: full title; kind, states, place; what is not seen of it. */
export function describeNode(node: ViewNode, news?: News, remark?: CardRemark): Description {
  const kind = kindById(node.kind);
  const members = node.members?.length ?? 0;
  const lines = [
    isFoldedArea(node)
      ? `Group of ${members}, folded`
      : members === 0
        ? kind.title
        : `${members} folded: ${kind.plural}`,
    newsWords(node, news),
    distinct([...displayText(node.subtitle).split(SEPARATOR), ...nodeStates(node)]).join(SEPARATOR),
    node.pinned === true ? 'pinned' : '',
    ...remarkWords(remark),
    ...unseen(node),
  ];
  return { title: displayText(node.title), lines: distinct(lines) };
}

/** An edge for the tooltip: relation and ends; certainty, how many links and evidence it stands for, data flow. */
export function describeEdge(edge: ViewEdge, view: View, finding?: FindingBadge): Description {
  const from = titleOf(edge.source, view);
  const to = titleOf(edge.target, view);
  const lines = [
    `${from} → ${to}`,
    CONFIDENCE_WORDS[edge.confidence],
    edge.count > 1 ? `${edge.count} links drawn as one` : '',
    evidenceText(edge.evidence),
    FLOW_WORDS[edge.flow](from, to) ?? '',
    finding === undefined ? '' : findingWords(finding),
  ];
  return { title: RELATIONS[edge.type].label, lines: distinct(lines) };
}

/** An edge as a screen reader says it: `train-42 writes to acme-data, exact: a field names it, 1 piece of evidence`. */
export function edgeName(edge: ViewEdge, view: View, finding?: FindingBadge): string {
  const from = titleOf(edge.source, view);
  const to = titleOf(edge.target, view);
  return [
    `${from} ${RELATIONS[edge.type].label} ${to}`,
    CONFIDENCE_WORDS[edge.confidence],
    edge.count > 1 ? `${edge.count} links drawn as one` : '',
    evidenceText(edge.evidence),
    finding === undefined ? '' : findingWords(finding),
  ]
    .filter(Boolean)
    .join(', ');
}

/** How sure a link is, in words. */
export function confidenceText(confidence: Confidence): string {
  return CONFIDENCE_WORDS[confidence];
}

/** Where data flows over a link between two titles; undefined where none does. */
export function flowText(flow: Flow, from: string, to: string): string | undefined {
  return FLOW_WORDS[flow](from, to);
}

function evidenceText(count: number): string {
  return count === 1 ? '1 piece of evidence' : `${count.toLocaleString('en')} pieces of evidence`;
}

/** What is said of a node besides what it is. */
export interface NodeWords {
  readonly news?: News;
  /** Title of the group it is drawn in. */
  readonly area?: string | undefined;
  readonly remark?: CardRemark | undefined;
}

/** A node as a screen reader says it: `Custom job train-42, failed, europe-west4, in group vision, 6 links, 2 findings, worst high`. */
export function nodeName(node: ViewNode, links: number, { news, area, remark }: NodeWords = {}): string {
  const kind = kindById(node.kind);
  const members = node.members?.length ?? 0;
  const parts = [
    `${isFoldedArea(node) ? 'Group' : kind.title} ${displayText(node.title)}`,
    members === 0 ? '' : isFoldedArea(node) ? `folded, ${members} resources` : `fold of ${members}`,
    newsWords(node, news),
    ...nodeStates(node),
    ...displayText(node.subtitle).split(SEPARATOR),
    area === undefined ? '' : `in group ${displayText(area)}`,
    node.pinned === true ? 'pinned' : '',
    links === 1 ? '1 link' : `${links} links`,
    ...remarkWords(remark),
    ...unseen(node),
  ];
  return distinct(parts).join(', ');
}

function isFoldedArea({ id, area }: ViewNode): boolean {
  return area === id;
}

function nodeStates(node: ViewNode): readonly string[] {
  return [
    node.lifecycle === undefined ? '' : lifecycleLabel(node.lifecycle),
    node.unsubmitted === true ? 'not submitted' : '',
    node.state === 'present' ? '' : STATE_WORDS[node.state],
  ].filter(Boolean);
}

function newsWords({ members }: ViewNode, news: News): string {
  if (news === undefined) return '';
  if (news === 'added') return 'new since the last reading';
  return members === undefined ? 'changed since the last reading' : 'some of it new or changed since the last reading';
}

function unseen(node: ViewNode): readonly string[] {
  return [
    node.hiddenLinks === 0 ? '' : `${node.hiddenLinks} ${node.hiddenLinks === 1 ? 'link' : 'links'} to nodes not shown`,
    node.attention === 0 ? '' : `${node.attention} to look at`,
  ].filter(Boolean);
}

function titleOf(id: string, view: View): string {
  const node = view.nodes.find((candidate) => candidate.id === id);
  return node === undefined ? id : displayText(node.title);
}

function distinct(parts: readonly string[]): readonly string[] {
  return [...new Set(parts.filter(Boolean))];
}
