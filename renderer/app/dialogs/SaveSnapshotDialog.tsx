import { useState } from 'react';
import { Button } from 'react-aria-components';
import { saveSnapshot } from '../../state/file-operations.ts';
import { recordOf } from '../../state/review/review-store.ts';
import { useShared, useWorkbench } from '../../state/use-workbench.ts';
import { CheckBox } from '../../ui/CheckBox.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { summaryText } from '../../views/summary-text.ts';

/** Asks what a snapshot may contain before it is written. */
export function SaveSnapshotDialog({ onClose }: { readonly onClose: () => void }): React.JSX.Element {
  const workbench = useWorkbench();
  const [includeSecrets, setIncludeSecrets] = useState(false);
  const [includeReview, setIncludeReview] = useState(true);
  const made = summaryText(useShared('review', recordOf));
  return (
    <DialogFrame
      title="Save snapshot"
      onClose={onClose}
      foot={
        <>
          <Button className="button" onPress={onClose}>
            Cancel
          </Button>
          <Button
            className={includeSecrets ? 'button button--danger' : 'button button--primary'}
            onPress={() => {
              onClose();
              workbench.run(() => saveSnapshot(workbench, { includeSecrets, includeReview }));
            }}
          >
            {includeSecrets ? 'Save with secrets…' : 'Save…'}
          </Button>
        </>
      }
    >
      <p>
        A snapshot holds all documents of this inventory, what was not collected and why. It opens on any machine, with
        no network and no account.
      </p>
      <p className="muted">
        Secrets are masked: values of environment variables, credentials in arguments, addresses of web terminals. Names
        of resources, projects and accounts are not.
      </p>
      <CheckBox isSelected={includeReview} onChange={setIncludeReview}>
        Include the review: open views{made === '' ? '' : `, ${made}`}
      </CheckBox>
      <CheckBox isSelected={includeSecrets} onChange={setIncludeSecrets}>
        Include secrets as they are
      </CheckBox>
    </DialogFrame>
  );
}
