import type { Remark } from './report.ts';
import type { Graph } from '../../graph/graph.ts';
import { RELATIONS } from '../../links/relations.ts';
import type { ReviewMark, ReviewNote, ReviewRecord } from '../../review/review-record.ts';
import { MARK_WORDS } from '../../review/review-words.ts';

/** Notes and marks as a report lists them, oldest first. What they are about is called as it was when they were written. */
export function remarksOf({ notes, marks }: Pick<ReviewRecord, 'notes' | 'marks'>, graph: Graph): readonly Remark[] {
  const remarks = [
    ...marks.map((mark) => ({ ...signed(mark, graph), text: `Marked as ${MARK_WORDS[mark.mark]}` })),
    ...notes.map((note) => ({ ...signed(note, graph), text: note.text })),
  ];
  return remarks.toSorted((left, right) => Date.parse(left.time) - Date.parse(right.time));
}

function signed({ target, title, author, time }: ReviewNote | ReviewMark, graph: Graph): Omit<Remark, 'text'> {
  return { about: title ?? nameOf(target, graph), author, time };
}

function nameOf(target: ReviewNote['target'], graph: Graph): string {
  const titleOf = (id: Parameters<Graph['nodes']['get']>[0]): string => graph.nodes.get(id)?.title ?? id;
  switch (target.type) {
    case 'node':
      return titleOf(target.id);
    case 'edge': {
      const relation = new Map<string, { readonly label: string }>(Object.entries(RELATIONS)).get(target.relation);
      return `${titleOf(target.from)} ${relation?.label ?? target.relation} ${titleOf(target.to)}`;
    }
    case 'finding':
      return `${target.rule} at ${titleOf(target.resource)}`;
  }
}
