import type { Core } from 'cytoscape';
import { useEffect } from 'react';

/** From so many cards on, a gesture moves a picture of them, which is blurred and ends at the window's border. */
const VERY_HEAVY = 4_000;

/** A field of Cytoscape's canvas renderer that its constructor sets from an option of the same name. */
interface GestureOptions {
  textureOnViewport: boolean;
}

/** Level of detail while the user moves the graph. */
export function useGraphDetail(cy: Core | undefined, drawing: ReadonlyMap<string, unknown>): void {
  useEffect(() => {
    if (cy !== undefined) rendererOf(cy).textureOnViewport = drawing.size > VERY_HEAVY;
  }, [cy, drawing]);
}

/** The renderer is reachable, but not part of the declared types. */
function rendererOf(cy: Core): GestureOptions {
  return (cy as unknown as { renderer(): GestureOptions }).renderer();
}
