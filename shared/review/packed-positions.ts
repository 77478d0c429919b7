import type { Position } from '../graph/view.ts';

type Positions = Readonly<Record<string, Position>>;

/** Places are kept to a hundredth of a unit: nobody sees less. */
const PLACES = 100;

/** Packs places as numbers, three for each: the id's place in a list of all ids, x and y. Ids are long, and the same again and again. */
export interface PositionPacker {
  pack(positions: Positions): readonly number[];
  /** JSON of the list of all ids that were packed. */
  idsText(): string;
}

/** Returns a packer with an empty list. */
export function createPositionPacker(): PositionPacker {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  return {
    pack: (positions) =>
      Object.entries(positions).flatMap(([id, { x, y }]) => {
        const number = numbers.get(id) ?? texts.push(JSON.stringify(id)) - 1;
        numbers.set(id, number);
        return [number, Math.round(x * PLACES) / PLACES, Math.round(y * PLACES) / PLACES];
      }),
    idsText: () => `[${texts.join(',')}]`,
  };
}

/** The places behind numbers; undefined where they name an id that is not in the list. */
export function unpackPositions(numbers: readonly number[], ids: readonly string[]): Positions | undefined {
  const entries: [string, Position][] = [];
  for (let at = 0; at + 2 < numbers.length; at += 3) {
    const id = ids[numbers[at] ?? -1];
    if (id === undefined) return undefined;
    entries.push([id, { x: numbers[at + 1] ?? 0, y: numbers[at + 2] ?? 0 }]);
  }
  return Object.fromEntries(entries);
}
