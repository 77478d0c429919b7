import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useCallback } from 'react';
import { Button } from 'react-aria-components';
import { RELATIONS } from '../../shared/links/relations.ts';
import type { NodeId } from '../../shared/graph/graph.ts';
import type { RelationCount } from '../inventory/worker/protocol.ts';
import { formatCount } from '../state/format.ts';
import { EXPAND_LIMIT, expandNode } from '../state/node-operations.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { nodeIdsOf } from '../state/view-changes.ts';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import './dialogs.css';

/** Which neighbours of a node to bring into the graph: by relation, with counts of what is and is not there yet. */
export function ExpandDialog({
  id,
  onClose,
}: {
  readonly id: string;
  readonly onClose: () => void;
}): React.JSX.Element {
  const workbench = useWorkbench();
  const { inventory } = workbench;
  const view = useShared('view', (state) => state.laidOut?.view);
  const spec = useShared('view', (state) => state.history.present.state.spec);
  const node: NodeId | undefined = view === undefined ? undefined : (nodeIdsOf(view, [id])[0] ?? (id as NodeId));
  const answer = useAnswer(
    useCallback(
      async (): Promise<readonly RelationCount[]> => (node === undefined ? [] : inventory.relations(node, spec)),
      [inventory, node, spec],
    ),
  );
  return (
    <DialogFrame title="Expand by relation" onClose={onClose}>
      {answer.status === 'failed' && <p role="alert">The relations could not be counted: {answer.message}</p>}
      {answer.status === 'ready' && answer.value.length === 0 && <p>This resource has no links.</p>}
      {answer.status === 'ready' && node !== undefined && (
        <ul className="expand">
          {answer.value.map((row) => (
            <ExpandRow
              key={`${row.relation} ${row.direction}`}
              row={row}
              onExpand={(label) => {
                onClose();
                workbench.run(() => expandNode(workbench, node, row.relation, row.direction, label));
              }}
            />
          ))}
        </ul>
      )}
    </DialogFrame>
  );
}

interface ExpandRowProps {
  readonly row: RelationCount;
  readonly onExpand: (label: string) => void;
}

function ExpandRow({ row, onExpand }: ExpandRowProps): React.JSX.Element {
  const { relation, direction, count, notShown } = row;
  const { label, reverseLabel } = RELATIONS[relation];
  const words = direction === 'outgoing' ? label : reverseLabel;
  const Arrow = direction === 'outgoing' ? ArrowRight : ArrowLeft;
  const next = Math.min(EXPAND_LIMIT, notShown);
  return (
    <li className="expand__row">
      <Arrow size={14} aria-label={direction === 'outgoing' ? 'Link out' : 'Link in'} />
      <span className="expand__words">
        {words} <span className="muted">{formatCount(count, 'resource')}</span>
      </span>
      {notShown === 0 ? (
        <span className="muted">all in the graph</span>
      ) : (
        <Button className="button button--small" aria-label={`Show ${next}: ${words}`} onPress={() => onExpand(words)}>
          {next < notShown ? `Show ${next} of ${notShown.toLocaleString('en')}` : `Show ${next}`}
        </Button>
      )}
    </li>
  );
}
