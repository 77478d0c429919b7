import { Button } from 'react-aria-components';
import { COMMON_FIELDS } from '../../shared/search/query/field-words.ts';
import { factFields } from '../../shared/search/query/fields.ts';
import {
  CONNECTIVES,
  type Described,
  EXAMPLES,
  OPERATORS,
  PREDICATES,
  TERMS,
  WALKS,
} from '../../shared/search/query/grammar.ts';
import { askFromDialog } from '../state/search/query-operations.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import './search-dialogs.css';

/** The query language in short, with examples to try. */
export function SearchHelpDialog({ onClose }: { readonly onClose: () => void }): React.JSX.Element {
  const workbench = useWorkbench();
  function attempt(query: string): void {
    onClose();
    askFromDialog(workbench, query);
  }
  return (
    <DialogFrame title="Search language" wide onClose={onClose}>
      <h3>Examples</h3>
      <ul className="query-examples">
        {EXAMPLES.map(({ name, example }) => (
          <li key={name}>
            <span>
              {name}
              <code>{example}</code>
            </span>
            <Button className="button button--small" aria-label={`Try: ${name}`} onPress={() => attempt(example)}>
              Try
            </Button>
          </li>
        ))}
      </ul>
      <Words title="Words and values" rows={TERMS} />
      <Words title="Conditions" rows={[...CONNECTIVES, ...OPERATORS]} />
      <Words
        title="Fields every resource has"
        rows={COMMON_FIELDS.map((field) => ({ ...field, name: `${field.name}:` }))}
      />
      <Words
        title="Links"
        rows={[...Object.values(WALKS), ...Object.values(PREDICATES)].map((each) => ({
          ...each,
          name: `${each.name}:`,
        }))}
      />
      <h3>Fields of documents</h3>
      <dl className="query-words">
        {factFields().map(({ name, label }) => (
          <div key={name}>
            <dt>
              <code>{name}:</code>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">
        A condition on a document that was not collected is neither true nor false, and neither is its negation: such
        resources are counted as undecided.
      </p>
    </DialogFrame>
  );
}

function Words({ title, rows }: { readonly title: string; readonly rows: readonly Described[] }): React.JSX.Element {
  return (
    <>
      <h3>{title}</h3>
      <dl className="query-words">
        {rows.map(({ name, meaning, example }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              {meaning} <code className="muted">{example}</code>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
