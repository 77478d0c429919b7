import type { NodeId } from '../graph/graph.ts';
import { nodesOfTarget, type ReviewRecord, type ReviewTarget } from './review-record.ts';
import { MARK_WORDS } from './review-words.ts';

/** What reviewers made of a resource: of itself, of its findings and of its links. */
export interface ReviewedResource {
  /** In words, each once: `to check`. */
  readonly marks: readonly string[];
  /** Texts, oldest first. */
  readonly notes: readonly string[];
}

export type ReviewedResources = ReadonlyMap<NodeId, ReviewedResource>;

export const NOTHING_REVIEWED: ReviewedResources = new Map();

const known = new WeakMap<ReviewRecord['notes'], WeakMap<ReviewRecord['marks'], ReviewedResources>>();

/** The resources with notes or marks; the same object for the same lists. Linear in them. */
export function reviewedResources({ notes, marks }: Pick<ReviewRecord, 'notes' | 'marks'>): ReviewedResources {
  const ofNotes = known.get(notes) ?? new WeakMap<ReviewRecord['marks'], ReviewedResources>();
  known.set(notes, ofNotes);
  const found = ofNotes.get(marks) ?? gather(notes, marks);
  ofNotes.set(marks, found);
  return found;
}

function gather(notes: ReviewRecord['notes'], marks: ReviewRecord['marks']): ReviewedResources {
  const found = new Map<NodeId, { readonly marks: Set<string>; readonly notes: string[] }>();
  const at = (target: ReviewTarget): readonly { readonly marks: Set<string>; readonly notes: string[] }[] =>
    [...new Set(nodesOfTarget(target))].map((id) => {
      const reviewed = found.get(id) ?? { marks: new Set<string>(), notes: [] };
      found.set(id, reviewed);
      return reviewed;
    });
  for (const { target, mark } of marks) for (const reviewed of at(target)) reviewed.marks.add(MARK_WORDS[mark]);
  for (const { target, text } of notes) for (const reviewed of at(target)) reviewed.notes.push(text);
  return new Map([...found].map(([id, reviewed]) => [id, { marks: [...reviewed.marks], notes: reviewed.notes }]));
}
