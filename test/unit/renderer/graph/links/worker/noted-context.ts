import type { LinkContext } from '../../../../../../renderer/graph/links/worker/paint-links.ts';

/** A canvas that notes what is painted: strokes and fills with their look, and texts. */
export interface NotedContext extends LinkContext {
  readonly log: string[];
}

/** Returns a canvas on which letters are 5 wide. */
export function notedContext(): NotedContext {
  const log: string[] = [];
  let path: string[] = [];
  let dash: readonly number[] = [];
  const add = (name: string, ...values: readonly number[]): void => {
    path.push(`${name} ${values.map((value) => Math.round(value * 10) / 10).join(' ')}`);
  };
  const context: NotedContext = {
    log,
    strokeStyle: '',
    fillStyle: '',
    lineWidth: 1,
    globalAlpha: 1,
    font: '',
    textAlign: 'start',
    textBaseline: 'alphabetic',
    setTransform: (...values: unknown[]) => void log.push(`look ${values.join(' ')}`),
    beginPath: () => {
      path = [];
    },
    moveTo: (x, y) => add('M', x, y),
    lineTo: (x, y) => add('L', x, y),
    bezierCurveTo: (...values) => add('C', ...values),
    closePath: () => add('Z'),
    arc: (x, y, radius) => add('O', x, y, radius),
    roundRect: (x, y, width, height) => add('R', x, y, width ?? 0, height ?? 0),
    stroke: () => {
      const faint = context.globalAlpha === 1 ? '' : ` at ${context.globalAlpha}`;
      log.push(
        `stroke ${named(context.strokeStyle)} ${context.lineWidth} [${dash.join(' ')}]${faint}: ${path.join(' ')}`,
      );
    },
    fill: () => void log.push(`fill ${named(context.fillStyle)}: ${path.join(' ')}`),
    setLineDash: (segments: Iterable<number>) => {
      dash = [...segments];
    },
    fillText: (text, x, y) =>
      void log.push(`text ${context.font} ${named(context.fillStyle)}: ${text} ${Math.round(x)} ${Math.round(y)}`),
    measureText: (text) => ({ width: text.length * 5 }) as TextMetrics,
  };
  return context;
}

function named(style: LinkContext['fillStyle']): string {
  return typeof style === 'string' ? style : 'no plain colour';
}
