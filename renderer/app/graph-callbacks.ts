import type { NodeId } from '../../shared/graph/graph.ts';
import type { GraphCallbacks } from '../graph/graph-callbacks.ts';
import { contextMenu } from '../../shared/actions/actions.ts';
import { focusNodes, hide } from '../state/node-operations.ts';
import { runAction } from '../actions/run-action.ts';
import { nodeIdsOf } from '../state/view-changes.ts';
import type { Workbench } from '../state/workbench.ts';
import { VIEW_BAR_ID } from './view-summary.ts';

/**
 * Returns what the canvas calls. `firstPainted` is called once, when the inventory's first view is on the screen: the "ready"
 * line and the picture of `--screenshot` wait for it.
 */
export function graphCallbacks(workbench: Workbench, firstPainted: () => void): GraphCallbacks {
  const { view, selection, dialogs, panes } = workbench;

  let hasPainted = false;

  function graphNodes(ids: readonly string[]): readonly NodeId[] {
    const { laidOut } = view.getState();
    return laidOut === undefined ? [] : nodeIdsOf(laidOut.view, ids);
  }

  function selectEdge(id: string): boolean {
    const edge = view.getState().laidOut?.view.edges.find((candidate) => candidate.id === id);
    if (edge !== undefined) selection.getState().selectLink(edge);
    return edge !== undefined;
  }

  return {
    selectionChanged(ids) {
      selection.getState().select(ids);
      if (ids.length > 0) panes.getState().suggest('details');
    },
    activated(id) {
      selection.getState().select([id]);
      if (!runAction(workbench, 'unfold')) panes.getState().show('details');
    },
    edgeActivated(id) {
      if (selectEdge(id)) panes.getState().show('details');
    },
    menuRequested(id, at) {
      // The keyboard can stand on a node that is not selected; the menu is about the selection.
      if (id !== undefined && !selection.getState().trail.here.ids.includes(id)) selection.getState().select([id]);
      dialogs
        .getState()
        .open(
          id === undefined
            ? { type: 'menu', title: 'Graph', items: contextMenu('canvas'), at }
            : { type: 'menu', title: 'Selection', items: contextMenu('node'), at },
        );
    },
    edgeMenuRequested(id, at) {
      if (selectEdge(id)) dialogs.getState().open({ type: 'menu', title: 'Link', items: contextMenu('link'), at });
    },
    expandRequested(id) {
      selection.getState().select([id]);
      if (!runAction(workbench, 'unfold')) runAction(workbench, 'expand');
    },
    hideRequested: (ids) => workbench.run(() => hide(workbench, graphNodes(ids))),
    focusRequested: (ids) => workbench.run(() => focusNodes(workbench, graphNodes(ids), 1)),
    traceRequested(what, ids) {
      selection.getState().select(ids);
      if (what !== 'paths') runAction(workbench, what);
      else if (!runAction(workbench, 'paths-between')) runAction(workbench, 'paths-from');
    },
    moved: (positions) => view.getState().move('Move', positions),
    left() {
      if (!runAction(workbench, 'clear-trace')) leaveGraph();
    },
    painted() {
      if (hasPainted) return;
      hasPainted = true;
      firstPainted();
    },
  };
}

function leaveGraph(): void {
  document.querySelector<HTMLElement>(`#${VIEW_BAR_ID} button:not(:disabled)`)?.focus();
}
