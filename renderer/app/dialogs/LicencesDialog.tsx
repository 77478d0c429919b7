import { useCallback } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { ChevronRight } from 'lucide-react';
import { valueOf } from '../../api/client.ts';
import { useAnswer } from '../../state/useAnswer.ts';
import { useWorkbench } from '../../state/use-workbench.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import './dialogs.css';

/** Licences of the app and of what it is made of. */
export function LicencesDialog({ onClose }: { readonly onClose: () => void }): React.JSX.Element {
  const { main } = useWorkbench();
  const answer = useAnswer(useCallback(() => valueOf(main.getLicences()), [main]));
  return (
    <DialogFrame title="Licences" wide onClose={onClose}>
      <p>Vertex Lineage Explorer is licensed under Apache-2.0. It contains the works below.</p>
      {answer.status === 'failed' && <p role="alert">The list could not be read: {answer.message}</p>}
      {answer.status === 'ready' && (
        <ul className="licences">
          {answer.value.map(({ name, version, identifier, text }) => (
            <li key={`${name} ${version}`}>
              <Disclosure className="licence" isDisabled={text === undefined}>
                <Heading level={3}>
                  <Button slot="trigger" className="licence__title">
                    <ChevronRight size={14} aria-hidden />
                    <span>
                      {name} <span className="muted">{version}</span>
                    </span>
                    <span className="muted">{identifier}</span>
                  </Button>
                </Heading>
                <DisclosurePanel>
                  <pre className="licence__text">{text}</pre>
                </DisclosurePanel>
              </Disclosure>
            </li>
          ))}
        </ul>
      )}
    </DialogFrame>
  );
}
