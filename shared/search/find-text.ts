import { KINDS } from '../kinds/index.ts';
import type { MatchQuality, SearchHit } from './hit.ts';
import { type Matches, matchTerm, SUBSTRING, WHOLE_TEXT } from './match-term.ts';
import type { SearchIndex } from './search-index.ts';
import { isWordStart, lowerCase } from './text.ts';
import { correctTypos } from './typos.ts';

/** Hits of a free text query, best first. */
export interface TextResult {
  readonly hits: readonly SearchHit[];
  /** Resources that match, of which `hits` are the best. */
  readonly total: number;
}

/** With fewer hits than this, words that are one letter away are tried too. */
const FEW = 5;
/** Of each kind that matches, this many are shown even if other kinds match better: else jobs crowd out all else. */
const LEAST_PER_KIND = 3;

/**
 * Finds resources by free text. The query's terms (parted by spaces) must all occur, each in any field; more exact matches come
 * first, then matches in the title and the name, then short titles. Typos are corrected only where little is found as typed.
 */
export function findText(index: SearchIndex, query: string, limit: number): TextResult {
  const terms = lowerCase(query)
    .split(/\s+/)
    .filter((term) => term !== '');
  if (terms.length === 0) return { hits: [], total: 0 };
  const typed = matchAll(index, terms);
  const found = pick(index, typed, limit);
  const chosen = found.nodes.map((node) => toHit(index, node, typed, terms, false));
  if (found.total >= FEW) return { hits: chosen, total: found.total };

  const corrected = correctTypos(index, terms);
  if (corrected === undefined) return { hits: chosen, total: found.total };
  const others = matchAll(index, corrected);
  typed.scores.forEach((score, node) => {
    if (score > 0) others.scores[node] = 0;
  });
  const more = pick(index, others, limit - chosen.length);
  return {
    hits: [...chosen, ...more.nodes.map((node) => toHit(index, node, others, corrected, true))],
    total: found.total + more.total,
  };
}

/** A node matches as well as the worst of the terms does; what is shown is the text of the first term. */
function matchAll(index: SearchIndex, terms: readonly string[]): Matches {
  const [first = '', ...others] = terms;
  const matches = matchTerm(index, first);
  for (const term of others) {
    const { scores } = matchTerm(index, term);
    for (let node = 0; node < scores.length; node += 1) {
      matches.scores[node] = Math.min(matches.scores[node] ?? 0, scores[node] ?? 0);
    }
  }
  return matches;
}

/** The best nodes by score, then by number; a few of each kind in any case. */
function pick(index: SearchIndex, { scores }: Matches, limit: number): { nodes: number[]; total: number } {
  const counts = Array.from({ length: WHOLE_TEXT * 4 + 4 }, () => 0);
  const ofKind: number[][] = KINDS.map(() => []);
  let total = 0;
  for (let node = 0; node < scores.length; node += 1) {
    const score = scores[node] ?? 0;
    if (score === 0) continue;
    total += 1;
    counts[score] = (counts[score] ?? 0) + 1;
    keepBest(ofKind[index.kindOf[node] ?? 0] ?? [], node, scores);
  }
  const byRank = (a: number, b: number): number => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b;
  const kept = new Set(ofKind.flat().toSorted(byRank).slice(0, limit));
  for (const node of bestNodes(scores, counts, limit)) if (kept.size < limit) kept.add(node);
  return { nodes: [...kept].toSorted(byRank), total };
}

/** Puts a node among the best of its kind if it belongs there; nodes come in ascending order, so that a tie is lost. */
function keepBest(best: number[], node: number, scores: Uint8Array): void {
  const score = scores[node] ?? 0;
  const last = best.at(-1);
  if (best.length === LEAST_PER_KIND && score <= (scores[last ?? 0] ?? 0)) return;
  const place = best.findIndex((other) => (scores[other] ?? 0) < score);
  best.splice(place < 0 ? best.length : place, 0, node);
  if (best.length > LEAST_PER_KIND) best.pop();
}

/** At most `limit` nodes of the highest scores, in order. Sorts what is returned only, however many match. */
function bestNodes(scores: Uint8Array, counts: readonly number[], limit: number): number[] {
  let least = counts.length;
  let above = 0;
  while (least > 1 && above < limit) {
    least -= 1;
    above += counts[least] ?? 0;
  }
  const chosen: number[] = [];
  const lowest: number[] = [];
  const room = limit - (above - (counts[least] ?? 0));
  for (let node = 0; node < scores.length; node += 1) {
    const score = scores[node] ?? 0;
    if (score > least) chosen.push(node);
    else if (score === least && score > 0 && lowest.length < room) lowest.push(node);
  }
  return [...chosen.toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b), ...lowest];
}

function toHit(
  index: SearchIndex,
  node: number,
  matches: Matches,
  terms: readonly string[],
  isTypo: boolean,
): SearchHit {
  const found = index.nodes[node];
  if (found === undefined) throw new Error(`no node has the number ${node}`);
  const text = matches.texts[node] ?? 0;
  const shown = index.text.slice(index.starts[text] ?? 0, (index.starts[text + 1] ?? 0) - 1);
  return {
    id: found.id,
    kind: found.kind,
    state: found.state,
    title: found.title,
    subtitle: [found.project, found.location].filter((part) => part !== undefined).join(' · '),
    quality: isTypo ? 'typo' : qualityOf(Math.floor((matches.scores[node] ?? 0) / 4)),
    field: index.fields[index.fieldOf[text] ?? 0] ?? '',
    text: shown,
    ranges: matchedRanges(shown, terms),
  };
}

function qualityOf(quality: number): MatchQuality {
  if (quality === WHOLE_TEXT) return 'exact';
  return quality === SUBSTRING ? 'substring' : 'prefix';
}

/** Where the terms stand in a text, best occurrence of each, overlaps joined. */
export function matchedRanges(text: string, terms: readonly string[]): [number, number][] {
  const lower = lowerCase(text);
  const ranges = terms.flatMap((term): [number, number][] => {
    const first = lower.indexOf(term);
    if (first < 0) return [];
    let best = first;
    for (let next = first; next >= 0; next = lower.indexOf(term, next + 1)) {
      if (isWordStart(text, next)) {
        best = next;
        break;
      }
    }
    return [[best, best + term.length]];
  });
  const joined: [number, number][] = [];
  for (const range of ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1);
    if (last !== undefined && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
    else joined.push(range);
  }
  return joined;
}
