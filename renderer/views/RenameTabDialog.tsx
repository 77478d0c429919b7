import { nameTab } from '../state/tabs/tab-operations.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { NameDialog } from './NameDialog.tsx';

/** Asks for another name of a view. */
export function RenameTabDialog({
  id,
  onClose,
}: {
  readonly id: string;
  readonly onClose: () => void;
}): React.JSX.Element {
  const workbench = useWorkbench();
  const name = useShared('tabs', ({ tabs }) => tabs.find((tab) => tab.id === id)?.name ?? '');
  return (
    <NameDialog
      title="Name the view"
      label="Name"
      name={name}
      button="Name it"
      onSave={(given) => nameTab(workbench, id, given)}
      onClose={onClose}
    />
  );
}
