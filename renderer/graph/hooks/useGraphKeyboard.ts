import { useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { LaidOutView } from '../../inventory/worker/protocol/packed-view.ts';
import type { ViewNode } from '../../../shared/graph/view.ts';
import { RELATIONS } from '../../../shared/links/relations.ts';
import type { ClientPoint, GraphCallbacks } from '../graph-callbacks.ts';
import { graphCommand } from '../navigation/keymap.ts';
import type { GraphCommand } from '../navigation/keymap.ts';
import { linkInRing, linkToFollow, linksByNode, neighbourInRing } from '../navigation/links.ts';
import type { Link } from '../navigation/links.ts';
import { nearestInDirection, nearestTo, readingOrder } from '../navigation/spatial.ts';
import type { Direction, PlacedNode } from '../navigation/spatial.ts';

/** A node the keyboard can reach. */
export interface MirrorNode extends PlacedNode {
  readonly node: ViewNode;
}

export interface GraphKeyboard {
  /** All nodes, column by column. */
  readonly order: readonly MirrorNode[];
  readonly links: ReadonlyMap<string, readonly Link[]>;
  /** The node that has the keyboard, or would have it; `undefined` for an empty view. */
  readonly active: MirrorNode | undefined;
  /** The link of the active node that has the keyboard in its place. */
  readonly activeLink: Link | undefined;
  /** What was done, for the live region. */
  readonly announcement: string;
  readonly activate: (id: string) => void;
  /** The keyboard goes on from this node, which is in sight. */
  readonly continueFrom: (id: string) => void;
  /** The keyboard goes on from this link. */
  readonly continueFromLink: (edge: string) => void;
  readonly keyDown: (event: KeyboardEvent) => void;
}

/** What the keyboard needs of the canvas. */
export interface KeyboardTarget {
  readonly selection: readonly string[];
  readonly callbacks: GraphCallbacks;
  /** Brings a node into sight before it gets the keyboard. */
  readonly reveal: (id: string) => void;
  readonly pan: (direction: Direction) => void;
  /** Where a node or a link is on the window, for its menu. */
  readonly placeOf: (id: string) => ClientPoint;
}

const NO_MOVE: Readonly<Record<string, string>> = {
  left: 'Nothing further left',
  right: 'Nothing further right',
  up: 'Nothing further up',
  down: 'Nothing further down',
  outgoing: 'No outgoing link',
  incoming: 'No incoming link',
  cycle: 'No neighbours',
  links: 'No links',
};

const NO_LINKS: readonly Link[] = [];

/** Moves the keyboard over the graph and turns keys into callbacks. */
export function useGraphKeyboard({ view, positions }: LaidOutView, target: KeyboardTarget): GraphKeyboard {
  const order = useMemo(
    () =>
      readingOrder(
        view.nodes.map((node): MirrorNode => ({ id: node.id, node, position: positions[node.id] ?? { x: 0, y: 0 } })),
      ),
    [view, positions],
  );
  const byId = useMemo(() => new Map(order.map((node) => [node.id, node])), [order]);
  const links = useMemo(() => linksByNode(view.edges), [view]);
  const [last, setLast] = useState<MirrorNode>();
  const [anchor, setAnchor] = useState<string>();
  const [linkId, setLinkId] = useState<string>();
  const [announcement, setAnnouncement] = useState('');

  const active = useMemo(() => {
    if (last === undefined) return byId.get(target.selection[0] ?? '') ?? order[0];
    // The node may have been hidden or folded: what stands nearest to its place takes over.
    return byId.get(last.id) ?? byId.get(nearestTo(order, last.position) ?? '');
  }, [byId, last, order, target.selection]);

  const linksHere = (active && links.get(active.id)) ?? NO_LINKS;
  // A link that is not drawn any more gives the keyboard back to its node.
  const activeLink = linksHere.find(({ edge }) => edge.id === linkId);

  function goToLink(link: Link | undefined): void {
    setLinkId(link?.edge.id);
    setAnnouncement(link === undefined ? (NO_MOVE['links'] ?? '') : '');
  }

  function go(id: string | undefined, otherwise: string, said = ''): void {
    const node = id === undefined ? undefined : byId.get(id);
    if (node === undefined) {
      setAnnouncement(otherwise);
      return;
    }
    target.reveal(node.id);
    setLinkId(undefined);
    setLast(node);
    setAnnouncement(said);
  }

  function cycle(from: MirrorNode, step: 1 | -1): void {
    const centre = anchor !== undefined && byId.has(anchor) ? anchor : from.id;
    const ends = new Set((links.get(centre) ?? []).map(({ other }) => other));
    const ring = order.filter(({ id }) => ends.has(id)).map(({ id }) => id);
    setAnchor(centre);
    go(neighbourInRing(ring, from.id, step), NO_MOVE['cycle'] ?? '');
  }

  function toggle(id: string): void {
    const selected = target.selection.includes(id);
    const next = selected ? target.selection.filter((other) => other !== id) : [...target.selection, id];
    target.callbacks.selectionChanged(next);
    setAnnouncement(`${selected ? 'Not selected' : 'Selected'}, ${next.length} selected`);
  }

  function run(command: GraphCommand, from: MirrorNode): void {
    if (command.does !== 'cycle') setAnchor(undefined);
    switch (command.does) {
      case 'move':
        go(nearestInDirection(order, from, command.direction), NO_MOVE[command.direction] ?? '');
        break;
      case 'follow': {
        const link = linkToFollow(links.get(from.id) ?? [], command.direction, from.position, byId);
        go(link?.other, NO_MOVE[command.direction] ?? '', link && RELATIONS[link.edge.type].label);
        break;
      }
      case 'cycle':
        cycle(from, command.step);
        break;
      case 'first':
        go(order[0]?.id, '');
        break;
      case 'last':
        go(order.at(-1)?.id, '');
        break;
      case 'activate':
        target.callbacks.activated(from.id);
        break;
      case 'toggle':
        toggle(from.id);
        break;
      case 'links':
        goToLink(linksHere[0]);
        break;
      case 'pan':
        target.pan(command.direction);
        break;
      case 'menu':
        target.callbacks.menuRequested(from.id, target.placeOf(from.id));
        break;
      case 'leave':
        target.callbacks.left();
        break;
    }
  }

  /** What keys mean while a link has the keyboard: arrows go over the links of its node. */
  function runOnLink(command: GraphCommand, { edge }: Link): void {
    switch (command.does) {
      case 'move': {
        const isForward = command.direction === 'down' || command.direction === 'right';
        goToLink(linkInRing(linksHere, edge.id, isForward ? 1 : -1));
        break;
      }
      case 'cycle':
        goToLink(linkInRing(linksHere, edge.id, command.step));
        break;
      case 'links':
        goToLink(linkInRing(linksHere, edge.id, 1));
        break;
      case 'first':
        goToLink(linksHere[0]);
        break;
      case 'last':
        goToLink(linksHere.at(-1));
        break;
      case 'follow':
        go(command.direction === 'outgoing' ? edge.target : edge.source, '', RELATIONS[edge.type].label);
        break;
      case 'activate':
      case 'toggle':
        target.callbacks.edgeActivated(edge.id);
        setAnnouncement('Link selected');
        break;
      case 'pan':
        target.pan(command.direction);
        break;
      case 'menu':
        target.callbacks.edgeMenuRequested(edge.id, target.placeOf(edge.id));
        break;
      case 'leave':
        setLinkId(undefined);
        setAnnouncement('');
        break;
    }
  }

  return {
    order,
    links,
    active,
    activeLink,
    announcement,
    activate: (id) => go(id, ''),
    continueFrom: (id) => {
      setLast(byId.get(id));
      setLinkId(undefined);
      setAnchor(undefined);
    },
    continueFromLink: (id) => {
      const edge = view.edges.find((candidate) => candidate.id === id);
      if (edge === undefined) return;
      // The node that has the keyboard keeps it if the link is one of its own.
      if (active?.id !== edge.target) setLast(byId.get(edge.source));
      setLinkId(id);
      setAnchor(undefined);
    },
    keyDown: (event) => {
      if (active === undefined) return;
      const command = graphCommand(event);
      if (command === undefined && !target.callbacks.actionRequested(event, active.id, activeLink?.edge.id)) return;
      event.preventDefault();
      event.stopPropagation();
      if (command === undefined) setAnchor(undefined);
      else if (activeLink === undefined) run(command, active);
      else runOnLink(command, activeLink);
    },
  };
}
