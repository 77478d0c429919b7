import {
  putAcceptances,
  putMarks,
  putNote,
  putQuery,
  removeAcceptances,
  removeMarks,
  removeNote,
  removeQuery,
} from '../../../shared/review/change-review.ts';
import type {
  AcceptedFinding,
  Mark,
  ReviewAcceptance,
  ReviewNote,
  ReviewTarget,
} from '../../../shared/review/review-record.ts';
import { MARK_WORDS } from '../../../shared/review/review-words.ts';
import { formatCount } from '../format.ts';
import { recordOf } from './review-store.ts';
import type { Workbench } from '../workbench.ts';

/** What a note or mark is about, and what that is called. */
export interface TitledTarget {
  readonly target: ReviewTarget;
  readonly title?: string;
}

/** The part of a workbench that reviewing needs. */
type Reviewing = Pick<Workbench, 'review' | 'notices'>;

/** Writes a note at a target. */
export function addNote({ review, notices }: Reviewing, { target, title }: TitledTarget, text: string): void {
  const { change, newId, sign } = review.getState();
  const note: ReviewNote = { id: newId(), target, ...(title === undefined ? {} : { title }), text, ...sign() };
  change('Add a note', (record) => putNote(record, note));
  notices.getState().announce('Note added');
}

/** Gives a note another text; nothing happens where the note is gone. */
export function changeNote({ review, notices }: Reviewing, id: string, text: string): void {
  const { change, sign } = review.getState();
  const note = recordOf(review.getState()).notes.find((each) => each.id === id);
  if (note === undefined || note.text === text) return;
  change('Change a note', (record) => putNote(record, { ...note, text, ...sign() }));
  notices.getState().announce('Note changed');
}

/** Takes a note away; undoing brings it back. */
export function deleteNote({ review, notices }: Reviewing, id: string): void {
  review.getState().change('Delete a note', (record) => removeNote(record, id));
  notices.getState().announce('Note deleted');
}

/** Marks targets, or takes their marks away. */
export function markTargets(
  { review, notices }: Reviewing,
  targets: readonly TitledTarget[],
  mark: Mark | undefined,
): void {
  if (targets.length === 0) return;
  const { change, sign } = review.getState();
  const signed = sign();
  const count = targets.length === 1 ? '' : ` ${formatCount(targets.length, 'entry', 'entries')}`;
  if (mark === undefined) {
    const bare = targets.map(({ target }) => target);
    change(`Take the mark away${count === '' ? '' : ` from${count}`}`, (record) => removeMarks(record, bare));
    notices.getState().announce('Mark taken away');
    return;
  }
  const marks = targets.map((each) => ({ ...each, mark, ...signed }));
  change(`Mark${count} as ${MARK_WORDS[mark]}`, (record) => putMarks(record, marks));
  notices.getState().announce(`Marked as ${MARK_WORDS[mark]}`);
}

/** Accepts findings for a reason, until a day (`2026-12-31`) or for good. */
export function acceptFindings(
  { review, notices }: Reviewing,
  findings: readonly AcceptedFinding[],
  reason: string,
  expires?: string,
): void {
  if (findings.length === 0) return;
  const { change, sign } = review.getState();
  const terms = { reason, ...(expires === undefined ? {} : { expires }), ...sign() };
  const acceptances = findings.map((finding): ReviewAcceptance => ({ ...finding, ...terms }));
  change(`Accept ${formatCount(findings.length, 'finding')}`, (record) => putAcceptances(record, acceptances));
  notices.getState().announce(`${formatCount(findings.length, 'finding')} accepted`);
}

/** Takes acceptances back. */
export function withdrawAcceptances({ review, notices }: Reviewing, fingerprints: readonly string[]): void {
  if (fingerprints.length === 0) return;
  review
    .getState()
    .change(`Accept ${formatCount(fingerprints.length, 'finding')} no more`, (record) =>
      removeAcceptances(record, fingerprints),
    );
  notices.getState().announce(`${formatCount(fingerprints.length, 'finding')} accepted no more`);
}

/** Keeps a query with the inventory; one of the same name is replaced. */
export function keepQuery({ review }: Reviewing, name: string, query: string): void {
  const { change, sign } = review.getState();
  const signed = sign();
  change(`Save the query “${name}”`, (record) => putQuery(record, { name, query, ...signed }));
}

/** Forgets a query that is kept with the inventory. */
export function dropQuery({ review }: Reviewing, name: string): void {
  review.getState().change(`Delete the query “${name}”`, (record) => removeQuery(record, name));
}
