import type { Position, View } from '../../../shared/graph/view.ts';
import { drawnLinks, type DrawnLinks } from './drawn-links.ts';
import { linkAt } from './hit-link.ts';
import type { LinkLayer } from './link-layer.ts';
import { courseOf, pointAt } from './worker/courses.ts';
import type { LinkBadge, LinkMarks, LinkPalette } from './worker/link-protocol.ts';

/** Why links stand out. Each has one user, who says anew which links those are. */
export type LinkMark = 'lit' | 'lit-named' | 'hovered' | 'highlighted' | 'traced' | 'picked' | 'focused';

/** Relations are written on the links of a node with at most this many. */
export const NAMED_LIMIT = 60;

/** Why all other links recede. */
export type Receding = 'hover' | 'trace';

/** The links of the graph: what is drawn of them and what stands out. Links are told by their ids in the view. */
export interface GraphLinks {
  /** Draws the links of another view. Marks stay on the links that are still there. */
  show(view: View, positions: Readonly<Record<string, Position>>): void;
  paintWith(palette: LinkPalette): void;
  mark(mark: LinkMark, links: readonly string[]): void;
  /** Marks the links of selected nodes, also in the views that follow. */
  choose(nodes: readonly string[]): void;
  /** Puts badges on links, in the place of those that were there. */
  badge(badges: Readonly<Record<string, Omit<LinkBadge, 'link'>>>): void;
  recede(why: Receding, doThey: boolean): void;
  /** Lets links follow nodes that the user drags. */
  follow(moved: ReadonlyMap<string, Position>): void;
  /** Ids of the links that begin or end at a node. */
  linksAt(node: string): readonly string[];
  /** Ids of the nodes a link joins. */
  endsOf(link: string): readonly [source: string, target: string] | undefined;
  /** The middle of a link, in graph units. */
  middleOf(link: string): Position | undefined;
  /** The link at a point, at most `within` away from it; in graph units. */
  at(point: Position, within: number): string | undefined;
  /** How many are drawn. */
  readonly count: number;
}

/**
 * Returns what draws links on a layer. Changes of one moment are drawn together; `later` runs its argument after that moment. Listing the
 * links of another view takes time where they are many, and what changes a view has much to do besides: `apart` runs its argument in a
 * task of its own.
 */
export function createGraphLinks(
  layer: LinkLayer,
  later: (work: () => void) => void = queueMicrotask,
  apart: (work: () => void) => void = inNextTask,
): GraphLinks {
  let listed: DrawnLinks = drawnLinks({ nodes: [], edges: [], shown: 0, total: 0, left: [] }, {});
  let unlisted: { readonly view: View; readonly positions: Readonly<Record<string, Position>> } | undefined;
  let isSent = true;
  /** What links are painted with, as text to compare; `fresh` was not sent yet. */
  let paintedWith = '';
  let fresh: LinkPalette | undefined;
  const marks = new Map<LinkMark, readonly string[]>();
  const receding = new Set<Receding>();
  let chosen: readonly string[] = [];
  let badges: readonly (readonly [id: string, badge: Omit<LinkBadge, 'link'>])[] = [];
  let pending = false;

  /** The links of the newest view. */
  function current(): DrawnLinks {
    if (unlisted !== undefined) listed = drawnLinks(unlisted.view, unlisted.positions);
    unlisted = undefined;
    return listed;
  }

  function send(): void {
    if (isSent) return;
    isSent = true;
    layer.draw({ scene: current().scene, marks: resolved(), ...(fresh === undefined ? {} : { palette: fresh }) });
    fresh = undefined;
  }

  function remark(): void {
    // With the view come its marks.
    if (pending || !isSent) return;
    pending = true;
    later(() => {
      pending = false;
      if (isSent) layer.draw({ marks: resolved() });
    });
  }

  function numbers(wanted: readonly LinkMark[], more: readonly number[] = []): Uint32Array {
    const drawn = current();
    const found = new Set<number>(more);
    for (const mark of wanted) {
      for (const id of marks.get(mark) ?? []) {
        const number = drawn.numberOf(id);
        if (number !== undefined) found.add(number);
      }
    }
    return Uint32Array.from(found);
  }

  function resolved(): LinkMarks {
    const drawn = current();
    const traced = numbers(['traced']);
    // Beside a way that is lit up, the other links of what is selected would look like a part of it.
    const way = receding.has('trace') ? new Set(traced) : undefined;
    const ofNodes = chosen.map((node) => drawn.linksAt(node).filter((link) => way?.has(link) ?? true));
    const named = ofNodes.filter((links) => links.length <= NAMED_LIMIT);
    return {
      lit: numbers(['lit', 'lit-named', 'highlighted'], ofNodes.flat()),
      traced,
      hovered: numbers(['hovered']),
      picked: numbers(['picked']),
      focused: numbers(['focused']),
      named: numbers(['lit-named', 'hovered', 'picked', 'focused'], named.flat()),
      badges: badges.flatMap(([id, badge]) => {
        const link = drawn.numberOf(id);
        return link === undefined ? [] : [{ link, ...badge }];
      }),
      dimmed: receding.size > 0,
    };
  }

  return {
    show(view, positions) {
      unlisted = { view, positions };
      if (!isSent) return;
      isSent = false;
      layer.expect();
      apart(send);
    },
    paintWith(palette) {
      // Each new palette is a new picture of all links, also of those that are about to be replaced.
      const colours = JSON.stringify(palette);
      if (colours === paintedWith) return;
      paintedWith = colours;
      if (isSent) layer.draw({ palette });
      else fresh = palette;
    },
    mark(mark, links) {
      if (links.length === 0 && (marks.get(mark)?.length ?? 0) === 0) return;
      marks.set(mark, links);
      remark();
    },
    choose(nodes) {
      if (nodes.length === 0 && chosen.length === 0) return;
      chosen = nodes;
      remark();
    },
    badge(wanted) {
      const entries = Object.entries(wanted);
      if (entries.length === 0 && badges.length === 0) return;
      badges = entries;
      remark();
    },
    recede(why, doThey) {
      if (receding.has(why) === doThey) return;
      if (doThey) receding.add(why);
      else receding.delete(why);
      remark();
    },
    follow(moved) {
      const drawn = current();
      const places = drawn.scene.places.slice();
      for (const [node, { x, y }] of moved) {
        const place = drawn.placeOf(node);
        if (place !== undefined) places.set([x, y], place * 2);
      }
      listed = { ...drawn, scene: { ...drawn.scene, places } };
      layer.draw({ scene: listed.scene, marks: resolved() });
    },
    linksAt(node) {
      const drawn = current();
      return drawn.linksAt(node).map((link) => drawn.ids[link] ?? '');
    },
    endsOf(link) {
      const drawn = current();
      const number = drawn.numberOf(link);
      return number === undefined ? undefined : drawn.endsOf(number);
    },
    middleOf(link) {
      const drawn = current();
      const number = drawn.numberOf(link);
      return number === undefined ? undefined : pointAt(courseOf(drawn.scene, number), 0.5);
    },
    at(point, within) {
      const drawn = current();
      const number = linkAt(drawn.scene, point, within);
      return number === undefined ? undefined : drawn.ids[number];
    },
    get count() {
      return current().ids.length;
    },
  };
}

/** By a message, as timers would wait 4 ms. */
function inNextTask(work: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    port1.close();
    work();
  });
  port1.start();
  port2.postMessage(undefined);
}
