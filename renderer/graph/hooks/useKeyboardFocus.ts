import type { Core, EventObject, NodeSingular } from 'cytoscape';
import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { GraphLinks } from '../links/graph-links.ts';
import { linkUnder } from './link-under.ts';

export interface KeyboardFocus {
  /** The graph has the focus and the user works by keyboard: the rings must show. */
  readonly isRinged: boolean;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onKey: () => void;
}

/**
 * Gives the mirror the focus when the canvas is used by pointer, so that keys work on what was clicked; rings show only once a key is
 * pressed or the focus came by keyboard. `clicked` is told the node or link, if it was one.
 */
export function useKeyboardFocus(
  cy: Core | undefined,
  links: GraphLinks | undefined,
  mirror: RefObject<HTMLElement | null>,
  clicked: (id: string, group: 'nodes' | 'edges') => void,
): KeyboardFocus {
  const [isRinged, setRinged] = useState(false);
  const byPointer = useRef(false);
  const tell = useRef(clicked);
  useEffect(() => {
    tell.current = clicked;
  });
  useEffect(() => {
    if (cy === undefined) return undefined;
    // Cytoscape takes the focus away when a button goes down; when it comes up, whatever was done, the mirror gets it back.
    function release(): void {
      byPointer.current = true;
      mirror.current?.focus({ preventScroll: true });
      byPointer.current = false;
      setRinged(false);
    }
    function click(event: EventObject): void {
      if (event.target !== event.cy) tell.current((event.target as NodeSingular).id(), 'nodes');
      const link = linkUnder(event, links);
      if (link !== undefined) tell.current(link, 'edges');
    }
    cy.on('tapend cxttapend', release);
    cy.on('tap cxttap', click);
    return () => {
      cy.off('tapend cxttapend', release);
      cy.off('tap cxttap', click);
    };
  }, [cy, links, mirror]);
  return {
    isRinged,
    onFocus: () => setRinged(!byPointer.current),
    onBlur: () => setRinged(false),
    onKey: () => setRinged(true),
  };
}
