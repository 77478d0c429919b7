import { valueOf } from '../api/client.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { NameDialog } from './NameDialog.tsx';

/** Asks for the name that stands at what the reviewer writes. */
export function ReviewerNameDialog({ onClose }: { readonly onClose: () => void }): React.JSX.Element {
  const workbench = useWorkbench();
  const reviewer = useShared('app', ({ settings }) => settings?.reviewer ?? '');
  return (
    <NameDialog
      title="Your name in reviews"
      label="Name"
      name={reviewer}
      button="Save"
      hint="It stands at the notes, marks, acceptances and bookmarks that you make from now on, also in snapshots."
      onSave={(name) =>
        workbench.run(async () => {
          workbench.app.setState({ settings: await valueOf(workbench.main.setSettings({ reviewer: name })) });
        })
      }
      onClose={onClose}
    />
  );
}
