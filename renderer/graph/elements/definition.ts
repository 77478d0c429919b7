import type { ElementDefinition } from 'cytoscape';
import type { DrawnNode } from './drawn-elements.ts';

/** The node as Cytoscape takes it. Cytoscape keeps and changes what it is given, so it gets copies. */
export function definition(node: DrawnNode): ElementDefinition {
  return {
    group: 'nodes',
    data: { id: node.id, ...node.data },
    position: { ...node.position },
    classes: node.classes,
  };
}
