import { useCallback, useEffect, useRef, useState } from 'react';
import { type Key, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { NodeId } from '../../shared/graph/graph.ts';
import { questionsAbout } from '../../shared/search/query/questions.ts';
import { AnswersView } from './AnswersView.tsx';
import type { NodeDetails } from '../inventory/worker/protocol/details-protocol.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { Remarks } from '../findings/Remarks.tsx';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { AccessSections } from './AccessSections.tsx';
import { ImpactSection } from '../trace/ImpactSection.tsx';
import { DetailsHead } from './DetailsHead.tsx';
import { FindingsSection } from './FindingsSection.tsx';
import { FactList } from './FactList.tsx';
import { LinkGroups } from './LinkGroups.tsx';
import { Provenance } from './Provenance.tsx';
import { RawDocument } from './RawDocument.tsx';

/** All that is known of one resource. */
export function NodeDetailsView({ id }: { readonly id: NodeId }): React.JSX.Element {
  const { inventory } = useWorkbench();
  const answer = useAnswer(useCallback(() => inventory.details(id), [inventory, id]));
  if (answer.status === 'loading') return <div className="details" aria-busy="true" />;
  if (answer.status === 'failed') {
    return (
      <div className="empty" role="alert">
        <h3>The details could not be read</h3>
        <p>{answer.message}</p>
      </div>
    );
  }
  if (answer.value === undefined) {
    return (
      <div className="empty">
        <h3>Not in this inventory</h3>
        <p className="details__name">{id}</p>
      </div>
    );
  }
  return <DetailsTabs details={answer.value} />;
}

function DetailsTabs({ details }: { readonly details: NodeDetails }): React.JSX.Element {
  const mark = useShared('selection', (state) => state.mark);
  const asked = useShared('panes', (state) => state.details);
  const { panes } = useWorkbench();
  const [isRaw, setRaw] = useState(mark !== undefined);
  const isAsked = questionsAbout(details.node.kind).length > 0;
  const tab = isRaw ? 'raw' : isAsked ? asked.tab : 'overview';
  const seen = useRef(asked);
  useEffect(() => {
    if (seen.current !== asked) setRaw(false);
    seen.current = asked;
  }, [asked]);
  useEffect(() => {
    if (mark !== undefined) setRaw(true);
  }, [mark]);
  function choose(key: Key): void {
    setRaw(key === 'raw');
    if (key !== 'raw') panes.getState().showDetails(key === 'answers' ? 'answers' : 'overview');
  }
  return (
    <div className="details details--fixed">
      <DetailsHead details={details} />
      <Tabs className="tabs" selectedKey={tab} onSelectionChange={choose}>
        <TabList className="tabs__list" aria-label="Details">
          <Tab className="tab" id="overview">
            Overview
          </Tab>
          {isAsked && (
            <Tab className="tab" id="answers">
              Answers
            </Tab>
          )}
          <Tab className="tab" id="raw" isDisabled={details.raw === undefined}>
            Raw document
          </Tab>
        </TabList>
        <TabPanel className="tabs__panel scrolls" id="overview">
          {details.node.reason !== undefined && (
            <p className="details__reason">
              <strong>{details.node.state === 'unresolved' ? 'Unresolved' : 'Not collected'}:</strong>{' '}
              {details.node.reason}
            </p>
          )}
          <section className="details__section" aria-label="Notes and mark">
            <Remarks of={{ target: { type: 'node', id: details.node.id }, title: details.node.title }} />
          </section>
          <FactList facts={details.facts} />
          <FindingsSection id={details.node.id} />
          <LinkGroups details={details} />
          <ImpactSection id={details.node.id} />
          <AccessSections id={details.node.id} />
          <Provenance details={details} />
        </TabPanel>
        {isAsked && (
          <TabPanel className="tabs__panel scrolls" id="answers">
            <AnswersView id={details.node.id} />
          </TabPanel>
        )}
        <TabPanel className="tabs__panel" id="raw">
          {details.raw !== undefined && <RawDocument details={details} raw={details.raw} mark={mark} />}
        </TabPanel>
      </Tabs>
    </div>
  );
}
