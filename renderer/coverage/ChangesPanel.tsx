import { useCallback } from 'react';
import { Button } from 'react-aria-components';
import { kindById } from '../../shared/kinds/index.ts';
import { KindGlyph } from '../graph/KindGlyph.tsx';
import { displayText } from '../graph/style/label.ts';
import type { InventoryChanges } from '../inventory/worker/protocol/protocol.ts';
import type { NodeSummary } from '../inventory/worker/protocol/node-summary.ts';
import { formatCount } from '../state/format.ts';
import { showNode } from '../state/view/node-operations.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import { Chip, type ChipTone } from '../ui/Chip.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';

const ROW_HEIGHT = 36;
/** More resources than this are counted, not listed. */
const MOST_LISTED = 5000;

type Change = 'added' | 'changed' | 'removed';

const WORDS: Readonly<Record<Change, readonly [words: string, tone: ChipTone]>> = {
  added: ['new', 'ok'],
  changed: ['changed', 'info'],
  removed: ['gone', 'warning'],
};

interface Row {
  readonly change: Change;
  readonly node: NodeSummary;
}

/** What reading the inventory again has changed; a row shows its resource. */
export function ChangesPanel({ changes }: { readonly changes: InventoryChanges }): React.JSX.Element {
  const { inventory, session, run } = useWorkbench();
  const answer = useAnswer(
    useCallback(async (): Promise<readonly Row[]> => {
      const [added, changed] = await Promise.all([
        inventory.nodes(changes.added.slice(0, MOST_LISTED)),
        inventory.nodes(changes.changed.slice(0, MOST_LISTED)),
      ]);
      return [
        ...added.map((node): Row => ({ change: 'added', node })),
        ...changed.map((node): Row => ({ change: 'changed', node })),
        ...changes.removed.slice(0, MOST_LISTED).map((node): Row => ({ change: 'removed', node })),
      ];
    }, [inventory, changes]),
    'changes',
  );
  const { added, changed, removed } = changes;
  const count = added.length + changed.length + removed.length;
  return (
    <div className="coverage">
      <div className="coverage__bar">
        <span className="coverage__shown">
          {added.length.toLocaleString('en')} new, {changed.length.toLocaleString('en')} changed,{' '}
          {removed.length.toLocaleString('en')} gone since the inventory was read before
        </span>
        <Button className="button button--small" onPress={() => run(() => session.getState().forgetChanges())}>
          Clear the marks
        </Button>
      </div>
      {answer.status === 'failed' && <p role="alert">The changes could not be listed: {answer.message}</p>}
      {count === 0 && <p className="report__none">Nothing differs from before.</p>}
      {answer.status === 'ready' && count > 0 && (
        <VirtualList
          label="Changes"
          items={answer.value}
          rowHeight={ROW_HEIGHT}
          keyOf={({ change, node }) => `${change} ${node.id}`}
        >
          {(row) => <ChangeRow row={row} />}
        </VirtualList>
      )}
      {answer.status === 'ready' && answer.value.length < count && (
        <p className="muted report__none">and {formatCount(count - answer.value.length, 'more', 'more')}</p>
      )}
    </div>
  );
}

function ChangeRow({ row: { change, node } }: { readonly row: Row }): React.JSX.Element {
  const workbench = useWorkbench();
  const [words, tone] = WORDS[change];
  const content = (
    <>
      <Chip tone={tone}>{words}</Chip>
      <KindGlyph kind={node.kind} size={20} />
      <span className="change-row__title">{displayText(node.title)}</span>
      <span className="muted">
        {[kindById(node.kind).title, node.project, node.location].filter(Boolean).join(' · ')}
      </span>
    </>
  );
  if (change === 'removed') return <div className="change-row">{content}</div>;
  return (
    <Button className="change-row report-row--button" onPress={() => workbench.run(() => showNode(workbench, node.id))}>
      {content}
    </Button>
  );
}
