import { useEffect, useLayoutEffect, useMemo } from 'react';
import { valueOf } from '../api/client.ts';
import { CollectionBar } from '../connect/CollectionBar.tsx';
import { ErrorBoundary } from '../controls/ErrorBoundary.tsx';
import { GraphCanvas } from '../graph/GraphCanvas.tsx';
import { CANVAS_ID } from '../state/view/canvas-size.ts';
import { PANE_ATTRIBUTE } from '../state/pane-focus.ts';
import type { Session } from '../state/session-store.ts';
import { CONTENT_ID } from '../state/listing/table-operations.ts';
import { showWanted } from '../state/tabs/tab-operations.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { useReducedMotion, useTheme } from '../ui/theme/use-theme.ts';
import { viewNodesOf } from '../state/view/view-changes.ts';
import { graphCallbacks } from './graph-callbacks.ts';
import { TablePane } from '../table/TablePane.tsx';
import { TraceBar } from '../trace/TraceBar.tsx';
import { useCanvasRemarks } from '../findings/useCanvasRemarks.ts';
import { useLitElements } from '../trace/useLitElements.ts';
import { TabBar, tabElementId } from '../views/TabBar.tsx';
import { ViewBar } from './ViewBar.tsx';

/** The graph and the bar above it. */
export function GraphPane({ open }: { readonly open: Extract<Session, { phase: 'open' }> }): React.JSX.Element {
  return (
    <main className="graph-pane" id="pane-graph" aria-label="Graph" tabIndex={-1} {...{ [PANE_ATTRIBUTE]: 'graph' }}>
      <ErrorBoundary name="The graph">
        <CollectionBar />
        <TabBar />
        <ViewBar />
        <TraceBar />
        <Content open={open} />
      </ErrorBoundary>
    </main>
  );
}

/** The graph keeps its place under the table, so that it is as it was when it comes back. */
function Content({ open }: { readonly open: Extract<Session, { phase: 'open' }> }): React.JSX.Element {
  const display = useShared('view', (state) => state.history.present.state.spec.display);
  const tab = useShared('tabs', ({ tabs, active }) => (tabs.length > 1 ? active : undefined));
  const isCovered = display !== undefined;
  return (
    <div
      id={CONTENT_ID}
      className="graph-pane__content"
      {...(tab === undefined ? {} : { role: 'tabpanel', 'aria-labelledby': tabElementId(tab) })}
    >
      <div className="graph-pane__graph" inert={isCovered} data-covered={isCovered}>
        <Canvas open={open} />
      </div>
      {display !== undefined && <TablePane display={display} />}
    </div>
  );
}

function Canvas({ open }: { readonly open: Extract<Session, { phase: 'open' }> }): React.JSX.Element | null {
  const workbench = useWorkbench();
  const { graph, main } = workbench;
  const { summary, stream } = open;
  const laidOut = useShared('view', (state) => state.laidOut);
  const selection = useShared('selection', (state) => state.trail.here.ids);
  const selectedLink = useShared('selection', (state) => state.trail.here.link?.id);
  const centre = useShared('selection', (state) => state.centre);
  const matches = useShared('search', (state) => state.matches);
  const highlighted = useMemo(
    () => (laidOut === undefined ? [] : viewNodesOf(laidOut.view, matches)),
    [laidOut, matches],
  );
  const lit = useLitElements();
  const remarks = useCanvasRemarks(open, laidOut);
  const minimap = useShared('canvas', (state) => state.minimap);
  const theme = useTheme();
  const reducedMotion = useReducedMotion();
  const callbacks = useMemo(() => {
    const { jobs, resources, links } = summary;
    const report = { jobs, resources, links, growing: stream === 'growing' };
    return graphCallbacks(workbench, () => workbench.run(() => valueOf(main.reportReady(report))));
  }, [workbench, main, summary, stream]);

  useEffect(() => {
    if (centre === undefined) return undefined;
    // A pane that opens with the same step has its width one frame later.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => graph.current?.centre(centre.id)));
    return () => cancelAnimationFrame(frame);
  }, [centre, graph]);

  // Its elements are written when the effects of the canvas have run, which come before this one.
  useLayoutEffect(() => {
    if (laidOut !== undefined) showWanted(workbench);
  }, [workbench, laidOut]);

  if (laidOut === undefined) return null;
  return (
    <div id={CANVAS_ID} className="graph-pane__canvas">
      <GraphCanvas
        ref={graph}
        laidOut={laidOut}
        remarks={remarks}
        selection={selection}
        selectedLink={selectedLink}
        highlighted={highlighted}
        lit={lit}
        callbacks={callbacks}
        theme={theme}
        reducedMotion={reducedMotion}
        growing={stream === 'growing'}
        minimap={minimap}
      />
      {laidOut.view.nodes.length === 0 && (
        <div className="empty graph-pane__empty">
          <h3>Nothing is shown</h3>
          <p>Filters, hidden nodes or the focus leave nothing to draw. “Show all” above brings everything back.</p>
        </div>
      )}
    </div>
  );
}
