import { useState } from 'react';
import { Button, FieldError, Form, Input, Label, TextField } from 'react-aria-components';
import { saveQuery } from '../state/query-operations.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import './search-dialogs.css';

/** Most letters of a name, as the settings allow. */
const LONGEST_NAME = 100;

/** Asks for the name under which the query of the search box is kept. */
export function SaveQueryDialog({ onClose }: { readonly onClose: () => void }): React.JSX.Element {
  const workbench = useWorkbench();
  const query = useShared('search', (state) => state.query.trim());
  const known = useShared('app', (state) => state.settings?.savedQueries ?? []);
  const [name, setName] = useState('');
  const own = name.trim();
  const replaces = known.some((saved) => saved.name === own);

  function save(): void {
    if (own === '') return;
    onClose();
    workbench.run(async () => {
      await saveQuery(workbench, { name: own, query });
      workbench.notices.getState().notify({ tone: 'success', title: `Query "${own}" saved` });
    });
  }

  return (
    <DialogFrame
      title="Save query"
      onClose={onClose}
      foot={
        <>
          <Button className="button" onPress={onClose}>
            Cancel
          </Button>
          <Button className="button button--primary" isDisabled={own === ''} onPress={save}>
            {replaces ? 'Replace' : 'Save'}
          </Button>
        </>
      }
    >
      <Form
        className="query-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p>
          <code>{query}</code>
        </p>
        <TextField value={name} onChange={setName} maxLength={LONGEST_NAME} isRequired autoFocus>
          <Label>Name</Label>
          <Input />
          <FieldError />
        </TextField>
        {replaces && <p className="muted">The query of this name is replaced.</p>}
      </Form>
    </DialogFrame>
  );
}
