import { BookOpen, Check, Lightbulb } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { ReviewTarget } from '../../shared/review/review-record.ts';
import { acceptanceTerms } from '../../shared/findings/report/report.ts';
import { CopyButton } from '../controls/CopyButton.tsx';
import { displayText } from '../graph/style/label.ts';
import type { FindingEntry } from '../inventory/worker/protocol/findings-protocol.ts';
import { openConsole } from '../state/file-operations.ts';
import { askToAccept, lightUpFinding } from '../state/findings/finding-operations.ts';
import { withdrawAcceptances } from '../state/review/review-operations.ts';
import { showNode } from '../state/view/node-operations.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { BreakableText } from '../ui/BreakableText.tsx';
import { Chip } from '../ui/Chip.tsx';
import { FindingEvidenceList } from './FindingEvidenceList.tsx';
import { PickBox, type PickBoxProps } from './PickBox.tsx';
import { Remarks } from './Remarks.tsx';
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
  onPick,
}: {
  readonly finding: FindingEntry;
  readonly showsRule: boolean;
  readonly onPick: PickBoxProps['onPick'];
}): React.JSX.Element {
  const workbench = useWorkbench();
  const { title, severity, status, resource, resourceTitle, resourceKind, command, marks, isNew } = finding;
  const name = displayText(resourceTitle);
  const isPicked = useShared('findings', ({ picks }) => picks.findings.has(finding.fingerprint));
  return (
    <article className={`finding finding--${status}`} aria-label={`${title}: ${name}`}>
      <header className="finding__head">
        {status === 'fail' && <PickBox name={titleOf(finding)} isPicked={isPicked} onPick={onPick} />}
        <SeverityMark severity={severity} />
        <Chip tone={STATUS[status].tone}>{STATUS[status].word}</Chip>
        {isNew === true && <Chip tone="info">new</Chip>}
        <Button
          className="button button--quiet button--small finding__resource"
          onPress={() => workbench.run(() => showNode(workbench, resource))}
        >
          <BreakableText text={name} />
        </Button>
        <span className="finding__kind">{resourceKind}</span>
        <Button
          className="button button--small"
          onPress={() => workbench.run(() => lightUpFinding(workbench, finding))}
        >
          <Lightbulb size={14} aria-hidden /> Show in the graph
        </Button>
        <AcceptButton finding={finding} />
      </header>
      {showsRule && <h3 className="finding__title">{title}</h3>}
      <Answered finding={finding} />
      {finding.reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      <FindingEvidenceList finding={finding} />
      <h4 className="finding__subtitle">{status === 'unknown' ? 'What would tell' : 'What would fix it'}</h4>
      <p>{finding.advice}</p>
      {command !== undefined && (
        <p className="finding__command">
          <code>{displayText(command)}</code>
          <CopyButton text={command} label="Copy the command" />
        </p>
      )}
      <p className="finding__marks">{[finding.rule, ...marks].join(' · ')}</p>
      <References pages={finding.references} />
      <Remarks of={{ target: targetOf(finding), title: `${title}: ${resourceTitle}` }} />
    </article>
  );
}

/** Accepts a finding that fails, or takes that back where it was done in this review. */
function AcceptButton({ finding }: { readonly finding: FindingEntry }): React.JSX.Element | null {
  const workbench = useWorkbench();
  const { status, accepted, fingerprint } = finding;
  if (status === 'fail') {
    return (
      <Button className="button button--small" onPress={() => askToAccept(workbench, [finding], titleOf(finding))}>
        <Check size={14} aria-hidden /> Accept…
      </Button>
    );
  }
  if (accepted?.source !== 'review') return null;
  return (
    <Button className="button button--small" onPress={() => withdrawAcceptances(workbench, [fingerprint])}>
      Accept no more
    </Button>
  );
}

function titleOf({ title, resourceTitle }: FindingEntry): string {
  return `${title}: ${displayText(resourceTitle)}`;
}

function targetOf({ rule, resource, fingerprint }: FindingEntry): ReviewTarget {
  return { type: 'finding', rule, resource, fingerprint };
}

/** Who answers for a finding, or did until the last day was over. */
function Answered({ finding: { accepted, lapsed } }: { readonly finding: FindingEntry }): React.JSX.Element | null {
  if (accepted !== undefined) {
    const terms = acceptanceTerms(accepted);
    return (
      <p className="finding__accepted">
        <strong>Accepted</strong>
        {terms === '' ? '' : ` ${terms}`}: {accepted.reason}
      </p>
    );
  }
  if (lapsed === undefined) return null;
  return (
    <p className="finding__lapsed" role="note">
      <strong>The acceptance has expired</strong> ({acceptanceTerms(lapsed)}): {lapsed.reason}
    </p>
  );
}

/** Pages of the documentation; the browser opens them after a question. */
function References({ pages }: { readonly pages: readonly string[] }): React.JSX.Element | null {
  const workbench = useWorkbench();
  const isOffered = useShared('app', (state) => state.settings?.allowConsoleLinks ?? false);
  if (pages.length === 0) return null;
  return (
    <ul className="finding__references" aria-label="Documentation">
      {pages.map((page) => (
        <li key={page}>
          {isOffered ? (
            <Button
              className="button button--quiet button--small"
              onPress={() => workbench.run(() => openConsole(workbench.main, page))}
            >
              <BookOpen size={14} aria-hidden /> <BreakableText text={page.replace('https://', '')} />
            </Button>
          ) : (
            <BreakableText text={page} />
          )}
        </li>
      ))}
    </ul>
  );
}
