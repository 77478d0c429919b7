import type { Core } from 'cytoscape';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { PointerEvent, ReactElement } from 'react';
import type { LaidOutView } from '../../inventory/worker/protocol/packed-view.ts';
import { THEMES } from '../../ui/theme/tokens.ts';
import type { ThemeName } from '../../ui/theme/tokens.ts';
import { useViewport } from '../areas/useViewport.ts';
import type { AreaBox } from '../layouts/worker/area-boxes.ts';
import type { Viewport } from '../viewport.ts';
import { boundsOfCards, isWhole, minimapScale, panTo, seenPart } from './minimap-scale.ts';
import { paintMinimap } from './paint-minimap.ts';
import './minimap.css';

const MOST = { width: 200, height: 136 } as const;
/** In a smaller graph the minimap would cover what it is an overview of. */
const LEAST_GRAPH = { width: 420, height: 300 } as const;

interface MinimapProps {
  readonly cy: Core | undefined;
  readonly laidOut: LaidOutView;
  readonly boxes: readonly AreaBox[];
  readonly selection: readonly string[];
  readonly theme: ThemeName;
}

/**
 * The whole graph in small with a frame around what is seen: a click or a drag moves the view there. It is there only while part
 * of the graph is out of sight. Hidden from screen readers: Shift with arrow keys moves the view, and keys go from node to node.
 */
export function Minimap({ cy, laidOut, boxes, selection, theme }: MinimapProps): ReactElement | null {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const { view, positions } = laidOut;
  const bounds = useMemo(() => boundsOfCards(view.nodes.flatMap(({ id }) => positions[id] ?? [])), [view, positions]);
  const scale = useMemo(() => bounds && minimapScale(bounds, MOST), [bounds]);

  useEffect(() => {
    if (scale === undefined) return undefined;
    // The graph itself is drawn first; an overview can wait.
    const request = requestIdleCallback(
      () => {
        const element = canvas.current;
        const context = element?.getContext('2d');
        if (element === null || context === null || context === undefined) return;
        const ratio = window.devicePixelRatio;
        element.width = Math.round(scale.size.width * ratio);
        element.height = Math.round(scale.size.height * ratio);
        const picture = { nodes: view.nodes, positions, boxes, selected: new Set(selection) };
        paintMinimap(context, picture, scale, THEMES[theme], ratio);
      },
      { timeout: 500 },
    );
    return () => cancelIdleCallback(request);
  }, [view, positions, boxes, selection, scale, theme]);

  useViewport(
    cy,
    useCallback(
      (viewport: Viewport, graph: Core) => {
        const { style } = frame.current ?? {};
        if (bounds === undefined || scale === undefined || style === undefined || box.current === null) return;
        const screen = { width: graph.width(), height: graph.height() };
        const covers = screen.width < LEAST_GRAPH.width || screen.height < LEAST_GRAPH.height;
        box.current.hidden = covers || isWhole(viewport, screen, bounds);
        const { x1, y1, x2, y2 } = seenPart(viewport, screen, scale);
        style.transform = `translate(${x1}px, ${y1}px)`;
        style.width = `${x2 - x1}px`;
        style.height = `${y2 - y1}px`;
      },
      [bounds, scale],
    ),
  );

  if (scale === undefined) return null;

  function moveTo(event: PointerEvent<HTMLDivElement>): void {
    if (cy === undefined || scale === undefined) return;
    const place = event.currentTarget.getBoundingClientRect();
    const point = { x: event.clientX - place.left, y: event.clientY - place.top };
    cy.stop();
    cy.pan(panTo(point, cy.zoom(), { width: cy.width(), height: cy.height() }, scale));
  }

  return (
    <div
      ref={box}
      className="minimap"
      aria-hidden="true"
      style={{ width: scale.size.width, height: scale.size.height }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        moveTo(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) moveTo(event);
      }}
    >
      <canvas ref={canvas} className="minimap__graph" />
      <div ref={frame} className="minimap__frame" />
    </div>
  );
}
