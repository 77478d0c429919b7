import type { Core } from 'cytoscape';
import { useLayoutEffect, useRef, useState } from 'react';
import type { DecodedImages } from '../elements/decoded-images.ts';
import { definition } from '../elements/definition.ts';
import { diffElements } from '../elements/diff-elements.ts';
import { drawGradually } from '../elements/draw-gradually.ts';
import type { DrawnElement } from '../elements/drawn-elements.ts';
import { WINDOW_TURNS } from '../elements/turns.ts';

type Drawing = ReadonlyMap<string, DrawnElement>;

const NOTHING: Drawing = new Map();

/** What Cytoscape has been given. */
interface Written {
  readonly cy: Core;
  drawing: Drawing;
}

/**
 * Writes a drawing into Cytoscape: the first one over several frames, later ones at once, as the difference to the drawing before
 * in one batch, so that what the user asks for can be moved to. The viewport stays where it is. Returns the drawing once all of
 * it is written, until then an empty one.
 */
export function useGraphElements(cy: Core | undefined, drawing: Drawing, images: DecodedImages): Drawing {
  const written = useRef<Written>(undefined);
  const [complete, setComplete] = useState<Core>();
  useLayoutEffect(() => {
    if (cy === undefined || cy.destroyed() || (drawing.size === 0 && complete !== cy)) return undefined;
    if (written.current?.cy !== cy) written.current = { cy, drawing: NOTHING };
    const own = written.current;
    if (complete === cy || own.drawing.size > 0) {
      writeDiff(cy, own.drawing, drawing);
      own.drawing = drawing;
      setComplete(cy);
      return undefined;
    }
    const abort = new AbortController();
    const added = new Map<string, DrawnElement>();
    drawGradually(cy, drawing.values(), {
      images,
      turns: WINDOW_TURNS,
      signal: abort.signal,
      added(elements) {
        for (const element of elements) added.set(element.id, element);
        own.drawing = added;
      },
    }).then(() => {
      if (!abort.signal.aborted) setComplete(cy);
    }, reportError);
    return () => abort.abort();
  }, [cy, drawing, images, complete]);
  return drawing.size === 0 || (cy !== undefined && complete === cy) ? drawing : NOTHING;
}

function writeDiff(cy: Core, before: Drawing, after: Drawing): void {
  const { added, removed, changed, moved } = diffElements(before, after);
  cy.batch(() => {
    const gone = cy.collection();
    for (const id of removed) gone.merge(cy.getElementById(id));
    gone.remove();
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
