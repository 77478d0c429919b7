import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { Button } from 'react-aria-components';
import { displayText } from '../graph/style/label.ts';
import { showEvidence, showNode } from '../state/view/node-operations.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import { VirtualList } from '../ui/VirtualList.tsx';
import type { ReportRow } from './report-rows.ts';

const ROW_HEIGHT = 44;
const ICONS = { error: CircleAlert, warning: TriangleAlert, note: Info, plain: undefined } as const;
const WORDS = { error: 'Error', warning: 'Warning', note: 'Note', plain: undefined } as const;

export interface ReportRowsProps {
  readonly label: string;
  readonly rows: readonly ReportRow[];
  /** Said when there are no rows. */
  readonly none: string;
}

/** A list of the report; a row about a resource shows it in the graph. */
export function ReportRows({ label, rows, none }: ReportRowsProps): React.JSX.Element {
  if (rows.length === 0) {
    return (
      <p className="report__none">
        <CircleCheck size={16} aria-hidden /> {none}
      </p>
    );
  }
  return (
    <VirtualList label={label} items={rows} rowHeight={ROW_HEIGHT} keyOf={(_, index) => String(index)}>
      {(row) => <ReportRowView row={row} />}
    </VirtualList>
  );
}

function ReportRowView({ row }: { readonly row: ReportRow }): React.JSX.Element {
  const workbench = useWorkbench();
  const { severity, place, text, node } = row;
  const Icon = ICONS[severity];
  const content = (
    <>
      {Icon !== undefined && (
        <Icon size={16} className={`report-row__icon--${severity}`} aria-label={WORDS[severity]} />
      )}
      <span className="report-row__text">
        <code>{displayText(place)}</code>
        <span>{displayText(text)}</span>
      </span>
    </>
  );
  if (node === undefined) return <div className="report-row">{content}</div>;
  return (
    <Button
      className="report-row report-row--button"
      onPress={() =>
        workbench.run(() =>
          node.path === '' ? showNode(workbench, node.id) : showEvidence(workbench, node.id, node.path, node.value),
        )
      }
    >
      {content}
    </Button>
  );
}
