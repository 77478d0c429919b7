import { useState } from 'react';
import { Button, Form, Input, Label, TextArea, TextField } from 'react-aria-components';
import { DialogFrame } from '../ui/DialogFrame.tsx';
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

  function save(): void {
    const own = name.trim();
    if (own === '') return;
    onClose();
    onSave(own, note);
  }

  return (
    <DialogFrame
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button className="button" onPress={onClose}>
            Cancel
          </Button>
          <Button className="button button--primary" isDisabled={name.trim() === ''} onPress={save}>
            {button}
          </Button>
        </>
      }
    >
      <Form
        className="name-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
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
      </Form>
    </DialogFrame>
  );
}
