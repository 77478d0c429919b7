import type { ElementDefinition } from 'cytoscape';
import type { DrawnElement } from './drawn-elements.ts';

/** The element as Cytoscape takes it. Cytoscape keeps and changes what it is given, so it gets copies. */
export function definition(element: DrawnElement): ElementDefinition {
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
