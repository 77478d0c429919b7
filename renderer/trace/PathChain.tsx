import { ArrowLeft, ArrowRight } from 'lucide-react';
import { RELATIONS } from '../../shared/links/relations.ts';
import { KindGlyph } from '../graph/KindGlyph.tsx';
import { displayText } from '../graph/style/label.ts';
import type { DescribedPath } from '../inventory/worker/protocol/trace-protocol.ts';

/** A path as a chain that reads from its start: glyph and title of each resource, and the relation to the next. */
export function PathChain({ path }: { readonly path: DescribedPath }): React.JSX.Element {
  return (
    <span className="chain">
      {path.nodes.map((node, index) => {
        const link = path.links[index];
        const isForward = link?.from === node.id;
        const Arrow = isForward ? ArrowRight : ArrowLeft;
        return (
          <span key={node.id} className="chain__part">
            <span className="chain__node">
              <KindGlyph kind={node.kind} state={node.state} size={18} />
              <span className="truncate">{displayText(node.title)}</span>
            </span>
            {link !== undefined && (
              <span className="chain__link muted">
                <Arrow size={12} aria-hidden />
                {isForward ? RELATIONS[link.type].label : RELATIONS[link.type].reverseLabel}
              </span>
            )}
          </span>
        );
      })}
    </span>
  );
}
