import { useState } from 'react';
import { Label, RadioGroup } from 'react-aria-components';
import { ALL_FINDINGS, describeFilter, isNarrow } from '../../shared/findings/filter-findings.ts';
import { REPORT_FORMATS, type ReportFormat } from '../../shared/findings/report/write-report.ts';
import { Field } from '../ui/Field.tsx';
import { saveReport } from '../state/findings/finding-operations.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { CheckBox } from '../ui/CheckBox.tsx';
import { Choice } from '../ui/Choice.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { countsText } from './finding-words.ts';
import { DateField } from './DateField.tsx';
import { today } from './days.ts';
import { useReviewer } from './useReviewer.ts';
import './findings-dialogs.css';

const FORMATS = Object.keys(REPORT_FORMATS) as readonly ReportFormat[];

const USES: Readonly<Record<ReportFormat, string>> = {
  html: 'one page to read, sign and print, with a picture of each finding',
  markdown: 'for a wiki or a ticket',
  csv: 'one line for each finding, for a spreadsheet',
  json: 'for programs, and as the baseline of the command line',
  sarif: 'for code scanning tools',
};

/** Asks what a report holds and who answers for it, before the place is chosen where it is saved. */
export function ReportDialog({ onClose }: { readonly onClose: () => void }): React.JSX.Element {
  const workbench = useWorkbench();
  const filter = useShared('findings', (state) => state.filter);
  const [format, setFormat] = useState<ReportFormat>('html');
  const [isFiltered, setFiltered] = useState(false);
  const [isSigned, setSigned] = useState(true);
  const [reviewer, setReviewer, keepReviewer] = useReviewer();
  const [date, setDate] = useState(today);
  const [note, setNote] = useState('');
  const isLacking = isSigned && (reviewer.trim() === '' || date === '');

  function save(): void {
    const signOff = { reviewer: reviewer.trim(), note: note.trim(), date };
    workbench.run(async () => {
      if (isSigned) await keepReviewer();
      await saveReport(workbench, { format, isFiltered, ...(isSigned ? { signOff } : {}) });
    });
  }

  return (
    <FormDialog
      title="Save findings report"
      button="Save…"
      isLacking={isLacking}
      className="findings-form"
      onSubmit={save}
      onClose={onClose}
    >
      <RadioGroup className="choices" value={format} onChange={(value) => setFormat(value as ReportFormat)}>
        <Label>Format</Label>
        {FORMATS.map((id) => (
          <Choice key={id} value={id}>
            <strong>{REPORT_FORMATS[id].title}</strong> <span className="muted">{USES[id]}</span>
          </Choice>
        ))}
      </RadioGroup>
      {isNarrow(filter) && (
        <RadioGroup
          className="choices"
          value={isFiltered ? 'filtered' : 'all'}
          onChange={(value) => setFiltered(value === 'filtered')}
        >
          <Label>Findings</Label>
          <Choice value="all">All of the inventory</Choice>
          <Choice value="filtered">Only what the pane shows: {describeFilter(filter)}</Choice>
        </RadioGroup>
      )}
      <CheckBox isSelected={isSigned} onChange={setSigned}>
        Sign off
      </CheckBox>
      {isSigned && (
        <div className="findings-form__sign">
          <Field label="Reviewer" value={reviewer} onChange={setReviewer} problem={undefined} />
          <DateField label="Date" value={date} onChange={setDate} />
          <Field
            label="Note"
            value={note}
            onChange={setNote}
            problem={undefined}
            isLong
            hint="What was looked at, and what the reader should know. Credentials are masked."
          />
        </div>
      )}
      <Contents isFiltered={isFiltered} />
    </FormDialog>
  );
}

/** What will stand in the report. */
function Contents({ isFiltered }: { readonly isFiltered: boolean }): React.JSX.Element | null {
  const { inventory } = useWorkbench();
  const filter = useShared('findings', (state) => state.filter);
  const [ask] = useState(() => ({
    all: () => inventory.findings(ALL_FINDINGS),
    filtered: () => inventory.findings(filter),
  }));
  const answer = useAnswer(isFiltered ? ask.filtered : ask.all);
  if (answer.status !== 'ready') return null;
  const { shown, lapsed } = answer.value;
  return (
    <p className="muted" role="status">
      The report holds {countsText(shown) || 'no findings'}, with evidence, coverage, accepted exceptions and notes.
      Secrets are masked.{lapsed > 0 && ` ${lapsed} acceptances have expired and count as failed.`}
    </p>
  );
}
