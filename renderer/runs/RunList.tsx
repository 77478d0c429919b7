import { ArrowLeft } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import type { NodeId } from '../../shared/graph/graph.ts';
import { kindById } from '../../shared/kinds/index.ts';
import { writeTimeText } from '../../shared/timeline/time-text.ts';
import { NodeRow } from '../controls/NodeRow.tsx';
import { displayText } from '../graph/style/label.ts';
import type { RunEntry } from '../inventory/worker/protocol/runs-protocol.ts';
import { formatCount } from '../state/format.ts';
import { showOnlyNodes } from '../state/view/node-operations.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import { VirtualList } from '../ui/VirtualList.tsx';
import { ChangeList } from './ChangeList.tsx';

/** Runs listed at first, and with each press for more. */
const STEP = 100;
const ROW_HEIGHT = 72;

export interface RunListProps {
  readonly of: NodeId;
  readonly revision: object;
}

/** The runs of one template, newest first, each with what changed since the one before. */
export function RunList({ of, revision }: RunListProps): React.JSX.Element {
  const workbench = useWorkbench();
  const { inventory, runs } = workbench;
  const [wanted, setWanted] = useState(STEP);
  const answer = useAnswer(
    useCallback(() => askFor(revision, () => inventory.runs(of, 0, wanted)), [inventory, revision, of, wanted]),
    of,
  );
  const back = (
    <Button className="button button--small button--quiet" onPress={() => runs.getState().show(undefined)}>
      <ArrowLeft size={14} aria-hidden /> All templates
    </Button>
  );
  if (answer.status === 'loading') return <p className="runs__note">Comparing the runs…</p>;
  if (answer.status === 'failed' || answer.value === undefined) {
    return (
      <div className="runs__note" role="alert">
        <p>{answer.status === 'failed' ? answer.message : 'This job is no longer in the inventory.'}</p>
        {back}
      </div>
    );
  }
  const { stem, kind, project, images, total, undated, runs: listed } = answer.value;
  return (
    <div className="runs">
      <div className="runs__head">
        {back}
        <h3 className="truncate">{displayText(stem)}</h3>
        <p className="muted truncate" role="status">
          {total === 1 ? 'The only run' : formatCount(total, 'run')} of a {kindById(kind).title.toLowerCase()}
          {project !== undefined && ` in ${project}`}
          {undated > 0 && `, ${undated.toLocaleString('en')} without a time`}
          {images.length > 0 && ` · ${images.join(', ')}`}
        </p>
        <Button
          className="button button--small"
          onPress={() =>
            workbench.run(() =>
              showOnlyNodes(
                workbench,
                listed.map(({ node }) => node.id),
                `Show only runs of ${stem}`,
              ),
            )
          }
        >
          Show only these
        </Button>
        {listed.length < total && (
          <Button className="button button--small" onPress={() => setWanted(wanted + STEP)}>
            {formatCount(Math.min(STEP, total - listed.length), 'more run')}
          </Button>
        )}
      </div>
      <VirtualList label={`Runs of ${stem}`} items={listed} rowHeight={ROW_HEIGHT} keyOf={({ node }) => node.id}>
        {(run) => <RunRow run={run} />}
      </VirtualList>
    </div>
  );
}

function RunRow({ run }: { readonly run: RunEntry }): React.JSX.Element {
  const { node, time, changes, isFirst } = run;
  return (
    <div className="run">
      <div className="run__head">
        <NodeRow node={node} />
        <span className="run__time muted">
          {time === undefined ? 'no time' : `${writeTimeText(Math.floor(time / 1000) * 1000)} UTC`}
        </span>
      </div>
      {isFirst ? (
        <p className="run__none muted">The first run.</p>
      ) : changes === undefined ? (
        <p className="run__none muted">
          Not compared: the whole document of this run or of the one before was not collected.
        </p>
      ) : changes.length === 0 ? (
        <p className="run__none muted">Nothing changed since the run before.</p>
      ) : (
        <ChangeList changes={changes} />
      )}
    </div>
  );
}

/** A collection that grows is looked at anew for each of its revisions. */
function askFor<Value>(_revision: object, ask: () => Promise<Value>): Promise<Value> {
  return ask();
}
