import type { Core } from 'cytoscape';
import { useEffect, useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { LaidOutView } from '../../inventory/worker/protocol/packed-view.ts';
import { THEMES, UI_FONT } from '../../ui/theme/tokens.ts';
import type { ThemeName } from '../../ui/theme/tokens.ts';
import type { GraphCallbacks } from '../graph-callbacks.ts';
import { createGraphLinks, type GraphLinks } from '../links/graph-links.ts';
import { createLinkLayer, type LinkLayer, type LinkSheet } from '../links/link-layer.ts';
import { linkPalette } from '../links/link-palette.ts';
import { startLinksWorker } from '../links/start-links-worker.ts';

/** The links of the graph and the layer they are drawn on. */
export interface LinkDrawer {
  readonly links: GraphLinks;
  readonly layer: LinkLayer;
}

/** Painters that are started for a graph: one that fails again and again is no help. */
const MOST_PAINTERS = 4;

/**
 * Draws the links of a view on the canvases below the cards, and moves them with what the user looks at. A painter that fails is
 * replaced by another, which paints all of it anew.
 */
export function useGraphLinks(
  cy: Core | undefined,
  linkCanvas: RefObject<HTMLCanvasElement | null>,
  markCanvas: RefObject<HTMLCanvasElement | null>,
  { view, positions }: LaidOutView,
  theme: ThemeName,
  callbacks: Pick<GraphCallbacks, 'painterFailed'>,
): LinkDrawer | undefined {
  const [drawer, setDrawer] = useState<LinkDrawer>();
  const [painter, setPainter] = useState(1);
  useEffect(() => {
    const [links, marks] = [linkCanvas.current, markCanvas.current];
    if (cy === undefined || links === null || marks === null) return undefined;
    const layer = createLinkLayer(
      startLinksWorker(),
      { links: sheetOn(links), marks: sheetOn(marks) },
      {
        // Told to the page as well, so that one can wait for what is painted.
        busy: (isBusy) => links.parentElement?.setAttribute('aria-busy', String(isBusy)),
        failed(message) {
          const isReplaced = painter < MOST_PAINTERS;
          callbacks.painterFailed(message, isReplaced);
          if (isReplaced) setPainter(painter + 1);
        },
      },
    );
    // Asking for it makes the browser lay the page out, so not each time the user moves.
    let size = { width: cy.width(), height: cy.height() };
    function look(): void {
      if (cy === undefined) return;
      layer.look({ zoom: cy.zoom(), pan: { ...cy.pan() } }, size, window.devicePixelRatio);
    }
    function resized(): void {
      if (cy === undefined) return;
      size = { width: cy.width(), height: cy.height() };
      look();
    }
    look();
    cy.on('viewport', look);
    cy.on('resize', resized);
    setDrawer({ layer, links: createGraphLinks(layer) });
    return () => {
      cy.off('viewport', look);
      cy.off('resize', resized);
      layer.dispose();
      setDrawer(undefined);
    };
  }, [cy, linkCanvas, markCanvas, painter, callbacks]);

  useLayoutEffect(() => drawer?.links.show(view, positions), [drawer, view, positions]);
  const count = view.edges.length;
  useLayoutEffect(
    () => drawer?.links.paintWith(linkPalette(THEMES[theme], UI_FONT, count)),
    // Few counts change a colour, but a palette is a small message.
    [drawer, theme, count],
  );
  return drawer;
}

function sheetOn(canvas: HTMLCanvasElement): LinkSheet {
  const context = canvas.getContext('bitmaprenderer');
  if (context === null) throw new Error('This window cannot show pictures: no bitmap canvas.');
  return {
    show(image, { width, height }) {
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
      context.transferFromImageBitmap(image);
    },
    lay({ x, y, scale }) {
      canvas.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    },
  };
}
