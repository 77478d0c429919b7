import type { GraphNode } from '../../graph/graph.ts';
import { kindById, type KindId } from '../../kinds/index.ts';
import type { RelationId } from '../../kinds/kind.ts';
import { isProjectNumber } from '../../resource/name-identity.ts';
import { covers } from '../../findings/places.ts';
import { isRead } from './columns.ts';

/**
 * Returns a test whether a resource may have such links that are not known, because the document that would name the target was
 * not read. Relations and kinds that are absent stand for all.
 */
export function unreadLinks(
  relations?: ReadonlySet<RelationId>,
  targets?: ReadonlySet<KindId>,
): (node: GraphNode) => boolean {
  const mayName = new Map<KindId, boolean>();
  return (node) => {
    if (isRead(node)) return false;
    const known = mayName.get(node.kind) ?? hasRule(node.kind, relations, targets);
    mayName.set(node.kind, known);
    return known;
  };
}

function hasRule(kind: KindId, relations?: ReadonlySet<RelationId>, targets?: ReadonlySet<string>): boolean {
  return kindById(kind).links.some(
    ({ relation, to, direction }) =>
      direction !== 'to-document' &&
      (relations?.has(relation) ?? true) &&
      (targets === undefined || [to].flat().some((target) => target === '*' || targets.has(target))),
  );
}

/**
 * Whether two resources lie in different projects or places; undefined where it is not known. A multi-region and a region in it
 * are one place; a project's number and an id may be the same project where nothing ties them.
 */
export function crossing(a: GraphNode, b: GraphNode, what: 'project' | 'location'): boolean | undefined {
  if (what === 'location') {
    if (a.location === undefined || b.location === undefined)
      return isPlaceUnread(a) || isPlaceUnread(b) ? undefined : false;
    return !covers(a.location, b.location) && !covers(b.location, a.location);
  }
  if (a.project === undefined || b.project === undefined) return isRead(a) && isRead(b) ? false : undefined;
  if (a.project === b.project) return false;
  return isProjectNumber(a.project) === isProjectNumber(b.project) ? true : undefined;
}

/** Whether a resource has a place that only its document would tell. */
function isPlaceUnread(node: GraphNode): boolean {
  return node.location === undefined && !isRead(node) && kindById(node.kind).locationField !== undefined;
}
