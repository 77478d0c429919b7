import { describe, expect, it } from 'vitest';
import { drawnElements, parallelLanes } from '../../../../../renderer/graph/elements/drawn-elements.ts';
import type { DrawingContext, DrawnNode } from '../../../../../renderer/graph/elements/drawn-elements.ts';
import { THEMES } from '../../../../../renderer/ui/theme/tokens.ts';
import type { NodeId } from '../../../../../shared/graph/graph.ts';
import type { View, ViewEdge, ViewNode } from '../../../../../shared/graph/view.ts';

const CONTEXT: DrawingContext = {
  tokens: THEMES.light,
  fontFamily: 'sans-serif',
  detail: 'full',
  measureTitle: (text) => text.length * 7,
  measureCompactTitle: (text) => text.length * 9,
  measureSubtitle: (text) => text.length * 6,
  appearance: () => ({ glyph: 'job', shape: 'round-rectangle', hue: 'blue' }),
  relationLabel: (relation) => relation.toLowerCase(),
  images: new Map(),
  links: new Map(),
};

const JOB: ViewNode = {
  id: '//job',
  kind: 'gcp-ai-platform-custom-job',
  state: 'present',
  title: 'train-recommender-europe-bert-2024-11-20',
  subtitle: 'europe-west4 · failed',
  lifecycle: 'JOB_STATE_FAILED',
  hiddenLinks: 0,
  attention: 0,
};
const BUCKET: ViewNode = {
  id: '//bucket',
  kind: 'gcp-storage-bucket',
  state: 'referenced',
  title: 'acme-data',
  subtitle: '',
  hiddenLinks: 0,
  attention: 0,
};
const EDGE: ViewEdge = {
  id: 'WRITES_TO //job //bucket',
  source: '//job',
  target: '//bucket',
  type: 'WRITES_TO',
  confidence: 'exact',
  flow: 'out',
  count: 1,
  evidence: 1,
};
const PLACES = { '//job': { x: 0, y: 0 }, '//bucket': { x: 408, y: 0 } };

function view(nodes: readonly ViewNode[], edges: readonly ViewEdge[]): View {
  return { nodes, edges, shown: nodes.length, total: nodes.length, left: [] };
}

describe('drawnElements', () => {
  it('draws nodes before edges, with classes for what the stylesheet tells apart', () => {
    const drawn = [...drawnElements({ view: view([JOB, BUCKET], [EDGE]), positions: PLACES }, CONTEXT).values()];
    expect(drawn.map(({ id, classes }) => [id, classes])).toStrictEqual([
      ['//job', 'present tone-failed'],
      ['//bucket', 'referenced tone-none one-line'],
      ['WRITES_TO //job //bucket', 'exact flow-out first'],
    ]);
  });

  it('cuts titles to the card', () => {
    const drawn = drawnElements({ view: view([JOB], []), positions: PLACES }, CONTEXT).get('//job');
    expect(drawn?.data.label).toBe('train-rec…t-2024-11-20');
  });

  it('shows only titles, on two lines, from afar', () => {
    const drawn = drawnElements({ view: view([JOB], []), positions: PLACES }, { ...CONTEXT, detail: 'compact' }).get(
      '//job',
    );
    expect([drawn?.classes, drawn?.data.label]).toStrictEqual([
      'present tone-failed compact one-line',
      'train-recommender\n-europe…024-11-20',
    ]);
  });

  it('marks folds and unsubmitted jobs', () => {
    const fold = { ...JOB, id: 'group:1', members: ['//a', '//b'] as unknown as NodeId[] };
    const draft = { ...JOB, id: '//draft', unsubmitted: true as const };
    const drawn = [...drawnElements({ view: view([fold, draft], []), positions: PLACES }, CONTEXT).values()];
    expect(drawn.map(({ classes }) => classes)).toStrictEqual([
      'present tone-failed fold',
      'present tone-failed unsubmitted',
    ]);
  });

  it('marks edges that tell who may do what', () => {
    const allowed = { ...EDGE, type: 'CAN_READ' as const, flow: 'none' as const };
    const drawn = drawnElements({ view: view([JOB, BUCKET], [allowed]), positions: PLACES }, CONTEXT).get(EDGE.id);
    expect(drawn?.classes).toBe('exact flow-none access first');
  });

  it('writes on an edge how many links it stands for', () => {
    const drawn = drawnElements(
      { view: view([JOB, BUCKET], [{ ...EDGE, count: 12 }]), positions: PLACES },
      CONTEXT,
    ).get(EDGE.id);
    expect([drawn?.classes, drawn?.data.label]).toStrictEqual(['exact flow-out merged first', 'writes_to ×12']);
  });

  it('leaves out an edge whose end is not in the view', () => {
    expect([...drawnElements({ view: view([JOB], [EDGE]), positions: PLACES }, CONTEXT).keys()]).toStrictEqual([
      '//job',
    ]);
  });

  it('makes the image of equal pictures once', () => {
    const images = new Map<string, string>();
    const twin = { ...JOB, id: '//twin', title: 'another title' };
    const drawn = drawnElements({ view: view([JOB, twin], []), positions: PLACES }, { ...CONTEXT, images });
    expect([...images.values()]).toStrictEqual([(drawn.get('//twin') as DrawnNode).data.image]);
    expect((drawn.get('//job') as DrawnNode).data.image).toBe((drawn.get('//twin') as DrawnNode).data.image);
  });

  it('puts a node without a position at the origin', () => {
    expect(drawnElements({ view: view([JOB], []), positions: {} }, CONTEXT).get('//job')).toMatchObject({
      position: { x: 0, y: 0 },
    });
  });

  it('draws the edges of a dense view fainter', () => {
    const edges = Array.from({ length: 181 }, (_, index) => ({ ...EDGE, id: `edge ${index}` }));
    expect(drawnElements({ view: view([JOB, BUCKET], edges), positions: PLACES }, CONTEXT).get('edge 7')?.classes).toBe(
      'exact flow-out dense',
    );
  });
});

