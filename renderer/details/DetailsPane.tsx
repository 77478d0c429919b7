import type { NodeId } from '../../shared/graph/graph.ts';
import type { ViewNode } from '../../shared/graph/view.ts';
import type { Session } from '../state/session-store.ts';
import { useShared } from '../state/use-workbench.ts';
import { FoldDetails } from './FoldDetails.tsx';
import { InventoryOverview } from './InventoryOverview.tsx';
import { LinkDetailsView } from './LinkDetailsView.tsx';
import { NodeDetailsView } from './NodeDetailsView.tsx';
import { SelectionSummary } from './SelectionSummary.tsx';
import './details.css';

const NO_NODES: readonly ViewNode[] = [];

/** What is known of the selection: a resource, a fold, several of them, or a link. */
export function DetailsPane({ open }: { readonly open: Extract<Session, { phase: 'open' }> }): React.JSX.Element {
  const { ids, inspected, link } = useShared('selection', (state) => state.trail.here);
  const nodes = useShared('view', (state) => state.laidOut?.view.nodes ?? NO_NODES);
  if (link !== undefined) return <LinkDetailsView key={link.id} link={link} />;
  if (ids.length > 1) return <SelectionSummary ids={ids} />;
  if (inspected === undefined) return <InventoryOverview open={open} />;
  const node = nodes.find((candidate) => candidate.id === inspected);
  if (node?.members !== undefined) return <FoldDetails key={node.id} fold={node} members={node.members} />;
  // An inspected id that is no fold is the id of a graph node (see selection-store.ts).
  return <NodeDetailsView key={inspected} id={inspected as NodeId} />;
}
