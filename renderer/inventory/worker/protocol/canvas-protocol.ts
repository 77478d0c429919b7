import type { NodeId } from '../../../../shared/graph/graph.ts';
import type { ViewSpec } from '../../../../shared/graph/view.ts';

/** Facets of the filters and the legend, as `ViewSpec.exclude` names them. */
export type FacetName = keyof ViewSpec['exclude'];

/** How many of each facet's values a view shows: resources, or links of the inventory. Values that are not shown are absent. */
export type ShownCounts = Readonly<Record<FacetName, Readonly<Record<string, number>>>>;

/** A key of labels in the inventory. */
export interface LabelKey {
  readonly key: string;
  /** Resources that have it. */
  readonly resources: number;
  /** Different values. */
  readonly values: number;
}

/** How many resources have a finding of critical severity, and how many of high severity at worst. */
export interface RiskCounts {
  readonly critical: number;
  readonly high: number;
}

/** Resources with findings of critical or high severity which a view does not show one by one. */
export interface HiddenRisks {
  /** Inside of folds and folded areas. */
  readonly folded: RiskCounts;
  /** Left out because of the limit. */
  readonly undrawn: RiskCounts;
  /** The worst of them, at most `WORST`. */
  readonly worst: readonly NodeId[];
}

/** Calls of the inventory worker about what is drawn; part of `InventoryCalls`. */
export interface CanvasCalls {
  /** How much of each value of the legend the view shows. */
  shownCounts(spec: ViewSpec): ShownCounts;
  /** Keys of labels, the most frequent first. */
  labelKeys(): readonly LabelKey[];
  /** What is risky and not seen one by one in a view; judges the inventory when that was not done yet. */
  hiddenRisks(spec: ViewSpec): HiddenRisks;
  /** Stops the view that is being laid out, if one is. */
  cancelView(): void;
}
