import { Button } from 'react-aria-components';
import { CopyButton } from '../app/CopyButton.tsx';
import { displayText } from '../graph/style/label.ts';
import type { FindingEntry } from '../inventory/worker/findings-protocol.ts';
import { showEvidence, showNode, showOnlyNodes } from '../state/node-operations.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import { BreakableText } from '../ui/BreakableText.tsx';
import { Chip } from '../ui/Chip.tsx';
import { SeverityMark } from './SeverityMark.tsx';

const STATUS = {
  fail: { tone: 'error', word: 'failed' },
  unknown: { tone: 'warning', word: 'unknown: not collected' },
  accepted: { tone: 'neutral', word: 'accepted' },
} as const;

/** One finding: what and where, why, the fields that prove it, and what to do. */
export function FindingCard({
  finding,
  showsRule,
}: {
  readonly finding: FindingEntry;
  readonly showsRule: boolean;
}): React.JSX.Element {
  const workbench = useWorkbench();
  const { title, severity, status, resource, resourceTitle, resourceKind, nodes, command, marks } = finding;
  const name = displayText(resourceTitle);
  return (
    <article className="finding" aria-label={`${title}: ${name}`}>
      <header className="finding__head">
        <SeverityMark severity={severity} />
        <Chip tone={STATUS[status].tone}>{STATUS[status].word}</Chip>
        <Button
          className="button button--quiet button--small finding__resource"
          onPress={() => workbench.run(() => showNode(workbench, resource))}
        >
          <BreakableText text={name} />
        </Button>
        <span className="finding__kind">{resourceKind}</span>
        {nodes.length > 1 && (
          <Button
            className="button button--small"
            onPress={() => workbench.run(() => showOnlyNodes(workbench, nodes, 'Show the finding'))}
          >
            Show in the graph
          </Button>
        )}
      </header>
      {showsRule && <h3 className="finding__title">{title}</h3>}
      {finding.reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      <ul className="finding__evidence" aria-label="Evidence">
        {finding.evidence.map(({ document, path, value }) => (
          <li key={`${document} ${path}`}>
            <Button
              className="finding__proof"
              onPress={() => workbench.run(() => showEvidence(workbench, document, path, value))}
            >
              <code>{displayText(path === '' ? document : path)}</code>
              <span>{value === '' ? 'absent' : displayText(value)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <p>{finding.advice}</p>
      {command !== undefined && (
        <p className="finding__command">
          <code>{displayText(command)}</code>
          <CopyButton text={command} label="Copy the command" />
        </p>
      )}
      <p className="finding__marks">
        {[finding.rule, ...marks].join(' · ')}
        {finding.references.map((page) => (
          <span key={page}>{page}</span>
        ))}
      </p>
    </article>
  );
}
