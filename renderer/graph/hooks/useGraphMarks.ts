import type { Core } from 'cytoscape';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { CanvasRemarks } from '../card-remarks.ts';
import { setClass } from '../elements/set-class.ts';
import { linkBadges } from '../links/link-badges.ts';
import type { GraphLinks, LinkMark } from '../links/graph-links.ts';

const NONE: readonly string[] = [];

/** Marks search hits, the selected link, the links of the selection, and what has the keyboard. */
export function useGraphMarks(
  cy: Core | undefined,
  links: GraphLinks | undefined,
  drawing: ReadonlyMap<string, unknown>,
  selection: readonly string[],
  link: string | undefined,
  highlighted: readonly string[],
  focused: string | undefined,
): void {
  useLayoutEffect(() => links?.choose(selection), [links, selection]);
  useMarked(cy, links, drawing, 'highlighted', highlighted);
  useMarked(cy, links, drawing, 'focused', useOne(focused));
  useLayoutEffect(() => links?.mark('picked', link === undefined ? NONE : [link]), [links, link]);
}

function useOne(id: string | undefined): readonly string[] {
  return useMemo(() => (id === undefined ? NONE : [id]), [id]);
}

/** Marks nodes by a class, and links. */
function useMarked(
  cy: Core | undefined,
  links: GraphLinks | undefined,
  drawing: ReadonlyMap<string, unknown>,
  mark: Extract<LinkMark, 'highlighted' | 'focused'>,
  ids: readonly string[],
): void {
  const marked = useRef<ReadonlySet<string>>(new Set());
  useLayoutEffect(() => links?.mark(mark, ids), [links, mark, ids]);
  useLayoutEffect(() => {
    if (cy === undefined) return;
    const before = marked.current;
    const wanted = new Set(ids.filter((id) => drawing.has(id)));
    marked.current = wanted;
    cy.batch(() => {
      for (const id of before) if (!wanted.has(id)) cy.getElementById(id).removeClass(mark);
      for (const id of wanted) setClass(cy.getElementById(id), mark, true);
    });
  }, [cy, drawing, mark, ids]);
}

/** Puts what fails at links on their lines. */
export function useLinkBadges(links: GraphLinks | undefined, edges: CanvasRemarks['edges']): void {
  useLayoutEffect(() => links?.badge(linkBadges(edges)), [links, edges]);
}
