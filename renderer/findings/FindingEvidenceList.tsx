import { Button } from 'react-aria-components';
import { displayText } from '../graph/style/label.ts';
import type { FindingEntry } from '../inventory/worker/protocol/findings-protocol.ts';
import { showEvidence } from '../state/view/node-operations.ts';
import { useWorkbench } from '../state/use-workbench.ts';

/** The fields that prove a finding, each of which opens in its document. What is absent says so, and where. */
export function FindingEvidenceList({ finding }: { readonly finding: FindingEntry }): React.JSX.Element {
  const workbench = useWorkbench();
  const isKnown = finding.status !== 'unknown';
  return (
    <ul className="finding__evidence" aria-label="Evidence">
      {finding.evidence.map(({ document, path, value, title }) => (
        <li key={`${document} ${path}`}>
          <Button
            className="finding__proof"
            onPress={() => workbench.run(() => showEvidence(workbench, document, path, value))}
          >
            {document !== finding.resource && <span className="finding__document">{displayText(title)}</span>}
            <code>{path === '' ? (isKnown ? 'the document' : 'its document') : displayText(path)}</code>
            <span>{value === '' ? (isKnown ? 'absent' : 'not collected') : displayText(value)}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
