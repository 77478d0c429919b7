import type { NodeId } from '../../shared/graph/graph.ts';
import type { GraphCallbacks } from '../graph/graph-callbacks.ts';
import { linkGroupId } from '../details/link-group-id.ts';
import { CANVAS_MENU, NODE_MENU } from '../state/actions.ts';
import { focusNodes, hide, showNode } from '../state/node-operations.ts';
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
      const source = laidOut?.view.nodes.find((node) => node.id === edge?.source);
      if (edge === undefined || source === undefined) return;
      // A fold has no links of its own to list: the single resource at the other end has them.
      const direction = source.members === undefined ? 'outgoing' : 'incoming';
      const end = direction === 'outgoing' ? edge.source : edge.target;
      workbench.run(async () => {
        const [node] = graphNodes([end]);
        if (node === undefined) return;
        await showNode(workbench, node);
        // The details are filled in by the worker; the group is there one answer later.
        setTimeout(() => document.getElementById(linkGroupId(edge.type, direction))?.scrollIntoView(), 300);
      });
    },
    menuRequested(id, at) {
      dialogs
        .getState()
        .open(
          id === undefined
            ? { type: 'menu', title: 'Graph', items: CANVAS_MENU, at }
            : { type: 'menu', title: 'Selection', items: NODE_MENU, at },
        );
    },
    expandRequested: (id) => dialogs.getState().open({ type: 'expand', id }),
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
