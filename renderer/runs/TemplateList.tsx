import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import { kindById } from '../../shared/kinds/index.ts';
import { writeTimeText } from '../../shared/timeline/time-text.ts';
import { KindGlyph } from '../graph/KindGlyph.tsx';
import { displayText } from '../graph/style/label.ts';
import type { TemplateEntry } from '../inventory/worker/protocol/runs-protocol.ts';
import { formatCount } from '../state/format.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import { Chip } from '../ui/Chip.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';

const STEP = 200;
const ROW_HEIGHT = 48;

/** The templates with several runs, most runs first. */
export function TemplateList({ revision }: { readonly revision: object }): React.JSX.Element {
  const { inventory } = useWorkbench();
  const [wanted, setWanted] = useState(STEP);
  const answer = useAnswer(
    useCallback(() => askFor(revision, () => inventory.templates(0, wanted)), [inventory, revision, wanted]),
    'templates',
  );
  if (answer.status === 'loading') return <p className="runs__note">Looking for runs of one template…</p>;
  if (answer.status === 'failed') {
    return (
      <p className="runs__note" role="alert">
        {answer.message}
      </p>
    );
  }
  const { total, templates } = answer.value;
  if (total === 0) {
    return (
      <p className="runs__note">
        No jobs are runs of one template: jobs of one project whose names differ in numbers only, and whose images have
        the same name.
      </p>
    );
  }
  return (
    <div className="runs">
      <div className="runs__head">
        <p className="muted" role="status">
          {formatCount(total, 'template')} with several runs. Choose one to see what changed from run to run.
        </p>
        {templates.length < total && (
          <Button className="button button--small" onPress={() => setWanted(wanted + STEP)}>
            {formatCount(Math.min(STEP, total - templates.length), 'more template')}
          </Button>
        )}
      </div>
      <VirtualList label="Templates" items={templates} rowHeight={ROW_HEIGHT} keyOf={({ newest }) => newest}>
        {(template) => <TemplateRow template={template} />}
      </VirtualList>
    </div>
  );
}

function TemplateRow({ template }: { readonly template: TemplateEntry }): React.JSX.Element {
  const { runs } = useWorkbench();
  const { newest, stem, kind, project, images, first, last, movedTags } = template;
  const when = first === undefined || last === undefined ? [] : [`${toTheSecond(first)} to ${toTheSecond(last)} UTC`];
  const about = [kindById(kind).title, ...(project === undefined ? [] : [project]), ...when, ...images].join(' · ');
  return (
    <Button className="node-row" onPress={() => runs.getState().show(newest)}>
      <KindGlyph kind={kind} size={20} />
      <span className="node-row__text">
        <span className="truncate">
          {displayText(stem)} <span className="muted">{formatCount(template.runs, 'run')}</span>
        </span>
        <span className="node-row__subtitle">
          <span className="truncate muted">{displayText(about)}</span>
          {movedTags > 0 && <Chip tone="error">tag moved {formatCount(movedTags, 'time')}</Chip>}
        </span>
      </span>
    </Button>
  );
}

function toTheSecond(time: number): string {
  return writeTimeText(Math.floor(time / 1000) * 1000);
}

/** A collection that grows is looked at anew for each of its revisions. */
function askFor<Value>(_revision: object, ask: () => Promise<Value>): Promise<Value> {
  return ask();
}
