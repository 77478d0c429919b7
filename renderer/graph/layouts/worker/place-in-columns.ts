import { kindById } from '../../../../shared/kinds/index.ts';
import type { Column } from '../../../../shared/kinds/kind.ts';
import type { View, ViewEdge, ViewNode } from '../../../../shared/graph/view.ts';

/** Bands of the picture from left to right. */
export const BANDS = ['left', 'job', 'right'] as const;

export type Band = (typeof BANDS)[number];

/** Where a node stands: its band, the block within the band, from top to bottom, and its kind, which stays together. */
export interface Place {
  readonly band: Band;
  readonly block: number;
  readonly kind: string;
}

/** Blocks of the bands; what is linked to jobs only through others comes last in its band. */
const PLACES: Readonly<Record<Column, Omit<Place, 'kind'>>> = {
  launcher: { band: 'left', block: 0 },
  input: { band: 'left', block: 1 },
  job: { band: 'job', block: 0 },
  output: { band: 'right', block: 0 },
  guard: { band: 'right', block: 1 },
};
const BEYOND_LEFT: Omit<Place, 'kind'> = { band: 'left', block: 2 };
const BEYOND_RIGHT: Omit<Place, 'kind'> = { band: 'right', block: 2 };

interface Traffic {
  in: number;
  out: number;
  other: number;
}

/**
 * Returns the place of each node by its role: what launches jobs and what they read on the left, on the right what they write
 * and what guards them. A bucket that is only read goes left, one that is only written right, whatever its kind says. What
 * touches no job stands below the band of what it is linked to: a column of its own would cost width, which is scarce.
 */
export function placeInColumns(view: View): ReadonlyMap<string, Place> {
  const kindColumn = new Map(view.nodes.map((node) => [node.id, kindById(node.kind).column]));
  const traffic = new Map<string, Traffic>(view.nodes.map(({ id }) => [id, { in: 0, out: 0, other: 0 }]));
  for (const edge of view.edges) count(edge, kindColumn, traffic);

  const columns = new Map(view.nodes.map((node) => [node.id, columnOf(node, traffic.get(node.id))]));
  const touchesCore = new Set<string>();
  const neighbours = new Map<string, string[]>(view.nodes.map(({ id }) => [id, []]));
  for (const { source, target } of view.edges) {
    neighbours.get(source)?.push(target);
    neighbours.get(target)?.push(source);
    if (isCore(columns.get(source))) touchesCore.add(target);
    if (isCore(columns.get(target))) touchesCore.add(source);
  }
  return new Map(
    view.nodes.map(({ id, kind }) => {
      const column = columns.get(id) ?? 'input';
      const isInner = touchesCore.has(id) || isCore(column) || neighbours.get(id)?.length === 0;
      const place = isInner ? PLACES[column] : outer(column, neighbours.get(id) ?? [], columns);
      return [id, { ...place, kind }];
    }),
  );
}

function isCore(column: Column | undefined): boolean {
  return column === 'job' || column === 'launcher';
}

/** Counts what flows between data resources and jobs or launchers, seen from the resource. */
function count(edge: ViewEdge, columns: ReadonlyMap<string, Column>, traffic: ReadonlyMap<string, Traffic>): void {
  for (const [resource, core, isSource] of [
    [edge.source, edge.target, true],
    [edge.target, edge.source, false],
  ] as const) {
    const counts = traffic.get(resource);
    if (counts === undefined || !isCore(columns.get(core))) continue;
    // Flow is seen from the source: `in` brings data to the source.
    if (edge.flow === 'in' || edge.flow === 'out') counts[(edge.flow === 'in') === isSource ? 'in' : 'out'] += 1;
    else counts.other += 1;
  }
}

function columnOf(node: ViewNode, traffic: Traffic | undefined): Column {
  const { column } = kindById(node.kind);
  if (traffic === undefined || (column !== 'input' && column !== 'output')) return column;
  if (traffic.in > 0 && traffic.out === 0) return 'output';
  if (traffic.out > 0 && traffic.in === 0) return 'input';
  return column;
}

/** On the side of its neighbours; what has neighbours on both sides goes where most of them are. */
function outer(
  column: Column,
  neighbours: readonly string[],
  columns: ReadonlyMap<string, Column>,
): Omit<Place, 'kind'> {
  const left = neighbours.filter((id) => PLACES[columns.get(id) ?? 'input'].band === 'left').length;
  const isLeft = left * 2 === neighbours.length ? PLACES[column].band === 'left' : left * 2 > neighbours.length;
  return isLeft ? BEYOND_LEFT : BEYOND_RIGHT;
}
