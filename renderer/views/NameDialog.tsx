import { useState } from 'react';
import { Input, Label, TextArea, TextField } from 'react-aria-components';
import { FormDialog } from '../ui/FormDialog.tsx';
import './views.css';

/** Most letters of a name and of a note. */
const LONGEST_NAME = 100;
const LONGEST_NOTE = 10_000;

export interface NameDialogProps {
  readonly title: string;
  readonly label: string;
  readonly name: string;
  /** Asks for a note too, which has this text at first. */
  readonly note?: string;
  readonly button: string;
  readonly hint?: string;
  readonly onSave: (name: string, note: string) => void;
  readonly onClose: () => void;
}

/** Asks for a name, and for a note where there may be one. Enter saves. */
export function NameDialog(props: NameDialogProps): React.JSX.Element {
  const { title, label, button, hint, onSave, onClose } = props;
  const [name, setName] = useState(props.name);
  const [note, setNote] = useState(props.note ?? '');
  const own = name.trim();

  return (
    <FormDialog
      title={title}
      button={button}
      isLacking={own === ''}
      className="name-form"
      onSubmit={() => onSave(own, note)}
      onClose={onClose}
    >
      <TextField value={name} onChange={setName} maxLength={LONGEST_NAME} isRequired autoFocus>
        <Label>{label}</Label>
        <Input onFocus={(event) => event.currentTarget.select()} />
      </TextField>
      {props.note !== undefined && (
        <TextField value={note} onChange={setNote} maxLength={LONGEST_NOTE}>
          <Label>Note</Label>
          <TextArea rows={4} />
        </TextField>
      )}
      {hint !== undefined && <p className="muted">{hint}</p>}
    </FormDialog>
  );
}
