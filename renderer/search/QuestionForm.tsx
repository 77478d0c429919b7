import { useState } from 'react';
import { Button, Form, Input, Label, TextField } from 'react-aria-components';
import type { NodeSummary } from '../inventory/worker/protocol/node-summary.ts';
import { fillQuestion } from '../../shared/search/query/fill-question.ts';
import type { QuestionParameter } from '../../shared/search/query/question-parts.ts';
import type { Question } from '../../shared/search/query/questions.ts';
import { displayText } from '../graph/style/label.ts';
import { ResourcePicker } from './ResourcePicker.tsx';

export interface QuestionFormProps {
  readonly question: Question;
  /** The resource that is selected, if it is one. */
  readonly selected: NodeSummary | undefined;
  readonly onAsk: (query: string) => void;
}

/** Fills the blanks of a question: a resource from the selection or by search, other values by hand. */
export function QuestionForm({ question, selected, onAsk }: QuestionFormProps): React.JSX.Element {
  const [values, setValues] = useState<ReadonlyMap<string, string>>(new Map());
  const filled = fillQuestion(question, values);

  function set(name: string, value: string | undefined): void {
    const next = new Map(values);
    if (value === undefined) next.delete(name);
    else next.set(name, value);
    setValues(next);
  }

  return (
    <Form
      className="query-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (filled.ok) onAsk(filled.query);
      }}
    >
      {question.parameters.map((parameter, index) =>
        parameter.type === 'resource' ? (
          <div key={parameter.name} className="query-form__row">
            {selected !== undefined && isOffered(parameter, selected) && (
              <Button
                className="button"
                onPress={() => {
                  const own = fillQuestion(question, new Map([...values, [parameter.name, selected.id]]));
                  if (own.ok) onAsk(own.query);
                }}
              >
                Ask about {displayText(selected.title)}
              </Button>
            )}
            <ResourcePicker
              label={parameter.title}
              kinds={parameter.kinds ?? []}
              autoFocus={index === 0}
              onChange={(id) => set(parameter.name, id)}
            />
          </div>
        ) : (
          <TextField
            key={parameter.name}
            value={values.get(parameter.name) ?? parameter.preset ?? ''}
            onChange={(value) => set(parameter.name, value)}
          >
            <Label>{parameter.title}</Label>
            <Input />
          </TextField>
        ),
      )}
      <Button type="submit" className="button button--primary" isDisabled={!filled.ok}>
        Ask
      </Button>
    </Form>
  );
}

function isOffered({ kinds }: QuestionParameter, { kind }: NodeSummary): boolean {
  return kinds === undefined || kinds.includes(kind);
}
