import { useMemo } from 'react';
import { litElements, type LitElements } from '../graph/traced-elements.ts';
import { useShared } from '../state/use-workbench.ts';
import { tracedParts } from '../state/trace/trace-store.ts';

/** Returns what the trace lights up in the present view; undefined while nothing is traced. */
export function useLitElements(): LitElements | undefined {
  const trace = useShared('trace', (state) => state.trace);
  const view = useShared('view', (state) => state.laidOut?.view);
  return useMemo(
    () => (trace === undefined || view === undefined ? undefined : litElements(view, tracedParts(trace))),
    [trace, view],
  );
}
