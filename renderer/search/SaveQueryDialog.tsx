import { useState } from 'react';
import { FieldError, Input, Label, RadioGroup, TextField } from 'react-aria-components';
import type { SavedQuery } from '../../shared/ipc/contract.ts';
import { saveQuery } from '../state/search/query-operations.ts';
import { keepQuery } from '../state/review/review-operations.ts';
import { recordOf } from '../state/review/review-store.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { Choice } from '../ui/Choice.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import './search-dialogs.css';

/** Most letters of a name, as the settings allow. */
const LONGEST_NAME = 100;

const NONE: readonly SavedQuery[] = [];

/** Asks for the name under which the query of the search box is kept. */
export function SaveQueryDialog({ onClose }: { readonly onClose: () => void }): React.JSX.Element {
  const workbench = useWorkbench();
  const query = useShared('search', (state) => state.query.trim());
  const ofMachine = useShared('app', (state) => state.settings?.savedQueries ?? NONE);
  const ofInventory = useShared('review', (state) => recordOf(state).queries);
  const [where, setWhere] = useState<'inventory' | 'machine'>('machine');
  const [name, setName] = useState('');
  const own = name.trim();
  const replaces = (where === 'machine' ? ofMachine : ofInventory).some((saved) => saved.name === own);

  function save(): void {
    workbench.run(async () => {
      if (where === 'machine') await saveQuery(workbench, { name: own, query });
      else keepQuery(workbench, own, query);
      workbench.notices.getState().notify({ tone: 'success', title: `Query "${own}" saved` });
    });
  }

  return (
    <FormDialog
      title="Save query"
      button={replaces ? 'Replace' : 'Save'}
      isLacking={own === ''}
      className="query-form"
      onSubmit={save}
      onClose={onClose}
    >
      <p>
        <code>{query}</code>
      </p>
      <TextField value={name} onChange={setName} maxLength={LONGEST_NAME} isRequired autoFocus>
        <Label>Name</Label>
        <Input />
        <FieldError />
      </TextField>
      <RadioGroup value={where} onChange={(value) => setWhere(value === 'machine' ? 'machine' : 'inventory')}>
        <Label>Where it is kept</Label>
        <Choice value="machine">On this machine, for every inventory</Choice>
        <Choice value="inventory">With this inventory, also in its snapshots</Choice>
      </RadioGroup>
      {replaces && <p className="muted">The query of this name is replaced.</p>}
    </FormDialog>
  );
}
