import { Button } from 'react-aria-components';
import { displayText } from '../../graph/style/label.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';

export interface RevealDialogProps {
  /** Of the resource. */
  readonly title: string;
  readonly onAccept: () => void;
  readonly onClose: () => void;
}

/** Asks before secrets come on the screen. */
export function RevealDialog({ title, onAccept, onClose }: RevealDialogProps): React.JSX.Element {
  return (
    <DialogFrame
      title="Reveal secrets?"
      role="alertdialog"
      onClose={onClose}
      foot={
        <>
          <Button className="button" onPress={onClose}>
            Keep them masked
          </Button>
          <Button
            className="button button--danger"
            onPress={() => {
              onClose();
              onAccept();
            }}
          >
            Reveal secrets
          </Button>
        </>
      }
    >
      <p>
        The raw document of <strong>{displayText(title)}</strong> will show values that look like secrets, such as
        environment variables and credentials, for anyone who sees this screen.
      </p>
      <p className="muted">
        They stay visible until you mask them again or leave this document. Nothing is written to disk.
      </p>
    </DialogFrame>
  );
}
