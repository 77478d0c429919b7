import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import type { FindingFilter } from '../../shared/findings/filter-findings.ts';
import { displayText } from '../graph/style/label.ts';
import type {
  FindingEntry,
  FindingGroup,
  FindingGrouping,
  FindingsOverview,
} from '../inventory/worker/protocol/findings-protocol.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import type { Workbench } from '../state/workbench.ts';
import { askToAcceptGroup, pick } from '../state/findings/finding-operations.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { VirtualList } from '../ui/VirtualList.tsx';
import { countsText } from './finding-words.ts';
import { FindingCard } from './FindingCard.tsx';
import { SeverityMark } from './SeverityMark.tsx';

/** Findings of a group that are listed; a report has them all. */
const LISTED = 200;

export interface FindingGroupsProps {
  readonly grouping: FindingGrouping;
  readonly label: string;
  readonly overview: FindingsOverview;
}

/** The groups on the left, the findings of the chosen one on the right. */
export function FindingGroups({ grouping, label, overview }: FindingGroupsProps): React.JSX.Element {
  const groups = overview.groups[grouping];
  const [chosen, setChosen] = useState<string>();
  const group = groups.find(({ key }) => key === chosen) ?? groups[0];
  if (group === undefined)
    return <p className="findings__note">Nothing is found here by these rules and this filter.</p>;
  return (
    <div className="findings__columns">
      <VirtualList label={`Groups ${label.toLowerCase()}`} items={groups} rowHeight={40} keyOf={({ key }) => key}>
        {(each) => <GroupRow group={each} isChosen={each === group} onPress={() => setChosen(each.key)} />}
      </VirtualList>
      <GroupFindings grouping={grouping} group={group} overview={overview} />
    </div>
  );
}

interface GroupRowProps {
  readonly group: FindingGroup;
  readonly isChosen: boolean;
  readonly onPress: () => void;
}

function GroupRow({ group, isChosen, onPress }: GroupRowProps): React.JSX.Element {
  return (
    <Button className="finding-group" aria-pressed={isChosen} onPress={onPress}>
      <SeverityMark severity={group.severity} />
      <span className="finding-group__title">{displayText(group.title)}</span>
      <span className="finding-group__counts">{countsText(group)}</span>
    </Button>
  );
}

function GroupFindings({
  grouping,
  group,
  overview,
}: {
  readonly grouping: FindingGrouping;
  readonly group: FindingGroup;
  readonly overview: FindingsOverview;
}): React.JSX.Element {
  const workbench = useWorkbench();
  const { inventory } = workbench;
  const filter = useShared('findings', (state) => state.filter);
  const { key } = group;
  const answer = useAnswer(
    useCallback(
      () => readGroup(inventory, { filter, grouping, key }, overview),
      [inventory, filter, grouping, key, overview],
    ),
    `${grouping} ${key}`,
  );
  if (answer.status === 'loading') return <p className="findings__note">Reading the findings…</p>;
  if (answer.status === 'failed') return <p className="findings__note">{answer.message}</p>;
  const count = group.failed + group.unknown + group.accepted;
  const rest = count - answer.value.length;
  return (
    <div className="findings__list">
      {group.failed > 1 && (
        <p className="findings__all">
          <Button
            className="button button--small"
            onPress={() => workbench.run(() => askToAcceptGroup(workbench, grouping, group))}
          >
            Accept all {group.failed.toLocaleString('en')} that failed…
          </Button>
        </p>
      )}
      {rest > 0 && (
        <p className="findings__note">
          The first {LISTED} of {count.toLocaleString('en')} are listed. A report has them all.
        </p>
      )}
      <VirtualList
        label={`Findings: ${displayText(group.title)}`}
        items={answer.value}
        rowHeight={180}
        keyOf={({ rule, status, fingerprint }) => `${rule} ${status} ${fingerprint}`}
      >
        {(finding) => (
          <FindingCard
            finding={finding}
            showsRule={grouping !== 'rule'}
            onPick={(how) => pick(workbench, answer.value, finding, how)}
          />
        )}
      </VirtualList>
    </div>
  );
}

/** The groups of another overview have other findings, though their keys may be the same. */
function readGroup(
  inventory: Workbench['inventory'],
  {
    filter,
    grouping,
    key,
  }: { readonly filter: FindingFilter; readonly grouping: FindingGrouping; readonly key: string },
  _overview: FindingsOverview,
): Promise<readonly FindingEntry[]> {
  return inventory.findingsOf(filter, grouping, key, 0, LISTED);
}
