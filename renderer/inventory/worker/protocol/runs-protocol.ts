import type { NodeId } from '../../../../shared/graph/graph.ts';
import type { KindId } from '../../../../shared/kinds/index.ts';
import type { RunChange } from '../../../../shared/runs/run-changes.ts';
import type { NodeSummary } from './node-summary.ts';

/** One run of a template, and in what it differs from the one before. */
export interface RunEntry {
  readonly node: NodeSummary;
  /** Milliseconds since 1970; absent where the document does not tell. */
  readonly time?: number;
  /** Absent for the first run, and where one of the two documents was not collected. */
  readonly changes?: readonly RunChange[];
  readonly isFirst: boolean;
}

/** Runs of one template, newest first. */
export interface RunsPage {
  readonly stem: string;
  readonly kind: KindId;
  readonly project?: string;
  readonly images: readonly string[];
  readonly total: number;
  readonly undated: number;
  readonly runs: readonly RunEntry[];
}

/** A template for a list. */
export interface TemplateEntry {
  /** Its newest run, by which it is asked for. */
  readonly newest: NodeId;
  readonly stem: string;
  readonly kind: KindId;
  readonly project?: string;
  readonly images: readonly string[];
  readonly runs: number;
  /** Milliseconds since 1970. */
  readonly first?: number;
  readonly last?: number;
  /** Times a tag of its image was moved between two runs. */
  readonly movedTags: number;
}

/** Templates with several runs, most runs first. */
export interface TemplatesPage {
  readonly total: number;
  readonly templates: readonly TemplateEntry[];
}
