import { Boxes } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button, Input, Label, SearchField } from 'react-aria-components';
import type { NodeId } from '../../shared/graph/graph.ts';
import type { ViewNode } from '../../shared/graph/view.ts';
import { kindById } from '../../shared/kinds/index.ts';
import { KindGlyph } from '../graph/KindGlyph.tsx';
import { displayText } from '../graph/style/label.ts';
import { runAction } from '../actions/run-action.ts';
import { runs } from '../../shared/timeline/run-times.ts';
import { showRuns } from '../state/listing/runs-operations.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import { VirtualList } from '../ui/VirtualList.tsx';
import { filterNodes } from './filter-nodes.ts';
import { NodeRow } from '../controls/NodeRow.tsx';

const ROW_HEIGHT = 44;

export interface FoldDetailsProps {
  readonly fold: ViewNode;
  readonly members: readonly NodeId[];
}

/** A fold or a folded area: why its members are drawn as one, and the list of them with a filter. */
export function FoldDetails({ fold, members }: FoldDetailsProps): React.JSX.Element {
  const workbench = useWorkbench();
  const { inventory } = workbench;
  const isArea = fold.area === fold.id;
  const [filter, setFilter] = useState('');
  const answer = useAnswer(useCallback(() => inventory.nodes(members), [inventory, members]));
  const nodes = answer.status === 'ready' ? filterNodes(answer.value, filter) : [];
  return (
    <div className="details details--fixed">
      <header className="details__head">
        {isArea ? <Boxes size={28} aria-hidden /> : <KindGlyph kind={fold.kind} state={fold.state} size={32} />}
        <div className="details__title">
          <h3>{displayText(fold.title)}</h3>
          <p className="muted">
            {isArea
              ? `Group of ${members.length.toLocaleString('en')} resources, folded: ${fold.subtitle}`
              : `${kindById(fold.kind).plural}: ${members.length.toLocaleString('en')} drawn as one, since their links are alike`}
          </p>
        </div>
      </header>
      <div className="details__actions">
        <Button className="button button--small button--primary" onPress={() => runAction(workbench, 'unfold')}>
          Unfold
        </Button>
        <Button className="button button--small" onPress={() => runAction(workbench, 'focus-1')}>
          Show only with neighbours
        </Button>
        {runs(fold.kind) && (
          <Button className="button button--small" onPress={() => workbench.run(() => showRuns(workbench, members))}>
            Runs
          </Button>
        )}
        <Button className="button button--small" onPress={() => runAction(workbench, 'hide')}>
          Hide
        </Button>
      </div>
      <SearchField className="filter-field" value={filter} onChange={setFilter}>
        <Label className="visually-hidden">Filter the members</Label>
        <Input placeholder="Filter by name, project or location" />
      </SearchField>
      {answer.status === 'failed' && (
        <p className="details__failure">The members could not be listed: {answer.message}</p>
      )}
      <p className="details__count muted" role="status">
        {answer.status === 'ready' && `${nodes.length.toLocaleString('en')} of ${members.length.toLocaleString('en')}`}
      </p>
      <VirtualList label="Members" items={nodes} rowHeight={ROW_HEIGHT} keyOf={(node) => node.id}>
        {(node) => (
          <div className="member">
            <NodeRow node={node} />
          </div>
        )}
      </VirtualList>
    </div>
  );
}
