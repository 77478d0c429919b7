import { FileCog, FileDown } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useShared, useWorkbench } from '../state/use-workbench.ts';

/** What can be done with all findings. */
export function FindingsActions(): React.JSX.Element {
  const { dialogs } = useWorkbench();
  const configuration = useShared('findings', (state) => state.configuration);
  return (
    <span className="findings__actions">
      <Button
        className="button button--small"
        onPress={() => dialogs.getState().open({ type: 'findings-configuration' })}
      >
        <FileCog size={14} aria-hidden /> {configuration === undefined ? 'Configuration…' : configuration.file}
      </Button>
      <Button
        className="button button--small button--primary"
        onPress={() => dialogs.getState().open({ type: 'findings-report' })}
      >
        <FileDown size={14} aria-hidden /> Save findings report…
      </Button>
    </span>
  );
}
