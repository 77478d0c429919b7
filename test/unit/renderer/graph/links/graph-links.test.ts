import { describe, expect, it } from 'vitest';
import { createGraphLinks, type GraphLinks } from '../../../../../renderer/graph/links/graph-links.ts';
import { type LinkDrawing, NO_MARKS } from '../../../../../renderer/graph/links/worker/link-protocol.ts';
import { PALETTE } from './worker/scene.ts';
import { BUCKET, EDGE, JOB, PLACES, view } from './view.ts';

const BACK = { ...EDGE, id: 'back', source: '//bucket', target: '//job' };
const BOTH = view([JOB, BUCKET], [EDGE, BACK]);

/** Links on a layer that notes what it should draw; `flush` ends the moment, and `next` is the task after it. */
function links(tasks?: (() => void)[]): {
  readonly graph: GraphLinks;
  readonly drawn: LinkDrawing[];
  readonly expected: () => number;
  flush(): void;
} {
  const drawn: LinkDrawing[] = [];
  const work: (() => void)[] = [];
  let expected = 0;
  const layer = {
    expect: () => void (expected += 1),
    draw: (drawing: LinkDrawing) => void drawn.push(drawing),
    look: () => undefined,
    whenDrawn: () => Promise.resolve(),
    picture: () => Promise.reject(new Error('not asked for')),
    dispose: () => undefined,
  };
  return {
    graph: createGraphLinks(
      layer,
      (next) => void work.push(next),
      (next) => void (tasks === undefined ? next() : tasks.push(next)),
    ),
    drawn,
    expected: () => expected,
    flush: () => work.splice(0).forEach((next) => next()),
  };
}

describe('the links of the graph', () => {
  it('of several views in one moment are listed once, in a task of their own, with all marks made meanwhile', () => {
    const tasks: (() => void)[] = [];
    const { graph, drawn, expected, flush } = links(tasks);
    graph.show(view([JOB, BUCKET], [EDGE]), PLACES);
    graph.show(BOTH, PLACES);
    graph.mark('picked', ['back']);
    flush();
    expect([drawn.length, expected()]).toStrictEqual([0, 1]);
    for (const task of tasks) task();
    flush();
    expect(drawn.map(({ scene, marks }) => [scene?.ends.length, marks?.picked])).toStrictEqual([
      [4, Uint32Array.of(1)],
    ]);
  });

  it('are painted once with a palette that comes with them, and not again with the same', () => {
    const tasks: (() => void)[] = [];
    const { graph, drawn } = links(tasks);
    graph.show(BOTH, PLACES);
    graph.paintWith(PALETTE);
    for (const task of tasks.splice(0)) task();
    graph.paintWith({ ...PALETTE });
    graph.paintWith({ ...PALETTE, line: 'red' });
    expect(drawn.map(({ scene, palette }) => [scene !== undefined, palette?.line])).toStrictEqual([
      [true, PALETTE.line],
      [false, 'red'],
    ]);
  });

  it('can be asked about before they are listed', () => {
    const { graph } = links([]);
    graph.show(BOTH, PLACES);
    expect([graph.count, graph.linksAt('//job'), graph.endsOf('back')]).toStrictEqual([
      2,
      [EDGE.id, 'back'],
      ['//bucket', '//job'],
    ]);
  });

  it('are marked together at the end of the moment', () => {
    const { graph, drawn, flush } = links();
    graph.show(BOTH, PLACES);
    drawn.length = 0;
    graph.mark('lit-named', [EDGE.id]);
    graph.mark('picked', ['back', 'not drawn']);
    graph.recede('hover', true);
    flush();
    expect(drawn).toStrictEqual([
      {
        marks: {
          ...NO_MARKS,
          lit: Uint32Array.of(0),
          picked: Uint32Array.of(1),
          named: Uint32Array.of(0, 1),
          dimmed: true,
        },
      },
    ]);
  });

  it('of selected nodes are marked no more than those of a way that is lit up', () => {
    const { graph, drawn, flush } = links();
    graph.show(BOTH, PLACES);
    graph.choose(['//job']);
    graph.mark('traced', ['back']);
    graph.recede('trace', true);
    flush();
    expect(drawn.at(-1)?.marks).toStrictEqual({
      ...NO_MARKS,
      lit: Uint32Array.of(1),
      traced: Uint32Array.of(1),
      named: Uint32Array.of(1),
      dimmed: true,
    });
  });

  it('of selected nodes are marked in each view, with their names if they are few', () => {
    const { graph, drawn, flush } = links();
    graph.choose(['//job']);
    flush();
    graph.show(BOTH, PLACES);
    const many = Array.from({ length: 61 }, (_, index) => ({ ...EDGE, id: `link ${index}` }));
    graph.show(view([JOB, BUCKET], many), PLACES);
    expect(drawn.map(({ marks }) => [marks?.lit.length, marks?.named.length])).toStrictEqual([
      [0, 0],
      [2, 2],
      [61, 0],
    ]);
  });

  it('are not drawn again when nothing changes', () => {
    const { graph, drawn, flush } = links();
    graph.mark('lit', []);
    graph.recede('trace', false);
    flush();
    expect(drawn).toStrictEqual([]);
  });

  it('keep their marks in another view', () => {
    const { graph, drawn } = links();
    graph.mark('traced', ['back']);
    graph.show(BOTH, PLACES);
    graph.show(view([JOB, BUCKET], [BACK]), PLACES);
    expect(drawn.map(({ marks }) => marks?.traced)).toStrictEqual([Uint32Array.of(1), Uint32Array.of(0)]);
  });

  it('bear badges in each view', () => {
    const { graph, drawn, flush } = links();
    const badge = { shape: 'high', text: 'H 3' } as const;
    graph.badge({ back: badge, 'not drawn': badge });
    graph.show(BOTH, PLACES);
    graph.badge({});
    flush();
    expect(drawn.map(({ marks }) => marks?.badges)).toStrictEqual([[{ link: 1, ...badge }], []]);
  });

  it('follow nodes that are dragged', () => {
    const { graph, drawn } = links();
    graph.show(BOTH, PLACES);
    graph.follow(new Map([['//bucket', { x: 500, y: 60 }]]));
    expect(drawn.at(-1)?.scene?.places).toStrictEqual(Float32Array.of(0, 0, 500, 60));
  });

  it('tell which link is where, and what it joins', () => {
    const { graph } = links();
    graph.show(view([JOB, BUCKET], [EDGE]), PLACES);
    expect([
      graph.count,
      graph.at({ x: 204, y: 3 }, 6),
      graph.at({ x: 204, y: 30 }, 6),
      graph.middleOf(EDGE.id),
      graph.middleOf('//job'),
      graph.linksAt('//job'),
      graph.endsOf(EDGE.id),
      graph.endsOf('back'),
    ]).toStrictEqual([1, EDGE.id, undefined, { x: 204, y: 0 }, undefined, [EDGE.id], ['//job', '//bucket'], undefined]);
  });
});
