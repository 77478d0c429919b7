import type { LinkedNode } from '../inventory/worker/protocol/details-protocol.ts';
import { Chip } from '../ui/Chip.tsx';
import { CrossingChips } from './CrossingChips.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import { NodeRow } from '../controls/NodeRow.tsx';

/** Evidence of a link listed before "show all". */
const FIRST = 2;

/** One link: the resource at its other end, how sure it is, and the fields that name it. */
export function LinkRow({ link }: { readonly link: LinkedNode }): React.JSX.Element {
  const { node, confidence, evidence, crosses } = link;
  return (
    <li className="link-row">
      <NodeRow node={node} />
      {(confidence !== 'exact' || crosses.length > 0) && (
        <div className="link-row__chips">
          {confidence === 'heuristic' && <Chip tone="outline">heuristic: found in text</Chip>}
          {confidence === 'derived' && <Chip tone="outline">derived from several facts</Chip>}
          <CrossingChips crosses={crosses} />
        </div>
      )}
      <EvidenceList evidence={evidence} first={FIRST} />
    </li>
  );
}
