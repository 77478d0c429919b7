import { describe, expect, it } from 'vitest';
import type { InventoryClient } from '../../../../../renderer/inventory/inventory-client.ts';
import { createFindingsStore } from '../../../../../renderer/state/findings/findings-store.ts';
import { tellStandards } from '../../../../../renderer/state/findings/tell-standards.ts';
import { createSearchStore } from '../../../../../renderer/state/search/search-store.ts';
import { markTargets } from '../../../../../renderer/state/review/review-operations.ts';
import type { NodeId } from '../../../../../shared/graph/graph.ts';
import { workbenchDouble } from '../workbench-double.ts';

const BUCKET = { target: { type: 'node' as const, id: '//storage.googleapis.com/models' as NodeId } };

describe('what a query may ask for', () => {
  it('is asked again when marks or the configuration change, and only then', async () => {
    const asked: string[] = [];
    const told: unknown[] = [];
    const { workbench } = workbenchDouble();
    const { review, notices } = workbench;
    const search = createSearchStore({
      search(query) {
        asked.push(query);
        return Promise.resolve({ hits: [], total: 0, problems: [], undecided: 0 });
      },
      matches: () => Promise.resolve({ ids: [], total: 0 }),
      complete: () => Promise.resolve({ from: 0, to: 0, items: [] }),
    });
    const inventory: InventoryClient = {
      ...workbench.inventory,
      reviewFindings(part) {
        told.push(part.marks.map(({ mark }) => mark));
        return Promise.resolve();
      },
    };
    const findings = createFindingsStore({ getItem: () => null, setItem: () => undefined });
    tellStandards({ inventory, findings, review, search, notices }, (error) => told.push(error));
    markTargets(workbench, [BUCKET], 'to-check');
    search.getState().setQuery('has:mark');
    await settled();
    markTargets(workbench, [BUCKET], undefined);
    await settled();
    findings.getState().setConfiguration({ file: 'team.yaml', text: 'regions: [eu]' });
    findings.getState().setBadges(false);
    await settled();
    expect(asked).toStrictEqual(['has:mark', 'has:mark', 'has:mark']);
    expect(told).toStrictEqual([['to-check'], []]);
  });
});

async function settled(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
}
