import type { Position } from '../../../../shared/graph/view.ts';
import type { LinkScene } from './link-protocol.ts';
import { type Course, routeLink } from './route-link.ts';

/** Numbers that `coursesOf` has for each link. */
export const COURSE_LENGTH = 8;

/** The courses of all links: x and y of start, first and second control point, and end of each. Linear in the links. */
export function coursesOf(scene: LinkScene): Float32Array {
  const courses = new Float32Array(scene.lanes.length * COURSE_LENGTH);
  for (let link = 0; link < scene.lanes.length; link += 1) {
    const { start, controls, end } = courseOf(scene, link);
    const [first, second] = controls;
    courses.set([start.x, start.y, first.x, first.y, second.x, second.y, end.x, end.y], link * COURSE_LENGTH);
  }
  return courses;
}

/** The course of one link. */
export function courseOf({ places, ends, lanes }: LinkScene, link: number): Course {
  return routeLink(placeOf(places, ends[link * 2]), placeOf(places, ends[link * 2 + 1]), lanes[link] ?? 0);
}

function placeOf(places: Float32Array, card = 0): Position {
  return { x: places[card * 2] ?? 0, y: places[card * 2 + 1] ?? 0 };
}

/** The point of a curve at `share` (0 to 1) of its parameter (https://en.wikipedia.org/wiki/Bézier_curve). */
export function pointAt({ start, controls: [first, second], end }: Course, share: number): Position {
  const rest = 1 - share;
  const [a, b, c, d] = [rest ** 3, 3 * rest ** 2 * share, 3 * rest * share ** 2, share ** 3];
  return {
    x: a * start.x + b * first.x + c * second.x + d * end.x,
    y: a * start.y + b * first.y + c * second.y + d * end.y,
  };
}

/** Steps in which a curve is gone along: a step is a few pixels long. */
const STEPS = 32;

/** The point of a curve that is `distance` from its end when one goes along it; its start if it is shorter. */
export function pointBeforeEnd(course: Course, distance: number): Position {
  let left = distance;
  let here = course.end;
  for (let step = STEPS - 1; step >= 0; step -= 1) {
    const next = pointAt(course, step / STEPS);
    const length = Math.hypot(next.x - here.x, next.y - here.y);
    if (length >= left) {
      const share = length === 0 ? 0 : left / length;
      return { x: here.x + (next.x - here.x) * share, y: here.y + (next.y - here.y) * share };
    }
    left -= length;
    here = next;
  }
  return course.start;
}

/** Distance of a point from a curve, in graph units. Makes no objects: it is asked of thousands of links at once. */
export function distanceTo({ start, controls: [first, second], end }: Course, { x, y }: Position): number {
  let nearest = Number.POSITIVE_INFINITY;
  let fromX = start.x;
  let fromY = start.y;
  for (let step = 1; step <= STEPS; step += 1) {
    const share = step / STEPS;
    const rest = 1 - share;
    const a = rest * rest * rest;
    const b = 3 * rest * rest * share;
    const c = 3 * rest * share * share;
    const d = share * share * share;
    const toX = a * start.x + b * first.x + c * second.x + d * end.x;
    const toY = a * start.y + b * first.y + c * second.y + d * end.y;
    const across = toX - fromX;
    const down = toY - fromY;
    const length = across * across + down * down;
    const along = length === 0 ? 0 : ((x - fromX) * across + (y - fromY) * down) / length;
    const on = Math.min(1, Math.max(0, along));
    const offX = x - fromX - across * on;
    const offY = y - fromY - down * on;
    nearest = Math.min(nearest, offX * offX + offY * offY);
    fromX = toX;
    fromY = toY;
  }
  return Math.sqrt(nearest);
}
