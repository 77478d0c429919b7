import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import type { View } from '../../shared/graph/view.ts';
import { kindById, type KindId } from '../../shared/kinds/index.ts';
import { KindGlyph } from '../graph/KindGlyph.tsx';
import { ACTIONS, type ActionId } from '../../shared/actions/actions.ts';
import { formatCount } from '../state/format.ts';
import { nodeIdsBehind } from '../state/view/node-operations.ts';
import { runAction } from '../actions/run-action.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { ComparedSections } from './ComparedSections.tsx';
import { countByKind } from './count-by-kind.ts';

const OFFERED: readonly ActionId[] = [
  'focus-1',
  'show-only',
  'hide',
  'graph-fit-selection',
  'copy-name',
  'clear-selection',
];
const NO_VIEW: View = { nodes: [], edges: [], shown: 0, total: 0, left: [] };

/** Several selected nodes: how many of each kind, and what can be done with all of them. */
export function SelectionSummary({ ids }: { readonly ids: readonly string[] }): React.JSX.Element {
  const workbench = useWorkbench();
  const view = useShared('view', (state) => state.laidOut?.view ?? NO_VIEW);
  const counts = countByKind(view, ids);
  const isTable = useShared('view', (state) => state.history.present.state.spec.display !== undefined);
  const nodeIds = useMemo(() => nodeIdsBehind(view, ids, isTable), [view, ids, isTable]);
  return (
    <div className="details scrolls">
      <header className="details__head">
        <div className="details__title">
          <h3>{formatCount(ids.length, 'node')} selected</h3>
          <p className="muted">{formatCount(total(counts), 'resource')}</p>
        </div>
      </header>
      <div className="details__actions">
        {OFFERED.map((id) => (
          <Button key={id} className="button button--small" onPress={() => runAction(workbench, id)}>
            {ACTIONS[id].title}
          </Button>
        ))}
      </div>
      <section className="details__section">
        <h4>By kind</h4>
        <ul className="kind-counts">
          {counts.map(([kind, count]) => (
            <li key={kind}>
              <KindGlyph kind={kind} size={20} />
              <span>{count === 1 ? kindById(kind).title : kindById(kind).plural}</span>
              <span className="muted">{count.toLocaleString('en')}</span>
            </li>
          ))}
        </ul>
      </section>
      <ComparedSections ids={nodeIds} />
    </div>
  );
}

function total(counts: readonly (readonly [KindId, number])[]): number {
  return counts.reduce((sum, [, count]) => sum + count, 0);
}
