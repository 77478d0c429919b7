import { ArrowRight, FileSearch } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { RunChange } from '../../shared/runs/run-changes.ts';
import { displayText } from '../graph/style/label.ts';
import { formatCount } from '../state/format.ts';
import { showEvidence } from '../state/view/node-operations.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import { Chip } from '../ui/Chip.tsx';
import { IconButton } from '../ui/IconButton.tsx';

/** What changed from one run to the next; paths of which only numbers differ are told when asked for. */
export function ChangeList({ changes }: { readonly changes: readonly RunChange[] }): React.JSX.Element {
  const [all, setAll] = useState(false);
  const countedOn = changes.filter(({ remark }) => remark === 'counted-on');
  const shown = all ? changes : changes.filter(({ remark }) => remark !== 'counted-on');
  return (
    <>
      <ul className="changes" aria-label="Changed since the run before">
        {shown.map((change) => (
          <li key={`${change.evidence.document} ${change.evidence.path}`} className="change">
            <Change change={change} />
          </li>
        ))}
      </ul>
      {countedOn.length > 0 && !all && (
        <Button className="button button--small button--quiet" onPress={() => setAll(true)}>
          {formatCount(countedOn.length, 'path')} of which only numbers differ
        </Button>
      )}
    </>
  );
}

function Change({ change }: { readonly change: RunChange }): React.JSX.Element {
  const workbench = useWorkbench();
  const { label, before, after, evidence, remark } = change;
  return (
    <>
      <span className="change__label">{displayText(label)}</span>
      {remark === 'moved-tag' && <Chip tone="error">same tag, other image</Chip>}
      {remark === 'unpinned' && <Chip tone="warning">no longer pinned</Chip>}
      <span className="change__values">
        {before === undefined ? (
          <span className="muted">none</span>
        ) : (
          <del className="change__value">{displayText(before)}</del>
        )}
        <ArrowRight size={12} aria-label="became" />
        {after === undefined ? (
          <span className="muted">none</span>
        ) : (
          <ins className="change__value">{displayText(after)}</ins>
        )}
      </span>
      {evidence.path !== 'name' && (
        <IconButton
          small
          label={`Show ${evidence.path}`}
          icon={<FileSearch size={14} aria-hidden />}
          onPress={() => workbench.run(() => showEvidence(workbench, evidence.document, evidence.path, evidence.value))}
        />
      )}
    </>
  );
}
