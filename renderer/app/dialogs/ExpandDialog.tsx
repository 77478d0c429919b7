import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useCallback } from 'react';
import { Button } from 'react-aria-components';
import type { NodeId } from '../../../shared/graph/graph.ts';
import type { LinkGroup, RelationCount } from '../../inventory/worker/protocol/details-protocol.ts';
import { formatCount } from '../../state/format.ts';
import { EXPAND_CAP, EXPAND_LIMIT, expandNode, relationWords } from '../../state/view/node-operations.ts';
import { useAnswer } from '../../state/useAnswer.ts';
import { useShared, useWorkbench } from '../../state/use-workbench.ts';
import { nodeIdsOf } from '../../state/view/view-changes.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import './dialogs.css';

export interface ExpandDialogProps {
  readonly id: string;
  /** The relation the user wanted to expand; it comes first. */
  readonly asked: Pick<LinkGroup, 'relation' | 'direction'> | undefined;
  readonly onClose: () => void;
}

/**
 * Which neighbours of a node to bring into the graph: by relation, with counts of what is and is not there yet. Where they are
 * many, the first of them or all up to a limit.
 */
export function ExpandDialog({ id, asked, onClose }: ExpandDialogProps): React.JSX.Element {
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
  const rows = answer.status === 'ready' ? askedFirst(answer.value, asked) : [];
  return (
    <DialogFrame
      title="Expand by relation"
      onClose={onClose}
      foot={
        <Button className="button" onPress={onClose}>
          Cancel
        </Button>
      }
    >
      {answer.status === 'failed' && <p role="alert">The relations could not be counted: {answer.message}</p>}
      {answer.status === 'ready' && rows.length === 0 && <p>This resource has no links.</p>}
      {rows.some(({ notShown }) => notShown > EXPAND_LIMIT) && (
        <p className="expand__warning">
          More than {EXPAND_LIMIT} resources at once make the graph slow and hard to read. The most linked come first;
          at most {EXPAND_CAP} are added at a time.
        </p>
      )}
      {node !== undefined && rows.length > 0 && (
        <ul className="expand">
          {rows.map((row) => (
            <ExpandRow
              key={`${row.relation} ${row.direction}`}
              row={row}
              onExpand={(limit) => {
                onClose();
                workbench.run(() => expandNode(workbench, node, row, limit));
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
  readonly onExpand: (limit: number) => void;
}

function ExpandRow({ row, onExpand }: ExpandRowProps): React.JSX.Element {
  const { relation, direction, count, notShown } = row;
  const words = relationWords(relation, direction);
  const Arrow = direction === 'outgoing' ? ArrowRight : ArrowLeft;
  const offers = [Math.min(EXPAND_LIMIT, notShown), Math.min(EXPAND_CAP, notShown)];
  return (
    <li className="expand__row">
      <Arrow size={14} aria-label={direction === 'outgoing' ? 'Link out' : 'Link in'} />
      <span className="expand__words">
        {words} <span className="muted">{formatCount(count, 'resource')}</span>
      </span>
      {notShown === 0 ? (
        <span className="muted">all in the graph</span>
      ) : (
        [...new Set(offers)].map((offer) => (
          <Button
            key={offer}
            className="button button--small"
            aria-label={`${offerText(offer, notShown)}: ${words}`}
            onPress={() => onExpand(offer)}
          >
            {offerText(offer, notShown)}
          </Button>
        ))
      )}
    </li>
  );
}

/** `Show 7`, `Show first 50`, `Show all 340`, `Show 500 of 2,340`. */
function offerText(offer: number, notShown: number): string {
  if (offer < notShown) {
    return offer === EXPAND_LIMIT ? `Show first ${offer}` : `Show ${offer} of ${notShown.toLocaleString('en')}`;
  }
  return offer > EXPAND_LIMIT ? `Show all ${offer}` : `Show ${offer}`;
}

function askedFirst(rows: readonly RelationCount[], asked: ExpandDialogProps['asked']): readonly RelationCount[] {
  function isAsked({ relation, direction }: RelationCount): boolean {
    return relation === asked?.relation && direction === asked.direction;
  }
  return [...rows.filter(isAsked), ...rows.filter((row) => !isAsked(row))];
}
