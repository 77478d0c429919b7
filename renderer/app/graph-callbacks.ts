import type { GraphCallbacks } from '../graph/graph-callbacks.ts';
import { contextMenu } from '../../shared/actions/actions.ts';
import { graphAction } from '../actions/graph-action.ts';
import { runAction } from '../actions/run-action.ts';
import { isAboutNodes, runOnNode } from '../actions/run-on-node.ts';
import { toggleArea } from '../state/view/arrange-operations.ts';
import { showWanted } from '../state/tabs/tab-operations.ts';
import type { Workbench } from '../state/workbench.ts';
import { VIEW_BAR_ID } from '../state/view/view-summary.ts';

/**
 * Returns what the canvas calls. `firstPainted` is called once, when the inventory's first view is on the screen: the "ready"
 * line and the picture of `--screenshot` wait for it.
 */
export function graphCallbacks(workbench: Workbench, firstPainted: () => void): GraphCallbacks {
  const { view, selection, dialogs, panes, notices } = workbench;

  let hasPainted = false;
  let hasToldFailure = false;

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
    actionRequested(press, node, edge) {
      const action = graphAction(press);
      if (action === undefined) return false;
      if (edge === undefined || !isAboutNodes(action)) runOnNode(workbench, action, node);
      else notices.getState().announce('Not for a link. Escape goes back to its node.');
      return true;
    },
    areaToggled: (area) => workbench.run(() => toggleArea(workbench, area)),
    moved: (positions) => view.getState().move('Move', positions),
    left() {
      if (!runAction(workbench, 'clear-trace')) leaveGraph();
    },
    painted() {
      showWanted(workbench);
      if (hasPainted) return;
      hasPainted = true;
      firstPainted();
    },
    painterFailed(message, isReplaced) {
      // Why goes to the console, and from there into the log.
      reportError(new Error(`The links could not be painted: ${message}`));
      if (isReplaced && hasToldFailure) return;
      hasToldFailure = true;
      notices.getState().notify(
        isReplaced
          ? { tone: 'info', title: 'The links are painted anew', detail: 'What paints them had stopped.' }
          : {
              tone: 'error',
              title: 'The links cannot be painted',
              detail:
                'The table and the details have them all. Open the inventory again to try once more: your work is kept.',
            },
      );
    },
  };
}

function leaveGraph(): void {
  document.querySelector<HTMLElement>(`#${VIEW_BAR_ID} button:not(:disabled)`)?.focus();
}
