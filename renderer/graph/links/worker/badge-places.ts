import type { Position } from '../../../../shared/graph/view.ts';
import { NODE_HEIGHT, NODE_WIDTH } from '../../layouts/worker/node-size.ts';
import { courseOf, pointAt } from './courses.ts';
import type { LinkScene } from './link-protocol.ts';

/** Where on its line a badge may stand, the best place first: shares of the curve's parameter. */
const SHARES = [0.5, 0.4, 0.6, 0.3, 0.7] as const;
/** Space between badges, in graph units. */
const APART = 2;

/** Width and height in graph units. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** Finds places for badges, one after the other. */
export interface BadgePlaces {
  /** The middle of a badge of this size on a link, where it covers no card and no badge before it; undefined if there is no room. */
  take(link: number, size: Size): Position | undefined;
}

/** Cards of scenes, which stay the same while the pointer moves. */
const cardsOf = new WeakMap<LinkScene, Buckets>();

/** Returns what finds places among the cards of a scene. The time is linear in cards and badges as long as cards do not lie in heaps. */
export function badgePlaces(scene: LinkScene): BadgePlaces {
  let cards = cardsOf.get(scene);
  if (cards === undefined) {
    cards = new Buckets();
    for (let at = 0; at < scene.places.length; at += 2) {
      cards.add({ x: scene.places[at] ?? 0, y: scene.places[at + 1] ?? 0, width: NODE_WIDTH, height: NODE_HEIGHT });
    }
    cardsOf.set(scene, cards);
  }
  const [fixed, taken] = [cards, new Buckets()];
  return {
    take(link, { width, height }) {
      const course = courseOf(scene, link);
      for (const share of SHARES) {
        const place = pointAt(course, share);
        const box = { ...place, width: width + APART, height: height + APART };
        if (fixed.covers(box) || taken.covers(box)) continue;
        taken.add(box);
        return place;
      }
      return undefined;
    },
  };
}

/** A rectangle about its middle. */
interface Box extends Position, Size {}

/** Rectangles no larger than a card, by the cell of a grid in which their middle lies: only those of nine cells can meet another. */
class Buckets {
  readonly #cells = new Map<string, Box[]>();

  add(box: Box): void {
    const key = keyOf(columnOf(box), rowOf(box));
    const cell = this.#cells.get(key);
    if (cell === undefined) this.#cells.set(key, [box]);
    else cell.push(box);
  }

  covers(box: Box): boolean {
    const [column, row] = [columnOf(box), rowOf(box)];
    for (let right = -1; right <= 1; right += 1) {
      for (let down = -1; down <= 1; down += 1) {
        const cell = this.#cells.get(keyOf(column + right, row + down));
        if (cell?.some((other) => meet(box, other)) === true) return true;
      }
    }
    return false;
  }
}

function columnOf({ x }: Position): number {
  return Math.floor(x / NODE_WIDTH);
}

function rowOf({ y }: Position): number {
  return Math.floor(y / NODE_HEIGHT);
}

function keyOf(column: number, row: number): string {
  return `${String(column)} ${String(row)}`;
}

function meet(one: Box, other: Box): boolean {
  return (
    Math.abs(one.x - other.x) * 2 < one.width + other.width && Math.abs(one.y - other.y) * 2 < one.height + other.height
  );
}
