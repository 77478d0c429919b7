/** Width of a node's card in graph units (CSS pixels at zoom 1). */
export const NODE_WIDTH = 208;

/** Height of a node's card in graph units. */
export const NODE_HEIGHT = 40;
