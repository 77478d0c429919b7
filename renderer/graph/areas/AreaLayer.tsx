import type { Core } from 'cytoscape';
import { useCallback, useRef } from 'react';
import type { ReactElement } from 'react';
import type { AreaBox } from '../layouts/worker/area-boxes.ts';
import type { Viewport } from '../viewport.ts';
import { useViewport } from './useViewport.ts';
import './areas.css';

/** The grounds of the open areas, below links and cards. Hidden from screen readers: each node's name says where it stands. */
export function AreaLayer({
  cy,
  boxes,
}: {
  readonly cy: Core | undefined;
  readonly boxes: readonly AreaBox[];
}): ReactElement | null {
  const layer = useRef<HTMLDivElement>(null);
  useViewport(
    cy,
    useCallback(({ zoom, pan }: Viewport) => {
      const { style } = layer.current ?? {};
      if (style === undefined) return;
      style.transform = `translate(${pan.x}px, ${pan.y}px) scale(${zoom})`;
      // Borders stay as wide as they are at any zoom.
      style.setProperty('--graph-zoom', String(zoom));
    }, []),
  );
  return (
    <div className="graph-areas" aria-hidden="true">
      <div ref={layer} className="graph-areas__plane">
        {boxes.map(({ area, x1, y1, x2, y2 }) => (
          <div
            key={`${area.id} ${x1} ${y1}`}
            className="graph-area"
            style={{ left: x1, top: y1, width: x2 - x1, height: y2 - y1 }}
          />
        ))}
      </div>
    </div>
  );
}
