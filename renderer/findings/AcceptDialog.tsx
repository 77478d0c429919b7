import { useState } from 'react';
import { Label, RadioGroup } from 'react-aria-components';
import { Field } from '../ui/Field.tsx';
import { formatCount } from '../state/format.ts';
import { withoutPicks } from '../state/findings/pick-findings.ts';
import { acceptFindings } from '../state/review/review-operations.ts';
import type { AcceptedFinding } from '../../shared/review/review-record.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import { Choice } from '../ui/Choice.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { DateField } from './DateField.tsx';
import { dayIn, today } from './days.ts';
import { useReviewer } from './useReviewer.ts';
import './findings-dialogs.css';

export interface AcceptDialogProps {
  readonly findings: readonly AcceptedFinding[];
  /** What they have in common, or the title of the one. */
  readonly title: string;
  readonly onClose: () => void;
}

/** Fewest letters of a reason, as in a configuration. */
const SHORTEST_REASON = 3;
const DEFAULT_DAYS = 90;

/** Asks why findings are accepted, until when, and who answers for it. */
export function AcceptDialog({ findings, title, onClose }: AcceptDialogProps): React.JSX.Element {
  const workbench = useWorkbench();
  const [reason, setReason] = useState('');
  const [ends, setEnds] = useState<'day' | 'never'>('day');
  const [expires, setExpires] = useState(() => dayIn(DEFAULT_DAYS));
  const [reviewer, setReviewer, keepReviewer] = useReviewer();
  const isOver = ends === 'day' && (expires === '' || expires < today());
  const isLacking = reason.trim().length < SHORTEST_REASON || isOver || reviewer.trim() === '';

  function accept(): void {
    workbench.run(async () => {
      await keepReviewer();
      acceptFindings(workbench, findings, reason.trim(), ends === 'day' ? expires : undefined);
      const { picks, setPicks } = workbench.findings.getState();
      setPicks(withoutPicks(picks, findings));
    });
  }

  return (
    <FormDialog
      title={findings.length === 1 ? 'Accept the finding' : `Accept ${formatCount(findings.length, 'finding')}`}
      button="Accept"
      isLacking={isLacking}
      className="findings-form"
      onSubmit={accept}
      onClose={onClose}
    >
      <p>
        <strong>{title}</strong>
      </p>
      <p className="muted">
        What is accepted counts no more as failed, is counted apart, and stands in every report with its reason. It is
        kept in the snapshot.
      </p>
      <Field
        label="Reason"
        value={reason}
        onChange={setReason}
        problem={undefined}
        isLong
        autoFocus
        hint="Why it is acceptable, or what makes up for it; a ticket."
      />
      <RadioGroup className="choices" value={ends} onChange={(value) => setEnds(value === 'never' ? 'never' : 'day')}>
        <Label>Holds</Label>
        <Choice value="day">until a day, and then counts again</Choice>
        <Choice value="never">for good</Choice>
      </RadioGroup>
      {ends === 'day' && <DateField label="Last day" value={expires} onChange={setExpires} least={today()} />}
      {isOver && <p className="muted">Choose a day that is not over.</p>}
      <Field label="Accepted by" value={reviewer} onChange={setReviewer} problem={undefined} />
    </FormDialog>
  );
}
