import { describe, expect, it } from 'vitest';
import { createJudge, type Standards } from '../../../../../../renderer/inventory/worker/findings/judge.ts';
import type { Analysis } from '../../../../../../shared/findings/finding.ts';
import { DEFAULT_SETTINGS } from '../../../../../../shared/findings/settings.ts';
import { createAccessModel } from '../../../../../../shared/graph/access/access-model.ts';
import { deriveGraph } from '../../../../../../shared/graph/derive-graph.ts';
import { createMasker } from '../../../../../../shared/inventory/masking.ts';
import { createInventoryReader } from '../../../../../../shared/inventory/reader.ts';
import { reviewedResources } from '../../../../../../shared/review/reviewed-resources.ts';
import { EMPTY_REVIEW } from '../../../../../../shared/review/review-record.ts';
import { asGcloudListing, generateInventory } from '../../../../../tools/generate-inventory.ts';

const reader = createInventoryReader();
reader.beginFile('jobs.json');
reader.push(new TextEncoder().encode(asGcloudListing(generateInventory({ jobs: 600 }))));
reader.endFile();
const inventory = reader.finish();
const graph = deriveGraph(inventory);
const masker = createMasker(new Uint8Array(32));

function judgeBy(standards: () => Standards): { judge: ReturnType<typeof createJudge>; begun: () => number } {
  let begun = 0;
  const judge = createJudge(
    () => ({
      graph,
      // Asked for by each run, and by nothing else.
      get access() {
        begun += 1;
        return createAccessModel(graph);
      },
      inventory,
      masker,
      now: 0,
    }),
    standards,
  );
  return { judge, begun: () => begun };
}

function defaults(): Standards {
  return { settings: DEFAULT_SETTINGS, accepted: new Map(), reviewed: reviewedResources(EMPTY_REVIEW) };
}

/** Lets all of them do a step in turn until each has its answer. */
function inTurn(runs: readonly Generator<void, Analysis>[]): { answers: readonly Analysis[]; steps: number } {
  const answers = new Map<number, Analysis>();
  let steps = 0;
  while (answers.size < runs.length) {
    for (const [number, run] of runs.entries()) {
      const step = answers.has(number) ? undefined : run.next();
      if (step?.done === true) answers.set(number, step.value);
      else steps += step === undefined ? 0 : 1;
    }
  }
  return { answers: [...answers.values()], steps };
}

describe('a judge', () => {
  it('judges once for all who ask meanwhile', () => {
    const standards = defaults();
    const alone = inTurn([judgeBy(() => standards).judge.inSteps()]);
    const { judge, begun } = judgeBy(() => standards);
    const { answers, steps } = inTurn([judge.inSteps(), judge.inSteps(), judge.inSteps()]);
    expect([begun(), new Set(answers).size, alone.steps > 2, steps - alone.steps]).toStrictEqual([1, 1, true, 0]);
    expect(answers[0]?.findings).toStrictEqual(alone.answers[0]?.findings);
  });

  it('begins anew for those who ask by other standards', () => {
    let standards = defaults();
    const { judge, begun } = judgeBy(() => standards);
    const first = judge.inSteps();
    first.next();
    standards = { ...standards, settings: { ...DEFAULT_SETTINGS } };
    inTurn([first, judge.inSteps()]);
    expect(begun()).toBe(2);
  });
});
