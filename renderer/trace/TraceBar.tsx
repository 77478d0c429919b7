import { ChevronLeft, ChevronRight, List, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { ActionButton } from '../controls/ActionButton.tsx';
import { formatCount } from '../state/format.ts';
import { EXPAND_CAP } from '../state/view/node-operations.ts';
import { runAction } from '../actions/run-action.ts';
import { bringInTraced, LINEAGE_LIMIT, traceLineage, traceText } from '../state/trace/trace-operations.ts';
import type { TracedPaths } from '../state/trace/trace-store.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { useLitElements } from './useLitElements.ts';
import { WaySwitch } from './WaySwitch.tsx';
import './trace.css';

const ICON = 16;

/** What is lit up in the graph, with what can be done about it; nothing while nothing is. */
export function TraceBar(): React.JSX.Element | null {
  const workbench = useWorkbench();
  const trace = useShared('trace', (state) => state.trace);
  const lit = useLitElements();
  if (trace === undefined) return null;
  const missing = lit?.missing ?? [];
  return (
    <section className="trace-bar" aria-label="Lit up">
      <p className="trace-bar__text truncate" title={traceText(trace)}>
        {traceText(trace)}
        {trace.type === 'lineage' && trace.answer.truncated && (
          <span className="muted"> · only the nearest {LINEAGE_LIMIT.toLocaleString('en')} are followed</span>
        )}
      </p>
      {missing.length > 0 && (
        <Button
          className="button button--small"
          onPress={() => workbench.run(() => bringInTraced(workbench, missing.slice(0, EXPAND_CAP)))}
        >
          Draw {formatCount(Math.min(missing.length, EXPAND_CAP), 'resource')} not in the graph
        </Button>
      )}
      {trace.type === 'paths' && <PathSteps traced={trace} />}
      {trace.type === 'lineage' && (
        <WaySwitch
          way={trace.way}
          onChange={(way) => workbench.run(() => traceLineage(workbench, trace.of, trace.direction, way))}
        />
      )}
      <Button className="button button--small" onPress={() => runAction(workbench, 'show-only-traced')}>
        Show only
      </Button>
      <ActionButton action="clear-trace" icon={<X size={ICON} aria-hidden />} />
    </section>
  );
}

function PathSteps({ traced }: { readonly traced: TracedPaths }): React.JSX.Element {
  const { dialogs } = useWorkbench();
  const { from, to } = traced.question;
  return (
    <>
      <ActionButton action="previous-path" icon={<ChevronLeft size={ICON} aria-hidden />} />
      <ActionButton action="next-path" icon={<ChevronRight size={ICON} aria-hidden />} />
      <Button className="button button--small" onPress={() => dialogs.getState().open({ type: 'paths', from, to })}>
        <List size={14} aria-hidden /> All paths…
      </Button>
    </>
  );
}
