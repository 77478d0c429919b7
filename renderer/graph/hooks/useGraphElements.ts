import type { Core, ElementDefinition } from 'cytoscape';
import { useLayoutEffect, useRef } from 'react';
import { diffElements } from '../elements/diff-elements.ts';
import type { DrawnElement } from '../elements/drawn-elements.ts';

type Drawing = ReadonlyMap<string, DrawnElement>;

const NOTHING: Drawing = new Map();

/** Writes a drawing into Cytoscape: the difference to the drawing before, in one batch. The viewport stays where it is. */
export function useGraphElements(cy: Core | undefined, drawing: Drawing): void {
  const written = useRef<{ readonly cy: Core; readonly drawing: Drawing }>(undefined);
  useLayoutEffect(() => {
    if (cy === undefined || cy.destroyed()) return;
    const before = written.current?.cy === cy ? written.current.drawing : NOTHING;
    writeDiff(cy, before, drawing);
    written.current = { cy, drawing };
  }, [cy, drawing]);
}

function writeDiff(cy: Core, before: Drawing, after: Drawing): void {
  const { added, removed, changed, moved } = diffElements(before, after);
  cy.batch(() => {
    for (const id of removed) cy.getElementById(id).remove();
    for (const element of changed) {
      const drawn = cy.getElementById(element.id);
      // Not `classes()`: the classes of hover, focus and the like are not part of the drawing and stay.
      drawn.removeClass(before.get(element.id)?.classes ?? '').addClass(element.classes);
      drawn.data(element.data);
    }
    for (const element of moved) {
      if (element.group === 'nodes') cy.getElementById(element.id).position({ ...element.position });
    }
    if (added.length > 0) cy.add(added.map(definition));
  });
}

/** Cytoscape keeps and changes what it is given, so it gets copies. */
function definition(element: DrawnElement): ElementDefinition {
  if (element.group === 'nodes') {
    return {
      group: 'nodes',
      data: { id: element.id, ...element.data },
      position: { ...element.position },
      classes: element.classes,
    };
  }
  return {
    group: 'edges',
    data: { id: element.id, source: element.source, target: element.target, ...element.data },
    classes: element.classes,
    selectable: false,
  };
}
