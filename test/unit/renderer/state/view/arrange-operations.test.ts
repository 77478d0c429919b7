import { describe, expect, it } from 'vitest';
import type { HiddenRisks } from '../../../../../renderer/inventory/worker/protocol/canvas-protocol.ts';
import { keepCriticalInSight } from '../../../../../renderer/state/view/arrange-operations.ts';
import type { NodeId } from '../../../../../shared/graph/graph.ts';
import { workbenchDouble } from '../workbench-double.ts';

function risks(critical: number, high: number): HiddenRisks {
  const worst = Array.from({ length: critical + high }, (_, index) => `r${String(index)}` as NodeId);
  return { folded: { critical: critical - 1, high }, undrawn: { critical: 1, high: 0 }, worst };
}

async function setUp() {
  const double = workbenchDouble();
  await double.workbench.view.getState().start();
  const { view } = double.workbench;
  return {
    ...double,
    history: () => view.getState().history,
    added: () => view.getState().history.present.state.spec.added,
  };
}

describe('resources with critical findings', () => {
  it('are drawn in a first view, as part of it', async () => {
    const { workbench, history, added } = await setUp();
    await keepCriticalInSight(workbench, risks(2, 3));
    expect([added(), history().past, workbench.notices.getState().announcement.text]).toStrictEqual([
      ['r0', 'r1'],
      [],
      '2 resources with critical findings drawn one by one.',
    ]);
  });

  it('are drawn once, whatever is told afterwards', async () => {
    const { workbench, added } = await setUp();
    await keepCriticalInSight(workbench, risks(1, 0));
    await keepCriticalInSight(workbench, risks(3, 0));
    expect(added()).toStrictEqual(['r0']);
  });

  it('are left to the user where there are many, none, or the view was changed', async () => {
    const { workbench, added, hide } = await setUp();
    await keepCriticalInSight(workbench, risks(13, 0));
    await keepCriticalInSight(workbench, { ...risks(1, 4), undrawn: { critical: 0, high: 0 } });
    await hide('a');
    await keepCriticalInSight(workbench, risks(2, 0));
    expect(added()).toStrictEqual([]);
  });
});
