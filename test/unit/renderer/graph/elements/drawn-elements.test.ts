import { describe, expect, it } from 'vitest';
import { drawnElements } from '../../../../../renderer/graph/elements/drawn-elements.ts';
import type { DrawingContext } from '../../../../../renderer/graph/elements/drawn-elements.ts';
import { THEMES } from '../../../../../renderer/ui/theme/tokens.ts';
import type { NodeId } from '../../../../../shared/graph/graph.ts';
import type { View, ViewNode } from '../../../../../shared/graph/view.ts';

const CONTEXT: DrawingContext = {
  tokens: THEMES.light,
  fontFamily: 'sans-serif',
  detail: 'full',
  measureTitle: (text) => text.length * 7,
  measureCompactTitle: (text) => text.length * 9,
  measureSubtitle: (text) => text.length * 6,
  appearance: () => ({ glyph: 'job', shape: 'round-rectangle', hue: 'blue' }),
  images: new Map(),
  drawn: new Map(),
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
const PLACES = { '//job': { x: 0, y: 0 }, '//bucket': { x: 408, y: 0 } };

function view(nodes: readonly ViewNode[]): View {
  return { nodes, edges: [], shown: nodes.length, total: nodes.length, left: [] };
}

describe('drawnElements', () => {
  it('draws nodes with classes for what the stylesheet tells apart', () => {
    const drawn = [...drawnElements({ view: view([JOB, BUCKET]), positions: PLACES }, CONTEXT).values()];
    expect(drawn.map(({ id, classes }) => [id, classes])).toStrictEqual([
      ['//job', 'present tone-failed'],
      ['//bucket', 'referenced tone-none one-line'],
    ]);
  });

  it('cuts titles to the card', () => {
    const drawn = drawnElements({ view: view([JOB]), positions: PLACES }, CONTEXT).get('//job');
    expect(drawn?.data.label).toBe('train-rec…t-2024-11-20');
  });

  it('shows only titles, on two lines, from afar', () => {
    const drawn = drawnElements(
      { view: view([JOB]), positions: PLACES },
      { ...CONTEXT, detail: 'compact', drawn: new Map() },
    ).get('//job');
    expect([drawn?.classes, drawn?.data.label]).toStrictEqual([
      'present tone-failed compact one-line',
      'train-recommender\n-europe…024-11-20',
    ]);
  });

  it('leaves out from very far how many links are not drawn, which nobody could read', () => {
    const nodes = [JOB, { ...JOB, id: '//other', hiddenLinks: 7 }];
    const images = (['compact', 'far'] as const).map((detail) => {
      const drawn = drawnElements({ view: view(nodes), positions: PLACES }, { ...CONTEXT, detail, drawn: new Map() });
      return new Set([...drawn.values()].map(({ data }) => data.image)).size;
    });
    expect(images).toStrictEqual([2, 1]);
  });

  it('marks folds and unsubmitted jobs', () => {
    const fold = { ...JOB, id: 'group:1', members: ['//a', '//b'] as unknown as NodeId[] };
    const draft = { ...JOB, id: '//draft', unsubmitted: true as const };
    const drawn = [...drawnElements({ view: view([fold, draft]), positions: PLACES }, CONTEXT).values()];
    expect(drawn.map(({ classes }) => classes)).toStrictEqual([
      'present tone-failed fold',
      'present tone-failed unsubmitted',
    ]);
  });

  it('makes the image of equal pictures once', () => {
    const images = new Map<string, string>();
    const twin = { ...JOB, id: '//twin', title: 'another title' };
    const drawn = drawnElements(
      { view: view([JOB, twin]), positions: PLACES },
      { ...CONTEXT, images, drawn: new Map() },
    );
    expect([...images.values()]).toStrictEqual([drawn.get('//twin')?.data.image]);
    expect(drawn.get('//job')?.data.image).toBe(drawn.get('//twin')?.data.image);
  });

  it('puts a node without a position at the origin', () => {
    expect(drawnElements({ view: view([JOB]), positions: {} }, CONTEXT).get('//job')).toMatchObject({
      position: { x: 0, y: 0 },
    });
  });

  it('gives the very same nodes again where nothing about them changed', () => {
    const context: DrawingContext = { ...CONTEXT, drawn: new Map() };
    const [first, again, moved, other] = [
      [JOB, PLACES],
      [{ ...JOB }, PLACES],
      [JOB, { '//job': { x: 9, y: 9 } }],
      [{ ...JOB, attention: 1 }, PLACES],
    ].map(([node, positions]) =>
      drawnElements({ view: view([node as ViewNode]), positions: positions as typeof PLACES }, context).get('//job'),
    );
    expect([again === first, moved?.position, moved?.data === first?.data, other?.data === first?.data]).toStrictEqual([
      true,
      { x: 9, y: 9 },
      true,
      false,
    ]);
  });
});
