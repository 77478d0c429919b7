import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { ErrorBoundary } from '../controls/ErrorBoundary.tsx';
import { PANE_ATTRIBUTE } from '../state/pane-focus.ts';
import type { PaneName } from '../state/pane-store.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import { IconButton } from '../ui/IconButton.tsx';

export interface PaneProps {
  readonly name: PaneName;
  readonly title: string;
  readonly children: ReactNode;
}

/** A pane beside the graph: heading, a way to close it, and a fault in it stays in it. */
export function Pane({ name, title, children }: PaneProps): React.JSX.Element {
  const { panes } = useWorkbench();
  return (
    <section className="pane" id={`pane-${name}`} aria-label={title} tabIndex={-1} {...{ [PANE_ATTRIBUTE]: name }}>
      <header className="pane__head">
        <h2>{title}</h2>
        <IconButton
          small
          label={`Close ${title.toLowerCase()}`}
          icon={<X size={14} aria-hidden />}
          onPress={() => panes.getState().hide(name)}
        />
      </header>
      <div className="pane__body">
        <ErrorBoundary name={title}>{children}</ErrorBoundary>
      </div>
    </section>
  );
}
