import type { NodeId } from '../../shared/graph/graph.ts';
import type { GraphCallbacks } from '../graph/graph-callbacks.ts';
import { CANVAS_MENU, NODE_MENU } from '../state/actions.ts';
import { focusNodes, hide } from '../state/node-operations.ts';
import { runAction } from '../state/run-action.ts';
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
      const { laidOut } = view.getState();
      const edge = laidOut?.view.edges.find((candidate) => candidate.id === id);
      if (laidOut === undefined || edge === undefined) return;
      // A fold has no links of its own to list: the single resource at an end has them, if there is one.
      const folds = new Set(laidOut.view.nodes.flatMap((node) => (node.members === undefined ? [] : [node.id])));
      const direction = folds.has(edge.source) && !folds.has(edge.target) ? 'incoming' : 'outgoing';
      selection.getState().select([direction === 'outgoing' ? edge.source : edge.target]);
      selection.getState().focusLinks({ relation: edge.type, direction });
      panes.getState().show('details');
    },
    menuRequested(id, at) {
      // The keyboard can stand on a node that is not selected; the menu is about the selection.
      if (id !== undefined && !selection.getState().trail.here.ids.includes(id)) selection.getState().select([id]);
      dialogs
        .getState()
        .open(
          id === undefined
            ? { type: 'menu', title: 'Graph', items: CANVAS_MENU, at }
            : { type: 'menu', title: 'Selection', items: NODE_MENU, at },
        );
    },
    expandRequested(id) {
      selection.getState().select([id]);
      if (!runAction(workbench, 'unfold')) runAction(workbench, 'expand');
    },
    hideRequested: (ids) => workbench.run(() => hide(workbench, graphNodes(ids))),
    focusRequested: (ids) => workbench.run(() => focusNodes(workbench, graphNodes(ids), 1)),
    moved: (positions) => view.getState().move('Move', positions),
    left: () => document.querySelector<HTMLElement>(`#${VIEW_BAR_ID} button:not(:disabled)`)?.focus(),
    painted() {
      if (hasPainted) return;
      hasPainted = true;
      firstPainted();
    },
  };
}
