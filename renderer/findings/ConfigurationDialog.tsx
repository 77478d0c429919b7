import { useState } from 'react';
import { Button } from 'react-aria-components';
import { formatCount } from '../state/format.ts';
import {
  chooseConfiguration,
  dropConfiguration,
  type RefusedConfiguration,
} from '../state/findings/finding-operations.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import './findings-dialogs.css';

const EXAMPLE = `registries:
  - europe-docker.pkg.dev/my-project/
regions: [eu, europe-west4]
severities:
  operations-long-timeout: info
exceptions:
  - rule: data-no-access-logs
    reason: Logged for the whole organisation.
    expires: 2027-06-30
keyRotationDays: 90`;

/** By which file findings are judged, with a way to another one. A file with mistakes is refused with all of them. */
export function ConfigurationDialog({ onClose }: { readonly onClose: () => void }): React.JSX.Element {
  const workbench = useWorkbench();
  const configuration = useShared('findings', (state) => state.configuration);
  const [refused, setRefused] = useState<RefusedConfiguration>();
  return (
    <DialogFrame
      title="Configuration of findings"
      onClose={onClose}
      foot={
        <>
          {configuration !== undefined && (
            <Button className="button" onPress={() => workbench.run(() => dropConfiguration(workbench))}>
              Use the defaults
            </Button>
          )}
          <Button
            className="button button--primary"
            onPress={() => workbench.run(async () => setRefused(await chooseConfiguration(workbench)))}
          >
            Choose a file…
          </Button>
          <Button className="button" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      <p role="status">
        {configuration === undefined ? (
          'Findings are judged by the defaults.'
        ) : (
          <>
            Findings are judged by <strong>{configuration.file}</strong>, until another one is chosen.
          </>
        )}
      </p>
      {refused !== undefined && (
        <div role="alert" className="refused">
          <p>
            <strong>{refused.file}</strong> is not used: it has {formatCount(refused.problems.length, 'mistake')}.
          </p>
          <ul>
            {refused.problems.map(({ place, reason }) => (
              <li key={`${place} ${reason}`}>
                {place !== '' && (
                  <>
                    <code>{place}</code>:{' '}
                  </>
                )}
                {reason}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="muted">
        A YAML or JSON file gives severities by rule (“off” leaves a rule out), allowed registries and regions, limits,
        and exceptions with reason and last day. It holds in every window and for every inventory, until another one is
        chosen; what is accepted for one inventory alone is accepted at the finding. The command line takes the same
        file as <code>--config</code>.
      </p>
      {configuration === undefined ? (
        <pre className="configuration">{EXAMPLE}</pre>
      ) : (
        <pre className="configuration">{configuration.text}</pre>
      )}
    </DialogFrame>
  );
}
