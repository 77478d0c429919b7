import type { CollectionReturnValue, Core } from 'cytoscape';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { isFar } from '../style/card.ts';
import { NAMED_LIMIT } from './useGraphHover.ts';

const CHOSEN = 'chosen named-chosen far-chosen';

/** Marks search hits, the selected link, the links of the selection, and what has the keyboard, each by a class of its own. */
export function useGraphMarks(
  cy: Core | undefined,
  drawing: ReadonlyMap<string, unknown>,
  selection: readonly string[],
  link: string | undefined,
  highlighted: readonly string[],
  focused: string | undefined,
): void {
  // Remembered, as looking for elements by class reads all of them.
  const chosen = useRef<CollectionReturnValue>(undefined);
  useLayoutEffect(() => {
    if (cy === undefined) return;
    cy.batch(() => {
      chosen.current?.removeClass(CHOSEN);
      const now = cy.collection();
      chosen.current = now;
      for (const id of selection) {
        if (!drawing.has(id)) continue;
        const links = cy.getElementById(id).connectedEdges();
        now.merge(links);
        links.addClass(links.length <= NAMED_LIMIT ? 'chosen named-chosen' : 'chosen');
        if (isFar(cy.zoom())) links.addClass('far-chosen');
      }
    });
  }, [cy, drawing, selection]);
  useMarked(cy, drawing, 'highlighted', highlighted);
  useMarked(cy, drawing, 'focused', useOne(focused));
  useMarked(cy, drawing, 'picked', useOne(link));
}

function useOne(id: string | undefined): readonly string[] {
  return useMemo(() => (id === undefined ? [] : [id]), [id]);
}

function useMarked(
  cy: Core | undefined,
  drawing: ReadonlyMap<string, unknown>,
  mark: string,
  ids: readonly string[],
): void {
  const marked = useRef<ReadonlySet<string>>(new Set());
  useLayoutEffect(() => {
    if (cy === undefined) return;
    const before = marked.current;
    const wanted = new Set(ids.filter((id) => drawing.has(id)));
    marked.current = wanted;
    cy.batch(() => {
      for (const id of before) if (!wanted.has(id)) cy.getElementById(id).removeClass(mark);
      for (const id of wanted) cy.getElementById(id).addClass(mark);
    });
  }, [cy, drawing, mark, ids]);
}
