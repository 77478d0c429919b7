import { afterAll, describe, expect, it } from 'vitest';
import { analyse } from '../../../../shared/findings/analyse.ts';
import { RULES } from '../../../../shared/findings/catalogue.ts';
import type { Analysis } from '../../../../shared/findings/finding.ts';
import { createAccessModel } from '../../../../shared/graph/access/access-model.ts';
import { deriveGraph } from '../../../../shared/graph/derive-graph.ts';
import { createMasker } from '../../../../shared/inventory/masking.ts';
import { printScores, readCorpus, type CaseName, type LabelledInventory } from '../../../tools/findings-corpus.ts';

const corpus = readCorpus();
const judged = corpus.map((labelled) => ({ labelled, analysis: judge(labelled) }));

function judge({ inventory, settings }: LabelledInventory): Analysis {
  const graph = deriveGraph(inventory);
  return analyse({
    graph,
    access: createAccessModel(graph),
    inventory,
    masker: createMasker(new Uint8Array(32)),
    now: Date.parse('2030-01-01T00:00:00Z'),
    settings,
  });
}

/** Ids of the rules that fail, sorted. */
function failing({ rules }: Analysis): readonly string[] {
  return rules
    .filter(({ failed }) => failed > 0)
    .map(({ rule }) => rule)
    .toSorted();
}

function resultOf(rule: string, name: CaseName): Analysis['rules'][number] | undefined {
  const found = judged.find(({ labelled }) => labelled.rule === rule && labelled.name === name);
  return found?.analysis.rules.find((result) => result.rule === rule);
}

/** Of one rule over all inventories: what it should find and finds, finds besides, and misses. */
const scores = RULES.map(({ id }) => {
  const score = { rule: id, right: 0, wrong: 0, missed: 0 };
  for (const { labelled, analysis } of judged) {
    const isExpected = labelled.expected.includes(id);
    const isFound = failing(analysis).includes(id);
    score.right += Number(isExpected && isFound);
    score.wrong += Number(!isExpected && isFound);
    score.missed += Number(isExpected && !isFound);
  }
  return score;
});

afterAll(() => {
  printScores(scores, corpus.length);
});

describe('the corpus', () => {
  it('is about rules that each name a command', () => {
    const silent = RULES.filter(({ command = '' }) => !/^(?:gcloud|gcrane|bq) |^\{\w+\}$/.test(command));
    expect(silent.map(({ id }) => id)).toStrictEqual([]);
  });

  it('has at least sixty inventories, three for every rule', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(60);
    expect([...new Set(corpus.map(({ rule }) => rule))].toSorted()).toStrictEqual(RULES.map(({ id }) => id).toSorted());
  });

  it.each(judged)('finds in $labelled.rule $labelled.name what its label says', ({ labelled, analysis }) => {
    expect(failing(analysis)).toStrictEqual(labelled.expected);
  });
});

describe.each(RULES.map(({ id }) => ({ id })))('$id', ({ id }) => {
  it('fires where its flaw is', () => {
    expect(resultOf(id, 'fires')?.failed).toBeGreaterThan(0);
  });

  it('looks and finds nothing where there is none', () => {
    const { examined = 0, failed, unknown } = resultOf(id, 'clean') ?? {};
    expect({ looked: examined > 0, failed, unknown }).toStrictEqual({ looked: true, failed: 0, unknown: 0 });
  });

  it('says that it does not know where data is missing', () => {
    const { failed, unknown = 0 } = resultOf(id, 'missing') ?? {};
    expect({ failed, isUnknown: unknown > 0 }).toStrictEqual({ failed: 0, isUnknown: true });
  });

  it('has a precision and a recall of one', () => {
    expect(scores.find(({ rule }) => rule === id)).toMatchObject({ wrong: 0, missed: 0 });
  });
});
