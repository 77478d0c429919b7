import { ExternalLink, EyeOff, Layers, Waypoints } from 'lucide-react';
import { Button } from 'react-aria-components';
import { KindGlyph } from '../graph/KindGlyph.tsx';
import { displayText } from '../graph/style/label.ts';
import type { NodeDetails } from '../inventory/worker/protocol/details-protocol.ts';
import { openConsole } from '../state/file-operations.ts';
import { hide, focusNodes, showNode } from '../state/view/node-operations.ts';
import { runs } from '../../shared/timeline/run-times.ts';
import { showRuns } from '../state/listing/runs-operations.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { CopyButton } from '../controls/CopyButton.tsx';
import { BreakableText } from '../ui/BreakableText.tsx';
import { StateChips } from '../controls/StateChips.tsx';

/** Title, states and full name of a resource, and what can be done with it. */
export function DetailsHead({ details }: { readonly details: NodeDetails }): React.JSX.Element {
  const workbench = useWorkbench();
  const { dialogs, main } = workbench;
  const { node, kindTitle, consoleUrl } = details;
  const consoleLinks = useShared('app', (state) => state.settings?.allowConsoleLinks ?? false);
  const drawn = useShared('view', (state) => state.laidOut?.view.nodes.some(({ id }) => id === node.id) ?? false);
  return (
    <>
      <header className="details__head">
        <KindGlyph kind={node.kind} state={node.state} size={32} />
        <div className="details__title">
          <p className="muted">{kindTitle}</p>
          <h3>{displayText(node.title)}</h3>
          <div className="details__chips">
            <StateChips state={node.state} lifecycle={node.lifecycle} unsubmitted={node.unsubmitted} />
          </div>
        </div>
      </header>
      <div className="details__name-row">
        <code className="details__name">
          <BreakableText text={displayText(node.id)} />
        </code>
        <CopyButton text={node.id} label="Copy name" />
      </div>
      <div className="details__actions">
        {drawn ? (
          <>
            <DepthButtons id={node.id} />
            <Button
              className="button button--small"
              onPress={() => dialogs.getState().open({ type: 'expand', id: node.id })}
            >
              <Waypoints size={14} aria-hidden /> Expand…
            </Button>
            <Button className="button button--small" onPress={() => workbench.run(() => hide(workbench, [node.id]))}>
              <EyeOff size={14} aria-hidden /> Hide
            </Button>
          </>
        ) : (
          <Button
            className="button button--small button--primary"
            onPress={() => workbench.run(() => showNode(workbench, node.id))}
          >
            Show in the graph
          </Button>
        )}
        {runs(node.kind) && (
          <Button className="button button--small" onPress={() => workbench.run(() => showRuns(workbench, [node.id]))}>
            <Layers size={14} aria-hidden /> Runs
          </Button>
        )}
        {consoleUrl !== undefined && consoleLinks && (
          <Button
            className="button button--small button--quiet"
            aria-label="Open in Google Cloud console"
            onPress={() => workbench.run(() => openConsole(main, consoleUrl))}
          >
            <ExternalLink size={14} aria-hidden /> Console
          </Button>
        )}
      </div>
    </>
  );
}

const DEPTHS = [1, 2, 3] as const;

function DepthButtons({ id }: { readonly id: NodeDetails['node']['id'] }): React.JSX.Element {
  const workbench = useWorkbench();
  return (
    <span className="button-group" role="group" aria-label="Show only with neighbours">
      <span className="button-group__label">Neighbours</span>
      {DEPTHS.map((depth) => (
        <Button
          key={depth}
          className="button button--small"
          aria-label={`Neighbours up to ${depth === 1 ? '1 link' : `${depth} links`} away`}
          onPress={() => workbench.run(() => focusNodes(workbench, [id], depth))}
        >
          {depth}
        </Button>
      ))}
    </span>
  );
}
