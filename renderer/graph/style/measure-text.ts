import type { Measure } from './label.ts';

const CACHE_LIMIT = 20_000;

/** Measures with a canvas and the CSS font given (`600 12px sans-serif`), remembering what it measured. */
export function canvasMeasure(font: string): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('This window cannot draw: no 2D canvas.');
  context.font = font;
  const known = new Map<string, number>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= CACHE_LIMIT) known.clear();
    const { width } = context.measureText(text);
    known.set(text, width);
    return width;
  };
}
