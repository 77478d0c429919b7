import type { Core } from 'cytoscape';
import { useLayoutEffect, useMemo } from 'react';
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
  useLayoutEffect(() => {
    if (cy === undefined) return;
    cy.batch(() => {
      cy.edges('.chosen').removeClass(CHOSEN);
      for (const id of selection) {
        if (!drawing.has(id)) continue;
        const links = cy.getElementById(id).connectedEdges();
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
  useLayoutEffect(() => {
    if (cy === undefined) return;
    const wanted = new Set(ids.filter((id) => drawing.has(id)));
    cy.batch(() => {
      for (const element of cy.elements(`.${mark}`).toArray()) if (!wanted.has(element.id())) element.removeClass(mark);
      for (const id of wanted) cy.getElementById(id).addClass(mark);
    });
  }, [cy, drawing, mark, ids]);
}
