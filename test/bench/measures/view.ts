import { layoutColumns } from '../../../renderer/graph/layouts/worker/columns.ts';
import { layoutOrganic } from '../../../renderer/graph/layouts/worker/organic.ts';
import type { Position, View } from '../../../shared/graph/view.ts';
import { INITIAL_VIEW } from '../../../shared/graph/view.ts';
import type { BenchOptions, Figure } from '../figure.ts';
import { listingBytes, openBytes, type Opened } from '../pipeline.ts';
import { timeMedian, timeOnce } from '../timing.ts';

const LOADED = 50_000;
const DRAWN = 600;

/** What the worker's part of a change of the view costs with many resources loaded. */
export async function measureView(_options: BenchOptions): Promise<Figure[]> {
  const opened = openBytes(listingBytes(LOADED));
  const floor = { name: 'one pass over all links', value: timeMedian(5, () => countEvidence(opened)) };
  let view: View | undefined;
  const first = timeOnce(() => {
    view = opened.buildView(INITIAL_VIEW);
    layoutColumns(view, {});
  });
  const drawn = view?.nodes ?? [];
  const ids = [...opened.graph.nodes.keys()];
  const wide = { ...INITIAL_VIEW, added: ids.slice(0, DRAWN - drawn.length) };
  const wideView = opened.buildView(wide);
  const positions = layoutColumns(wideView, {});
  const target = { kind: 'value', most: 100 } as const;
  return [
    {
      name: `${LOADED} jobs loaded: first view and its layout`,
      value: first,
      unit: 'ms',
      floor,
      target: { kind: 'value', most: 700 },
    },
    {
      name: `${LOADED} jobs loaded, ${wideView.nodes.length} drawn: expand by 50`,
      value: timeMedian(5, () =>
        layoutColumns(opened.buildView({ ...wide, added: ids.slice(0, wide.added.length + 50) }), positions),
      ),
      unit: 'ms',
      floor,
      target,
    },
    {
      name: `${LOADED} jobs loaded, ${wideView.nodes.length} drawn: hide one, or undo`,
      value: timeMedian(5, () => layoutColumns(opened.buildView({ ...wide, hidden: ids.slice(0, 1) }), positions)),
      unit: 'ms',
      floor,
      target,
    },
    ...organic(wideView),
  ];
}

function countEvidence({ graph }: Opened): number {
  let count = 0;
  for (const edge of graph.edges.values()) count += edge.evidence.length;
  return count;
}

function organic(view: View): Figure[] {
  const columns = timeMedian(5, () => layoutColumns(view, {}));
  return [
    {
      name: `organic layout of ${view.nodes.length} nodes`,
      value: timeMedian(3, () => runOrganic(view)),
      unit: 'ms',
      floor: { name: 'layout in columns', value: columns },
      target: { kind: 'value', most: 2000 },
    },
  ];
}

function runOrganic(view: View): Readonly<Record<string, Position>> {
  const steps = layoutOrganic(view, {});
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
