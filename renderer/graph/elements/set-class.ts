import type { NodeSingular } from 'cytoscape';

/** Gives a node a class or takes it away. Cytoscape styles a node anew even where it is given a class that it has already. */
export function setClass(node: NodeSingular, name: string, wanted: boolean): void {
  if (node.hasClass(name) !== wanted) node.toggleClass(name, wanted);
}
