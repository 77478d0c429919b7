import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { valueOf } from '../api/client.ts';
import { WorkbenchContext } from '../state/use-workbench.ts';
import '../ui/controls.css';
import './error-boundary.css';

interface Props {
  /** The pane, for the heading: `Details`. */
  readonly name: string;
  readonly children: ReactNode;
}

interface State {
  readonly message: string | undefined;
}

/** Keeps a fault inside one pane: says what happened and what to do, and lets the user try again. */
export class ErrorBoundary extends Component<Props, State> {
  static override contextType = WorkbenchContext;
  declare context: React.ContextType<typeof WorkbenchContext>;
  override state: State = { message: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    const message = `${this.props.name}: ${error.message}${info.componentStack ?? ''}`.slice(0, 4000);
    const workbench = this.context;
    workbench?.run(() => valueOf(workbench.main.reportProblem({ during: 'running', message })));
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === undefined) return this.props.children;
    return (
      <div className="pane-error" role="alert">
        <h3>{this.props.name} stopped because of a fault in the app</h3>
        <p>{message}</p>
        <p className="muted">
          The rest of the window still works. Try again; if it happens again, open the files anew and report it with the
          log (Help &gt; Open Log Folder).
        </p>
        <Button className="button" onPress={() => this.setState({ message: undefined })}>
          Try again
        </Button>
      </div>
    );
  }
}
