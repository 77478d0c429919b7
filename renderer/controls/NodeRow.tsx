import { Button } from 'react-aria-components';
import { KindGlyph } from '../graph/KindGlyph.tsx';
import { displayText } from '../graph/style/label.ts';
import type { NodeSummary } from '../inventory/worker/protocol/node-summary.ts';
import { showNode, subtitleOf } from '../state/view/node-operations.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import { StateChips } from './StateChips.tsx';
import './node-row.css';

/** One resource of a list; pressing it selects and centres it and shows its details. */
export function NodeRow({ node }: { readonly node: NodeSummary }): React.JSX.Element {
  const workbench = useWorkbench();
  const subtitle = subtitleOf(node);
  return (
    <Button className="node-row" onPress={() => workbench.run(() => showNode(workbench, node.id))}>
      <KindGlyph kind={node.kind} state={node.state} size={20} />
      <span className="node-row__text">
        <span className="truncate">{displayText(node.title)}</span>
        <span className="node-row__subtitle">
          {subtitle !== '' && <span className="truncate muted">{displayText(subtitle)}</span>}
          <StateChips state={node.state} lifecycle={node.lifecycle} unsubmitted={node.unsubmitted} />
        </span>
      </span>
    </Button>
  );
}
