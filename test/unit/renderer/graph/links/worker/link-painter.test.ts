import { describe, expect, it } from 'vitest';
import { createLinkPainter } from '../../../../../../renderer/graph/links/worker/link-painter.ts';
import {
  type LinkAnswer,
  type LinkDrawing,
  type LinkScene,
  NO_MARKS,
} from '../../../../../../renderer/graph/links/worker/link-protocol.ts';
import { notedContext } from './noted-context.ts';
import { FRAME, PALETTE, SCENE } from './scene.ts';

/** A thousand links like those of the scene: more than are painted in one turn. */
const MANY: LinkScene = {
  ...SCENE,
  ends: Uint32Array.from({ length: 2_000 }, (_, at) => SCENE.ends[at % 4] ?? 0),
  lanes: new Float32Array(1_000),
  traits: new Uint8Array(1_000),
  labelOf: new Uint16Array(1_000),
};

interface Desk {
  readonly answers: LinkAnswer[];
  readonly pictures: readonly (readonly string[])[];
  ask(number: number, drawing: LinkDrawing): Promise<void>;
  export(): Promise<void>;
}

/** A painter whose pauses do what `between` says. */
function desk(between: (pause: number) => void = () => undefined): Desk {
  const answers: LinkAnswer[] = [];
  const pictures: string[][] = [];
  let pauses = 0;
  const paint = createLinkPainter({
    easel: () => {
      const context = notedContext();
      pictures.push(context.log);
      return { context, settle: () => undefined, take: () => ({ width: pictures.length }) as ImageBitmap };
    },
    post: (answer) => void answers.push(answer),
    pause: () => {
      pauses += 1;
      between(pauses);
      return Promise.resolve();
    },
  });
  return {
    answers,
    pictures,
    ask: (number, drawing) => paint({ type: 'draw', number, drawing }),
    export: () => paint({ type: 'picture', id: 7, frame: FRAME }),
  };
}

function told(answers: readonly LinkAnswer[]): readonly string[] {
  return answers.map((answer) =>
    answer.type === 'drawn' ? `${answer.layer} ${answer.number}` : `picture ${answer.id}`,
  );
}

const ALL: LinkDrawing = { scene: SCENE, palette: PALETTE, frame: FRAME };

describe('a painter of links', () => {
  it('paints nothing before it knows what, how and where', async () => {
    const { answers, ask } = desk();
    await ask(1, { scene: SCENE });
    await ask(2, { palette: PALETTE });
    expect(answers).toStrictEqual([]);
    await ask(3, { frame: FRAME });
    expect(told(answers)).toStrictEqual(['marks 3', 'links 3']);
  });

  it('paints marks alone when only they changed, and all links when they recede', async () => {
    const { answers, ask } = desk();
    await ask(1, ALL);
    await ask(2, { marks: { ...NO_MARKS, lit: Uint32Array.of(0) } });
    await ask(3, { marks: { ...NO_MARKS, dimmed: true } });
    expect(told(answers)).toStrictEqual(['marks 1', 'links 1', 'marks 2', 'marks 3', 'links 3']);
  });

  it('paints marks while it paints all links', async () => {
    const later: (() => void)[] = [];
    const own = desk((pause) => {
      if (pause === 1) later.shift()?.();
    });
    later.push(() => void own.ask(2, { marks: { ...NO_MARKS, lit: Uint32Array.of(0) } }));
    await own.ask(1, { ...ALL, scene: MANY });
    expect(told(own.answers)).toStrictEqual(['marks 1', 'marks 2', 'links 1']);
  });

  it('gives up a picture of links that are not wanted any more', async () => {
    const later: (() => void)[] = [];
    const own = desk((pause) => {
      if (pause === 1) later.shift()?.();
    });
    later.push(() => void own.ask(2, { scene: SCENE }));
    await own.ask(1, { ...ALL, scene: MANY });
    expect(told(own.answers)).toStrictEqual(['marks 1', 'marks 2', 'links 2']);
  });

  it('finishes a picture when the user has moved on, then paints the next', async () => {
    const later: (() => void)[] = [];
    const own = desk((pause) => {
      if (pause === 1) later.shift()?.();
    });
    later.push(() => void own.ask(2, { frame: { ...FRAME, x: 0 } }));
    await own.ask(1, { ...ALL, scene: MANY });
    expect(told(own.answers)).toStrictEqual(['marks 1', 'marks 2', 'links 1', 'links 2']);
  });

  it('paints links and marks in one picture for a file', async () => {
    const own = desk();
    await own.ask(1, { ...ALL, marks: { ...NO_MARKS, picked: Uint32Array.of(0) } });
    await own.export();
    expect(told(own.answers).at(-1)).toBe('picture 7');
    expect(own.pictures.at(-1)?.map((line) => line.split(' ').slice(0, 3).join(' '))).toStrictEqual([
      'look 1 0',
      'stroke grey 1.25',
      'fill grey: ',
      // Names that are written unasked, and what stands out.
      'look 1 0',
      'look 1 0',
      'stroke violet 13',
      'stroke violet 3',
      'fill violet: ',
    ]);
  });
});