describe('drawnElements, of several edges into one node', () => {
  it('marks the most level edge of each relation', () => {
    const far = { ...JOB, id: '//far' };
    const edges = [
      { ...EDGE, id: 'steep', source: '//far' },
      { ...EDGE, id: 'level' },
      { ...EDGE, id: 'other relation', source: '//far', type: 'REFERENCES_DATA' as const },
    ];
    const drawn = drawnElements(
      { view: view([JOB, far, BUCKET], edges), positions: { ...PLACES, '//far': { x: 0, y: 90 } } },
      CONTEXT,
    );
    const classes = edges.map(({ id }) => drawn.get(id)?.classes);
    expect(classes).toStrictEqual(['exact flow-out', 'exact flow-out first', 'exact flow-out first']);
  });
});

describe('very many links', () => {
  const edges = Array.from({ length: 1_001 }, (_, index) => ({ ...EDGE, id: `link ${index}` }));
  const many = { view: view([JOB, BUCKET], edges), positions: PLACES };

  it('are drawn coarse from afar only', () => {
    const few = { ...many, view: view([JOB, BUCKET], edges.slice(1)) };
    const compact: DrawingContext = { ...CONTEXT, detail: 'compact' };
    const classes = [drawnElements(many, compact), drawnElements(few, compact), drawnElements(many, CONTEXT)].map(
      (drawn) => drawn.get('link 7')?.classes,
    );
    expect(classes).toStrictEqual(['exact flow-out dense coarse', 'exact flow-out dense', 'exact flow-out dense']);
  });

  it('are the same objects as before where nothing about them changed', () => {
    const context: DrawingContext = { ...CONTEXT, links: new Map() };
    const moved = { view: many.view, positions: { ...PLACES, '//bucket': { x: 408, y: 5 } } };
    const first = drawnElements(many, context).get('link 7');
    const again = drawnElements(many, context).get('link 7');
    const elsewhere = drawnElements(moved, context).get('link 7');
    expect([again === first, elsewhere === first]).toStrictEqual([true, false]);
  });
});

describe('parallelLanes', () => {
  it('puts a single edge in the middle and spreads parallel ones, whichever way they go', () => {
    const back = { ...EDGE, id: 'back', source: '//bucket', target: '//job' };
    const other = { ...EDGE, id: 'other', target: '//else' };
    expect([...parallelLanes([EDGE, back, other])]).toStrictEqual([
      [EDGE.id, -0.5],
      ['back', 0.5],
      ['other', 0],
    ]);
  });
});
