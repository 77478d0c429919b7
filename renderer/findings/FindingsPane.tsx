import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { FindingGrouping, FindingsOverview } from '../inventory/worker/protocol/findings-protocol.ts';
import type { FindingsTab } from '../state/findings/findings-store.ts';
import { useShared } from '../state/use-workbench.ts';
import { FindingGroups } from './FindingGroups.tsx';
import { FindingsActions } from './FindingsActions.tsx';
import { FindingsBar } from './FindingsBar.tsx';
import { recordOf } from '../state/review/review-store.ts';
import { PickedFindings } from './PickedFindings.tsx';
import { ReviewList } from './ReviewList.tsx';
import { Posture } from './Posture.tsx';
import { useFindings } from './useFindings.ts';
import './findings.css';

const TABS: readonly { readonly id: FindingGrouping; readonly title: string }[] = [
  { id: 'rule', title: 'By rule' },
  { id: 'severity', title: 'By severity' },
  { id: 'resource', title: 'By resource' },
  { id: 'project', title: 'By project' },
];

/** What the rules say of the inventory: the posture, and the findings put together in four ways. `revision` tells inventories apart. */
export function FindingsPane({ revision }: { readonly revision: object }): React.JSX.Element {
  const filter = useShared('findings', (state) => state.filter);
  const answer = useFindings(revision, filter);
  if (answer.status === 'loading') return <p className="findings__note">The rules are judging the inventory…</p>;
  if (answer.status === 'failed') return <p className="findings__note">{answer.message}</p>;
  return <Judged overview={answer.value} />;
}

function Judged({ overview }: { readonly overview: FindingsOverview }): React.JSX.Element {
  const tab = useShared('findings', (state) => state.tab);
  const setTab = useShared('findings', (state) => state.setTab);
  const reviewed = useShared('review', (state) => {
    const { notes, marks, acceptances } = recordOf(state);
    return notes.length + marks.length + acceptances.length;
  });
  return (
    <div className="findings">
      <FindingsBar overview={overview} />
      <PickedFindings />
      {/* The keys are those of the tabs below. */}
      <Tabs className="tabs" selectedKey={tab} onSelectionChange={(key) => setTab(key as FindingsTab)}>
        <div className="findings__tabs">
          <TabList className="tabs__list" aria-label="Findings">
            <Tab className="tab" id="posture">
              Posture
            </Tab>
            {TABS.map(({ id, title }) => (
              <Tab key={id} className="tab" id={id}>
                {title} <span className="count">{overview.groups[id].length.toLocaleString('en')}</span>
              </Tab>
            ))}
            <Tab className="tab" id="review">
              Review <span className="count">{reviewed.toLocaleString('en')}</span>
            </Tab>
          </TabList>
          <FindingsActions />
        </div>
        <TabPanel className="tabs__panel findings__panel scrolls" id="posture">
          <Posture overview={overview} />
        </TabPanel>
        <TabPanel className="tabs__panel findings__panel review-list" id="review">
          <ReviewList />
        </TabPanel>
        {TABS.map(({ id, title }) => (
          <TabPanel key={id} className="tabs__panel findings__panel" id={id}>
            <FindingGroups grouping={id} label={title} overview={overview} />
          </TabPanel>
        ))}
      </Tabs>
    </div>
  );
}
