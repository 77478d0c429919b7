import type { Core } from 'cytoscape';
import { ChevronDown } from 'lucide-react';
import { useCallback, useRef } from 'react';
import type { ReactElement } from 'react';
import { Button, Toolbar } from 'react-aria-components';
import type { AreaBox } from '../layouts/worker/area-boxes.ts';
import { displayText } from '../style/label.ts';
import type { Viewport } from '../viewport.ts';
import { headPlaces } from './head-place.ts';
import { useViewport } from './useViewport.ts';

interface AreaHeadsProps {
  readonly cy: Core | undefined;
  readonly boxes: readonly AreaBox[];
  readonly onToggle: (area: string) => void;
}

/**
 * Titles of the open areas with their counts, in a size that can be read at every zoom; pressing one folds its area. One tab stop,
 * within which arrow keys go from title to title.
 */
export function AreaHeads({ cy, boxes, onToggle }: AreaHeadsProps): ReactElement | null {
  const heads = useRef<HTMLDivElement>(null);
  useViewport(
    cy,
    useCallback(
      (viewport: Viewport, graph: Core) => {
        const screen = { width: graph.width(), height: graph.height() };
        headPlaces(boxes, viewport, screen).forEach((place, index) => {
          const head = heads.current?.children.item(index);
          if (!(head instanceof HTMLElement)) return;
          head.style.visibility = place === undefined ? 'hidden' : 'visible';
          if (place === undefined) return;
          head.style.transform = `translate(${Math.round(place.x)}px, ${Math.round(place.y)}px)`;
          head.style.maxWidth = `${Math.round(place.width)}px`;
        });
      },
      [boxes],
    ),
  );
  if (boxes.length === 0) return null;
  return (
    <Toolbar ref={heads} className="graph-area-heads" aria-label="Groups">
      {boxes.map(({ area, members, x1, y1 }) => (
        <Button
          key={`${area.id} ${x1} ${y1}`}
          className="graph-area-head"
          aria-label={`Fold ${displayText(area.title)}, ${area.count.toLocaleString('en')} resources`}
          onPress={() => onToggle(area.id)}
        >
          <ChevronDown size={14} aria-hidden />
          <span className="truncate">{displayText(area.title)}</span>
          <span className="graph-area-head__count">
            {members.length < area.members.length
              ? `${members.length} of ${area.members.length} cards`
              : area.count.toLocaleString('en')}
          </span>
        </Button>
      ))}
    </Toolbar>
  );
}
