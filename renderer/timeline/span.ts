import { endOf, type TimeScale } from '../../shared/timeline/scale.ts';

/** From a moment to another, in milliseconds since 1970; the end is not part of it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The parts of a scale at whose edges the two thumbs stand for a span: whole parts, the second at least one after the first. */
export function thumbsOf(scale: TimeScale, span: Span | undefined): readonly [first: number, second: number] {
  const { start, step, count } = scale;
  if (span === undefined) return [0, count];
  const first = Math.max(0, Math.min(count - 1, Math.round((span.from - start) / step)));
  return [first, Math.max(first + 1, Math.min(count, Math.round((span.to - start) / step)))];
}

/** The span between two thumbs. */
export function spanOf({ start, step }: TimeScale, first: number, second: number): Span {
  return { from: start + first * step, to: start + second * step };
}

/** A span three times as long around the same middle, in the bounds of `whole`; undefined where that is all of it. */
export function widened(span: Span, whole: Span): Span | undefined {
  const length = span.to - span.from;
  const from = Math.max(whole.from, span.from - length);
  const to = Math.min(whole.to, span.to + length);
  return from <= whole.from && to >= whole.to ? undefined : { from, to };
}

/** All of a scale as a span. */
export function wholeOf(scale: TimeScale): Span {
  return { from: scale.start, to: endOf(scale) };
}
