/** One measured figure with what it is compared to; only the ratio carries over to other machines. */
export interface Figure {
  readonly name: string;
  /** What was measured, in `unit`. */
  readonly value: number;
  readonly unit: 'ms' | 'MB' | 'per key ms';
  /** The machine's floor or a peer, measured in the same run. */
  readonly floor?: { readonly name: string; readonly value: number };
  readonly target: Target;
}

/** `ratio`: at most this many times the floor. `value`: at most this value, in the figure's unit. */
export interface Target {
  readonly kind: 'ratio' | 'value';
  readonly most: number;
}

/** A figure as it is written down. */
export interface JudgedFigure extends Figure {
  /** Value divided by the floor. */
  readonly ratio?: number;
  readonly met: boolean;
}

/** One group of figures, measured in a process of its own. */
export interface Measure {
  readonly name: string;
  run(options: BenchOptions): Promise<Figure[]>;
}

export interface BenchOptions {
  /** Sizes of PERFORMANCE targets instead of those that are done in a minute. */
  readonly full: boolean;
}

/** Says whether a figure meets its target. */
export function judge(figure: Figure): JudgedFigure {
  const ratio = figure.floor === undefined ? undefined : figure.value / figure.floor.value;
  const judged = figure.target.kind === 'ratio' ? (ratio ?? Infinity) : figure.value;
  return { ...figure, ...(ratio === undefined ? {} : { ratio }), met: judged <= figure.target.most };
}
