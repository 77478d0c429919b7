import type { Core } from 'cytoscape';
import type { ReactElement } from 'react';
import type { LaidOutView } from '../inventory/worker/protocol/packed-view.ts';
import type { CanvasRemarks } from './card-remarks.ts';
import { describeEdge, describeNode } from './describe.ts';
import type { Description } from './describe.ts';
import type { GraphLinks } from './links/graph-links.ts';
import { useGraphHover } from './hooks/useGraphHover.ts';
import type { Hover } from './hooks/useGraphHover.ts';

/** What the pointer rests on, in words: nothing that the mirror does not say as well, so it is hidden from screen readers. */
export function GraphTooltip({
  cy,
  links,
  laidOut,
  remarks,
}: {
  readonly cy: Core | undefined;
  readonly links: GraphLinks | undefined;
  readonly laidOut: LaidOutView;
  readonly remarks: CanvasRemarks;
}): ReactElement | null {
  const hover = useGraphHover(cy, links);
  const description = hover && describeHovered(hover, laidOut, remarks);
  if (cy === undefined || hover === undefined || description === undefined) return null;
  const { area } = hover;
  const left = area.x1 + area.x2 > cy.width();
  const above = area.y1 + area.y2 > cy.height();
  return (
    <div
      className="graph-tooltip"
      aria-hidden="true"
      data-side={`${above ? 'above' : 'below'}-${left ? 'left' : 'right'}`}
      style={{ left: left ? area.x2 : area.x1, top: above ? area.y1 : area.y2 }}
    >
      <div className="graph-tooltip-title">{description.title}</div>
      {description.lines.map((line) => (
        <div key={line} className="graph-tooltip-line">
          {line}
        </div>
      ))}
    </div>
  );
}

function describeHovered(hover: Hover, { view, news }: LaidOutView, remarks: CanvasRemarks): Description | undefined {
  if (hover.group === 'nodes') {
    const node = view.nodes.find(({ id }) => id === hover.id);
    return node && describeNode(node, news?.[node.id], remarks.nodes[node.id]);
  }
  const edge = view.edges.find(({ id }) => id === hover.id);
  return edge && describeEdge(edge, view, remarks.edges[edge.id]);
}
