import type { RelationId } from '../../shared/kinds/kind.ts';
import type { LinkGroup } from '../inventory/worker/protocol.ts';

/** DOM id of a group of links in the details pane, to scroll to. */
export function linkGroupId(relation: RelationId, direction: LinkGroup['direction']): string {
  return `links-${direction}-${relation}`;
}
