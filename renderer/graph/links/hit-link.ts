import type { Position } from '../../../shared/graph/view.ts';
import { NODE_WIDTH } from '../layouts/worker/node-size.ts';
import { courseOf, distanceTo } from './worker/courses.ts';
import type { LinkScene } from './worker/link-protocol.ts';

/** How far a curve reaches beyond the box around the middles of its cards: half a card and the widest bow. */
const REACH = NODE_WIDTH / 2 + 80;

/** The number of the link nearest to a point, at most `within` away; all in graph units. Undefined where there is none. */
export function linkAt(scene: LinkScene, point: Position, within: number): number | undefined {
  const { places, ends, lanes } = scene;
  const reach = REACH + within;
  let found: number | undefined;
  let nearest = within;
  for (let link = 0; link < lanes.length; link += 1) {
    const from = ends[link * 2] ?? 0;
    const to = ends[link * 2 + 1] ?? 0;
    const x1 = places[from * 2] ?? 0;
    const y1 = places[from * 2 + 1] ?? 0;
    const x2 = places[to * 2] ?? 0;
    const y2 = places[to * 2 + 1] ?? 0;
    if (point.x < Math.min(x1, x2) - reach || point.x > Math.max(x1, x2) + reach) continue;
    if (point.y < Math.min(y1, y2) - reach || point.y > Math.max(y1, y2) + reach) continue;
    const distance = distanceTo(courseOf(scene, link), point);
    if (distance > nearest) continue;
    nearest = distance;
    found = link;
  }
  return found;
}
