import type { CanvasSize } from '../../graph/layouts/worker/columns.ts';
import type { OpenPanes } from '../pane-store.ts';

/** DOM id of the element the graph is drawn in. */
export const CANVAS_ID = 'graph-canvas-area';

/** Heights of the bars above and below the graph, and usual widths of the panes beside it, in CSS pixels. */
const BARS = 48 + 36 + 26;
const FILTERS = 233;
const DETAILS = 381;
const PROBLEMS = 241;
const FINDINGS = 321;
const TIMELINE = 257;
const RUNS = 261;

/** Returns the size of the canvas in CSS pixels; while there is none yet, the size it will have in a window of this size. */
export function canvasSize(page: Window, panes: OpenPanes): CanvasSize {
  const area = page.document.getElementById(CANVAS_ID);
  if (area !== null && area.clientWidth > 0) return { width: area.clientWidth, height: area.clientHeight };
  return expectedCanvasSize({ width: page.innerWidth, height: page.innerHeight }, panes);
}

/** The size of the canvas in a window of this size with these panes open. */
export function expectedCanvasSize(window: CanvasSize, panes: OpenPanes): CanvasSize {
  return {
    width: Math.max(240, window.width - (panes.filters ? FILTERS : 0) - (panes.details ? DETAILS : 0)),
    height: Math.max(160, window.height - BARS - heightBelow(panes)),
  };
}

function heightBelow({ problems, findings, timeline, runs }: OpenPanes): number {
  return (problems ? PROBLEMS : 0) + (findings ? FINDINGS : 0) + (timeline ? TIMELINE : 0) + (runs ? RUNS : 0);
}
