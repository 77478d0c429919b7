import { describe, expect, it } from 'vitest';
import type { NodeId } from '../../../../../shared/graph/graph.ts';
import type { ReviewedResource, ReviewedResources } from '../../../../../shared/review/reviewed-resources.ts';
import { complete } from '../../../../../shared/search/query/complete.ts';
import { makeEngine, titlesOf } from '../../../../tools/make-engine.ts';
import { makeGraph } from '../../../../tools/make-graph.ts';

const graph = makeGraph(
  ['fraud', 'churn', 'ranker'].map((title) => ({ id: title, kind: 'gcp-ai-platform-custom-job' as const, title })),
  [],
);

function reviewed(entries: Readonly<Record<string, ReviewedResource>>): ReviewedResources {
  return new Map(Object.entries(entries).map(([id, entry]) => [id as NodeId, entry]));
}

const SOME = reviewed({
  fraud: { marks: ['to check'], notes: ['Asked the Owner on Monday.'] },
  churn: { marks: ['accepted', 'owned'], notes: [] },
});

const engine = makeEngine(graph, { reviewed: () => SOME });

describe('mark: and note:', () => {
  it.each([
    ['mark:"to check"', ['fraud']],
    ['mark:to-check', ['fraud']],
    ['mark:TO_CHECK', ['fraud']],
    ['mark:(accepted OR owned)', ['churn']],
    ['mark:o*', ['churn']],
    ['-mark:*', ['ranker']],
    ['has:mark', ['churn', 'fraud']],
    ['note:*own*', ['fraud']],
    ['note:monday', ['fraud']],
    ['note:mon', []],
    ['has:notes', ['fraud']],
    ['NOT has:note', ['churn', 'ranker']],
  ])('%s finds %j', (query, titles) => {
    expect({ titles: titlesOf(engine, query), problems: engine.ask(query).problems }).toStrictEqual({
      titles,
      problems: [],
    });
  });

  it('follow what reviewers do', () => {
    let now = SOME;
    const changing = makeEngine(graph, { reviewed: () => now });
    const before = titlesOf(changing, 'mark:owned');
    now = reviewed({ ranker: { marks: ['owned'], notes: [] } });
    expect([before, titlesOf(changing, 'mark:owned')]).toStrictEqual([['churn'], ['ranker']]);
  });

  it('find nothing where there is no review, and leave nothing open', () => {
    const bare = makeEngine(graph);
    const { nodes, undecided, problems } = bare.ask('mark:accepted');
    expect({ nodes, undecided, problems }).toStrictEqual({ nodes: [], undecided: [], problems: [] });
  });

  it('tell the value that passes as the reason', () => {
    const reasonsOf = (query: string, id: string): unknown =>
      engine
        .ask(query)
        .explain(engine.numberOf(id as NodeId))
        .map((reason) => ({ ...reason, clause: undefined }));
    expect([reasonsOf('mark:o*', 'churn'), reasonsOf('note:owner', 'fraud')]).toStrictEqual([
      [{ type: 'value', field: 'mark', value: 'owned', clause: undefined }],
      [{ type: 'value', field: 'note', value: 'Asked the Owner on Monday.', clause: undefined }],
    ]);
  });

  it('are completed, with all marks there are and how many have them', () => {
    const offered = (text: string): unknown =>
      complete(engine.estate, text, text.length, 5).items.map(({ insert, count }) => [insert, count]);
    expect({ field: offered('mar'), value: offered('mark:') }).toStrictEqual({
      field: [['mark:', undefined]],
      value: [
        ['accepted', 1],
        ['owned', 1],
        ['"to check"', 1],
      ],
    });
  });
});
