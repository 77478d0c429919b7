import { kindById, type KindId } from '../../shared/kinds/index.ts';
import type { MatchQuality, SearchHit } from '../../shared/search/hit.ts';

/** Hits of one kind, best first. */
export interface HitGroup {
  readonly kind: KindId;
  readonly title: string;
  readonly hits: readonly SearchHit[];
}

/** Groups ranked hits by kind; the kind with the best hit comes first, and the order within a kind stays. */
export function groupHits(hits: readonly SearchHit[]): readonly HitGroup[] {
  const groups = new Map<KindId, SearchHit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.kind);
    if (group === undefined) groups.set(hit.kind, [hit]);
    else group.push(hit);
  }
  return [...groups].map(([kind, members]) => ({ kind, title: kindById(kind).plural, hits: members }));
}

const QUALITY_WORDS: Readonly<Record<MatchQuality, string>> = {
  exact: 'exact',
  prefix: 'begins with',
  substring: 'contains',
  typo: 'similar',
};

/** How well a hit matches, in a word or two. */
export function qualityWords(quality: MatchQuality): string {
  return QUALITY_WORDS[quality];
}

/** What to announce for a finished search: count first, since that is what one listens for. */
export function announceHits(listed: number, total: number): string {
  if (total === 0) return 'No resources found';
  const count = `${total.toLocaleString('en')} ${total === 1 ? 'resource' : 'resources'} found`;
  return listed < total ? `${count}, the best ${listed} are listed` : count;
}

/** Index of the option reached from `current` by a key, round the list; -1 is the text field itself. */
export function moveOption(current: number, count: number, key: string): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return current + 1 >= count ? 0 : current + 1;
    case 'ArrowUp':
      return current <= 0 ? count - 1 : current - 1;
    case 'PageDown':
      return Math.min(count - 1, Math.max(0, current) + 10);
    case 'PageUp':
      return Math.max(0, current - 10);
    default:
      return undefined;
  }
}
