import { Fragment, useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import type { NodeId } from '../../shared/graph/graph.ts';
import { kindById } from '../../shared/kinds/index.ts';
import { questionById } from '../../shared/search/query/questions.ts';
import { audienceText, groupTitle, scopeText } from './access-words.ts';
import { NodeRow } from '../controls/NodeRow.tsx';
import { displayText } from '../graph/style/label.ts';
import type { AccessGroup } from '../inventory/worker/protocol/access-protocol.ts';
import type { Answer, AnswerGroup, AnswerRow } from '../inventory/worker/protocol/answers-protocol.ts';
import { formatCount } from '../state/format.ts';
import { askFromDialog } from '../state/search/query-operations.ts';
import { relationWords } from '../state/view/node-operations.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import './answers.css';

/** Resources listed of each answer before one asks for more: of one kind, and of each of several. */
const LISTED = { one: 8, several: 3 } as const;

/** The library's questions about a resource, each with its answer. */
export function AnswersView({ id }: { readonly id: NodeId }): React.JSX.Element {
  const { inventory } = useWorkbench();
  const answers = useAnswer(useCallback(() => inventory.answers(id), [inventory, id]));
  if (answers.status === 'loading') return <div aria-busy="true" />;
  if (answers.status === 'failed') {
    return (
      <p className="details__reason" role="alert">
        The questions could not be answered: {answers.message}
      </p>
    );
  }
  return (
    <>
      {answers.value.map((answer) => (
        <AnswerSection key={answer.question} answer={answer} />
      ))}
    </>
  );
}

function AnswerSection({ answer }: { readonly answer: Answer }): React.JSX.Element {
  const workbench = useWorkbench();
  const { question: id, query, groups, total, undecided } = answer;
  const [isWhole, setWhole] = useState(false);
  const question = questionById(id);
  const most = groups.length > 1 ? LISTED.several : LISTED.one;
  const told = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const listed = isWhole ? told : groups.reduce((sum, { rows }) => sum + Math.min(rows.length, most), 0);
  return (
    <section className="details__section" aria-label={question?.title}>
      <h4>
        {question?.title} <span className="count">{total.toLocaleString('en')}</span>
      </h4>
      <p className="muted">{question?.why}</p>
      {total === 0 && <p>Nothing in this inventory tells.</p>}
      {groups.map((group) => (
        <Fragment key={group.kind}>
          {groups.length > 1 && <GroupHead group={group} />}
          <ul className="answer">
            {group.rows.slice(0, isWhole ? group.rows.length : most).map((row) => (
              <li key={row.node.id}>
                <NodeRow node={row.node} />
                <RowFacts row={row} asked={question?.access} />
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
      {undecided > 0 && (
        <p className="muted">
          Of {formatCount(undecided, 'resource')} it cannot be told: what would tell was not collected.
        </p>
      )}
      {total > 0 && (
        <div className="details__actions">
          {listed < told && (
            <Button className="button button--small" onPress={() => setWhole(true)}>
              Show {told < total ? `the nearest ${told}` : `all ${told}`}
            </Button>
          )}
          <Button className="button button--small" onPress={() => askFromDialog(workbench, query)}>
            Find {total.toLocaleString('en')} in the graph
          </Button>
        </div>
      )}
    </section>
  );
}

function GroupHead({ group: { kind, count } }: { readonly group: AnswerGroup }): React.JSX.Element {
  return (
    <h5 className="answer__kind">
      {count === 1 ? kindById(kind).title : kindById(kind).plural}{' '}
      {count > 1 && <span className="count">{count.toLocaleString('en')}</span>}
    </h5>
  );
}

interface RowFactsProps {
  readonly row: AnswerRow;
  readonly asked: 'who-can' | 'what-can' | undefined;
}

/** What is worth knowing of a resource at a glance. */
function RowFacts({ row, asked }: RowFactsProps): React.JSX.Element {
  const { facts, access } = row;
  const from = asked === 'who-can' ? 'resource' : 'principal';
  return (
    <dl className="answer__facts">
      {row.link !== undefined && <Fact label="Link" value={linkText(row.link, row.distance ?? 1)} />}
      {facts.map(({ label, value }) => (
        <Fact key={label} label={label} value={value} />
      ))}
      {access?.groups.map((group) => (
        <Fact key={group.relation} label={groupTitle(group, from)} value={rowsText(group)} />
      ))}
      {access !== undefined && (!access.complete || access.groups.length === 0) && (
        <Fact label="By the collected policies" value={limitsText(access, from)} />
      )}
    </dl>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }): React.JSX.Element {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{displayText(value)}</dd>
    </div>
  );
}

/** `pulled by reef-detector-try-3 (2 links away)` */
function linkText({ relation, direction, title }: NonNullable<AnswerRow['link']>, distance: number): string {
  const tie = `${relationWords(relation, direction)} ${title}`;
  return distance === 1 ? tie : `${tie} (${formatCount(distance, 'link')} away)`;
}

/** `harbor-ml (all buckets in it; 4 in this inventory), allUsers (anyone) and 3 more` */
function rowsText({ rows, count }: AccessGroup): string {
  const names = rows.map((row) => {
    const more = scopeText(row) ?? audienceText(row);
    return more === undefined ? row.node.title : `${row.node.title} (${more})`;
  });
  const shown = names.join(', ');
  return count > names.length ? `${shown} and ${(count - names.length).toLocaleString('en')} more` : shown;
}

function limitsText({ groups, complete }: NonNullable<AnswerRow['access']>, from: 'resource' | 'principal'): string {
  if (from === 'principal') return groups.length === 0 ? 'nothing; others may grant more' : 'others may grant more';
  if (groups.length > 0) return 'not all that count are there: others may have access';
  return complete ? 'nobody' : 'nobody, but not all that count are there';
}
