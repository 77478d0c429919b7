import { useState } from 'react';
import { Button } from 'react-aria-components';
import { acceptanceTerms } from '../../shared/findings/report/report.ts';
import { hasExpired } from '../../shared/findings/accept.ts';
import { MARK_WORDS } from '../../shared/review/review-words.ts';
import type { ReviewRecord, ReviewTarget } from '../../shared/review/review-record.ts';
import { displayText } from '../graph/style/label.ts';
import { showNode } from '../state/view/node-operations.ts';
import { deleteNote, markTargets, withdrawAcceptances } from '../state/review/review-operations.ts';
import { recordOf } from '../state/review/review-store.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import type { Workbench } from '../state/workbench.ts';
import { Chip } from '../ui/Chip.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';

/** One entry of the review, for the list of all. */
interface Row {
  readonly key: string;
  readonly what: string;
  readonly isExpired?: boolean;
  readonly target: ReviewTarget;
  readonly about: string;
  readonly text: string;
  readonly author: string;
  readonly time: string;
  readonly remove: (workbench: Workbench) => void;
  readonly removal: string;
}

/** All notes, marks and acceptances, the newest first, each leading to what it is about. */
export function ReviewList(): React.JSX.Element {
  const record = useShared('review', recordOf);
  const [now] = useState(() => Date.now());
  const rows = rowsOf(record, now);
  if (rows.length === 0) {
    return (
      <p className="findings__note">
        Nothing is noted, marked or accepted yet. Accept findings on their cards; write notes and set marks there and in
        the details of resources and links. A snapshot keeps them.
      </p>
    );
  }
  return (
    <VirtualList label="Notes, marks and acceptances" items={rows} rowHeight={44} keyOf={({ key }) => key}>
      {(row) => <ReviewRow row={row} />}
    </VirtualList>
  );
}

function ReviewRow({ row }: { readonly row: Row }): React.JSX.Element {
  const workbench = useWorkbench();
  const { what, isExpired = false, target, about, text, author, time, remove, removal } = row;
  return (
    <div className="review-list__row">
      <Chip tone={isExpired ? 'error' : 'neutral'}>{isExpired ? 'expired' : what}</Chip>
      <Button
        className="button button--quiet button--small review-list__about"
        onPress={() => workbench.run(() => showTarget(workbench, target))}
      >
        {displayText(about)}
      </Button>
      <span className="review-list__text">{text}</span>
      <span className="muted review-list__author">
        {author}, <time dateTime={time}>{time.slice(0, 10)}</time>
      </span>
      <Button className="button button--small" aria-label={`${removal}: ${about}`} onPress={() => remove(workbench)}>
        {removal}
      </Button>
    </div>
  );
}

/** Goes to what an entry is about: a resource, an end of a link, or the resource of a finding with its card. */
async function showTarget(workbench: Workbench, target: ReviewTarget): Promise<void> {
  const { findings, panes } = workbench;
  if (target.type === 'finding') {
    findings.getState().show({ query: target.rule }, 'rule');
    panes.getState().show('findings');
    await showNode(workbench, target.resource);
    return;
  }
  await showNode(workbench, target.type === 'node' ? target.id : target.from);
}

function rowsOf({ notes, marks, acceptances }: ReviewRecord, now: number): readonly Row[] {
  const rows: Row[] = [
    ...notes.map(({ id, target, title, text, author, time }) => ({
      key: `note ${id}`,
      what: 'note',
      target,
      about: title ?? nameOf(target),
      text,
      author,
      time,
      remove: (workbench: Workbench) => deleteNote(workbench, id),
      removal: 'Delete',
    })),
    ...marks.map(({ target, title, mark, author, time }) => ({
      key: `mark ${JSON.stringify(target)}`,
      what: MARK_WORDS[mark],
      target,
      about: title ?? nameOf(target),
      text: '',
      author,
      time,
      remove: (workbench: Workbench) => markTargets(workbench, [{ target }], undefined),
      removal: 'Unmark',
    })),
    ...acceptances.map(({ fingerprint, rule, resource, title, reason, expires, author, time }) => ({
      key: `acceptance ${fingerprint}`,
      what: 'accepted',
      isExpired: hasExpired(expires, now),
      target: { type: 'finding', rule, resource, fingerprint } as const,
      about: title ?? `${rule}: ${resource}`,
      text: `${reason}${expires === undefined ? '' : ` (${acceptanceTerms({ reason, expires, source: 'review' })})`}`,
      author,
      time,
      remove: (workbench: Workbench) => withdrawAcceptances(workbench, [fingerprint]),
      removal: 'Accept no more',
    })),
  ];
  return rows.toSorted((left, right) => Date.parse(right.time) - Date.parse(left.time));
}

function nameOf(target: ReviewTarget): string {
  switch (target.type) {
    case 'node':
      return target.id;
    case 'edge':
      return `${target.from} → ${target.to}`;
    case 'finding':
      return `${target.rule}: ${target.resource}`;
  }
}
