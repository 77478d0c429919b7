import { saveView } from '../state/review/bookmark-operations.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { NameDialog } from './NameDialog.tsx';

/** Asks for the name and the note with which the view in front is kept. */
export function SaveViewDialog({ onClose }: { readonly onClose: () => void }): React.JSX.Element {
  const workbench = useWorkbench();
  const step = useShared('view', (state) => state.history.present.name);
  return (
    <NameDialog
      title="Bookmark this view"
      label="Name"
      name={step === 'Open' ? 'First view' : step}
      note=""
      button="Save"
      hint="Kept with the inventory on this machine, and in every snapshot of it."
      onSave={(name, note) => workbench.run(() => saveView(workbench, name, note))}
      onClose={onClose}
    />
  );
}
