import { Trash2 } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading, Input, Label, SearchField } from 'react-aria-components';
import type { SavedQuery } from '../../shared/ipc/contract.ts';
import { QUESTIONS, type Question, type QuestionTheme } from '../../shared/search/query/questions.ts';
import type { NodeSummary } from '../inventory/worker/protocol/node-summary.ts';
import { selectedNodeIds } from '../state/view/node-operations.ts';
import { askFromDialog, forgetQuery } from '../state/search/query-operations.ts';
import { dropQuery } from '../state/review/review-operations.ts';
import { recordOf } from '../state/review/review-store.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { QuestionForm } from './QuestionForm.tsx';
import './search-dialogs.css';

const THEMES: Readonly<Record<QuestionTheme, string>> = {
  lineage: 'Lineage',
  identity: 'Identity',
  encryption: 'Encryption',
  network: 'Network',
  code: 'Code',
  data: 'Data',
  coverage: 'Operation and coverage',
};

/** The user's saved queries and the library of reviewers' questions; a question with blanks asks for them. */
export function QuestionsDialog({ onClose }: { readonly onClose: () => void }): React.JSX.Element {
  const workbench = useWorkbench();
  const saved = useShared('app', (state) => state.settings?.savedQueries ?? NO_QUERIES);
  const [filter, setFilter] = useState('');
  const askSelected = useCallback(async (): Promise<NodeSummary | undefined> => {
    const ids = selectedNodeIds(workbench);
    return ids.length === 1 ? (await workbench.inventory.nodes(ids))[0] : undefined;
  }, [workbench]);
  const selection = useAnswer(askSelected);
  const selected = selection.status === 'ready' ? selection.value : undefined;
  const wanted = filter.trim().toLowerCase();
  const fits = (...texts: readonly string[]): boolean => texts.some((text) => text.toLowerCase().includes(wanted));
  const questions = QUESTIONS.filter(({ id, title, why }) => fits(id, title, why));
  const queries = saved.filter(({ name, query }) => fits(name, query));
  const ofInventory = useShared('review', (state) => recordOf(state).queries).filter(({ name, query }) =>
    fits(name, query),
  );

  function ask(query: string): void {
    onClose();
    askFromDialog(workbench, query);
  }

  return (
    <DialogFrame title="Questions" wide onClose={onClose}>
      <SearchField className="filter-field questions__filter" value={filter} onChange={setFilter} autoFocus>
        <Label className="visually-hidden">Filter the questions</Label>
        <Input placeholder={`Filter ${QUESTIONS.length} questions`} />
      </SearchField>
      {queries.length > 0 && (
        <section className="questions" aria-label="Saved queries">
          <h3>Saved queries</h3>
          <ul>
            {queries.map((query) => (
              <SavedRow
                key={query.name}
                saved={query}
                onAsk={ask}
                onForget={() => forgetQuery(workbench, query.name)}
              />
            ))}
          </ul>
        </section>
      )}
      {ofInventory.length > 0 && (
        <section className="questions" aria-label="Saved with this inventory">
          <h3>Saved with this inventory</h3>
          <ul>
            {ofInventory.map((query) => (
              <SavedRow key={query.name} saved={query} onAsk={ask} onForget={() => dropQuery(workbench, query.name)} />
            ))}
          </ul>
        </section>
      )}
      {Object.entries(THEMES).map(([theme, title]) => (
        <QuestionSection
          key={theme}
          title={title}
          questions={questions.filter((question) => question.theme === theme)}
          selected={selected}
          onAsk={ask}
        />
      ))}
      {questions.length + queries.length + ofInventory.length === 0 && <p className="muted">No question matches.</p>}
    </DialogFrame>
  );
}

const NO_QUERIES: readonly SavedQuery[] = [];

interface SavedRowProps {
  readonly saved: SavedQuery;
  readonly onAsk: (query: string) => void;
  readonly onForget: () => unknown;
}

function SavedRow({ saved, onAsk, onForget }: SavedRowProps): React.JSX.Element {
  const workbench = useWorkbench();
  return (
    <li className="question">
      <Button className="question__title" onPress={() => onAsk(saved.query)}>
        {saved.name}
      </Button>
      <code className="muted truncate">{saved.query}</code>
      <IconButton
        small
        label={`Delete query ${saved.name}`}
        icon={<Trash2 size={14} aria-hidden />}
        onPress={() => workbench.run(onForget)}
      />
    </li>
  );
}

function elementIdOf({ id }: Question): string {
  return `question-${id}`;
}

/** The blanks of a question at the lower edge would open out of sight. */
function bringIntoSight(question: Question): void {
  requestAnimationFrame(() => document.getElementById(elementIdOf(question))?.scrollIntoView({ block: 'nearest' }));
}

interface QuestionSectionProps {
  readonly title: string;
  readonly questions: readonly Question[];
  readonly selected: NodeSummary | undefined;
  readonly onAsk: (query: string) => void;
}

function QuestionSection({ title, questions, selected, onAsk }: QuestionSectionProps): React.JSX.Element | null {
  if (questions.length === 0) return null;
  return (
    <section className="questions" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {questions.map((question) => (
          <li key={question.id} id={elementIdOf(question)}>
            {question.parameters.length === 0 ? (
              <Button className="question__title" onPress={() => onAsk(question.query)}>
                {question.title}
              </Button>
            ) : (
              <Disclosure
                onExpandedChange={(isExpanded) => {
                  if (isExpanded) bringIntoSight(question);
                }}
              >
                <Heading level={4}>
                  <Button slot="trigger" className="question__title">
                    {question.title} …
                  </Button>
                </Heading>
                <DisclosurePanel>
                  <QuestionForm question={question} selected={selected} onAsk={onAsk} />
                </DisclosurePanel>
              </Disclosure>
            )}
            <p className="muted question__why">{question.why}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
