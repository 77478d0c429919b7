import type { CanvasRemarks } from '../card-remarks.ts';
import { compactCount } from '../style/node-image.ts';
import { findingBadgeText } from '../style/remark-badges.ts';
import type { LinkBadge } from './worker/link-protocol.ts';

/** The badges of links by their ids: the worst severity and how many findings there are. */
export function linkBadges(edges: CanvasRemarks['edges']): Readonly<Record<string, Omit<LinkBadge, 'link'>>> {
  return Object.fromEntries(
    Object.entries(edges).map(([id, { severity, failed }]) => [
      id,
      { shape: severity === 'info' ? 'low' : severity, text: findingBadgeText(severity, compactCount(failed)) },
    ]),
  );
}
