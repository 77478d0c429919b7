import { Pencil, StickyNote, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, Label, TextArea, TextField, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { markAt, notesAt } from '../../shared/review/review-index.ts';
import { MARKS, type ReviewNote } from '../../shared/review/review-record.ts';
import { MARK_WORDS } from '../../shared/review/review-words.ts';
import { addNote, changeNote, deleteNote, markTargets, type TitledTarget } from '../state/review/review-operations.ts';
import { recordOf } from '../state/review/review-store.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { IconButton } from '../ui/IconButton.tsx';
import './remarks.css';

/** What reviewers say of a resource, a link or a finding: one mark, and notes that can be written, changed and deleted. */
export function Remarks({ of }: { readonly of: TitledTarget }): React.JSX.Element {
  const workbench = useWorkbench();
  const record = useShared('review', recordOf);
  const [isWriting, setWriting] = useState(false);
  const mark = markAt(record, of.target)?.mark;
  const notes = notesAt(record, of.target);
  return (
    <div className="remarks">
      <div className="remarks__bar">
        <ToggleButtonGroup
          className="button-group"
          aria-label="Mark"
          selectedKeys={mark === undefined ? [] : [mark]}
          onSelectionChange={(keys) =>
            markTargets(
              workbench,
              [of],
              MARKS.find((each) => keys.has(each)),
            )
          }
        >
          {MARKS.map((each) => (
            <ToggleButton key={each} id={each} className="button button--small way">
              {MARK_WORDS[each]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {!isWriting && (
          <Button className="button button--small" onPress={() => setWriting(true)}>
            <StickyNote size={14} aria-hidden /> Add a note
          </Button>
        )}
      </div>
      {isWriting && (
        <NoteEditor
          text=""
          onSave={(text) => {
            setWriting(false);
            addNote(workbench, of, text);
          }}
          onCancel={() => setWriting(false)}
        />
      )}
      {notes.length > 0 && (
        <ul className="remarks__notes" aria-label="Notes">
          {notes.map((note) => (
            <NoteItem key={note.id} note={note} />
          ))}
        </ul>
      )}
    </div>
  );
}

function NoteItem({ note }: { readonly note: ReviewNote }): React.JSX.Element {
  const workbench = useWorkbench();
  const [isEditing, setEditing] = useState(false);
  const { id, text, author, time } = note;
  if (isEditing) {
    return (
      <li>
        <NoteEditor
          text={text}
          onSave={(changed) => {
            setEditing(false);
            changeNote(workbench, id, changed);
          }}
          onCancel={() => setEditing(false)}
        />
      </li>
    );
  }
  return (
    <li className="note">
      <p className="note__text">{text}</p>
      <p className="note__foot muted">
        {author}, <time dateTime={time}>{time.slice(0, 10)}</time>
        <IconButton
          small
          label="Change the note"
          icon={<Pencil size={12} aria-hidden />}
          onPress={() => setEditing(true)}
        />
        <IconButton
          small
          label="Delete the note"
          icon={<Trash2 size={12} aria-hidden />}
          onPress={() => deleteNote(workbench, id)}
        />
      </p>
    </li>
  );
}

interface NoteEditorProps {
  readonly text: string;
  readonly onSave: (text: string) => void;
  readonly onCancel: () => void;
}

/** Most letters of a note, as the record allows. */
const LONGEST = 10_000;

function NoteEditor({ text: before, onSave, onCancel }: NoteEditorProps): React.JSX.Element {
  const [text, setText] = useState(before);
  const own = text.trim();
  function save(): void {
    if (own !== '') onSave(own);
  }
  return (
    <div className="note-editor">
      <TextField
        value={text}
        onChange={setText}
        maxLength={LONGEST}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
          else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
          else event.continuePropagation();
        }}
      >
        <Label>Note</Label>
        <TextArea rows={3} placeholder="Kept in the snapshot, with your name and the time" />
      </TextField>
      <div className="remarks__bar">
        <Button className="button button--small button--primary" isDisabled={own === ''} onPress={save}>
          Save the note
        </Button>
        <Button className="button button--small" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
