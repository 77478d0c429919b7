import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import { displayText } from '../graph/style/label.ts';
import type {
  FindingEntry,
  FindingGroup,
  FindingGrouping,
  FindingsOverview,
} from '../inventory/worker/findings-protocol.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import type { Workbench } from '../state/workbench.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { VirtualList } from '../ui/VirtualList.tsx';
import { FindingCard } from './FindingCard.tsx';
import { SeverityMark } from './SeverityMark.tsx';

/** Findings of a group that are listed; the command line writes them all. */
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
  if (group === undefined) return <p className="findings__note">No rule applies to what is in this inventory.</p>;
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
      <span className="finding-group__counts">{countsOf(group)}</span>
    </Button>
  );
}

function countsOf({ failed, unknown, accepted }: FindingGroup): string {
  return [
    ...(failed > 0 ? [`${failed.toLocaleString('en')} failed`] : []),
    ...(unknown > 0 ? [`${unknown.toLocaleString('en')} unknown`] : []),
    ...(accepted > 0 ? [`${accepted.toLocaleString('en')} accepted`] : []),
  ].join(', ');
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
  const { inventory } = useWorkbench();
  const { key } = group;
  const answer = useAnswer(
    useCallback(() => readGroup(inventory, grouping, key, overview), [inventory, grouping, key, overview]),
  );
  if (answer.status === 'loading') return <p className="findings__note">Reading the findings…</p>;
  if (answer.status === 'failed') return <p className="findings__note">{answer.message}</p>;
  const count = group.failed + group.unknown + group.accepted;
  const rest = count - answer.value.length;
  return (
    <div className="findings__list">
      {rest > 0 && (
        <p className="findings__note">
          The first {LISTED} of {count.toLocaleString('en')} are listed. The command line writes them all.
        </p>
      )}
      <VirtualList
        label={`Findings: ${displayText(group.title)}`}
        items={answer.value}
        rowHeight={180}
        keyOf={({ rule, status, resource }) => `${rule} ${status} ${resource}`}
      >
        {(finding) => <FindingCard finding={finding} showsRule={grouping !== 'rule'} />}
      </VirtualList>
    </div>
  );
}

/** The groups of another overview have other findings, though their keys may be the same. */
function readGroup(
  inventory: Workbench['inventory'],
  grouping: FindingGrouping,
  key: string,
  _overview: FindingsOverview,
): Promise<readonly FindingEntry[]> {
  return inventory.findingsOf(grouping, key, 0, LISTED);
}
