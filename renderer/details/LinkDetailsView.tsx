import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import { kindById } from '../../shared/kinds/index.ts';
import { RELATIONS } from '../../shared/links/relations.ts';
import { confidenceText, flowText } from '../graph/describe.ts';
import { Remarks } from '../findings/Remarks.tsx';
import { KindGlyph } from '../graph/KindGlyph.tsx';
import { displayText } from '../graph/style/label.ts';
import type { DrawnLink, LinkBetween, LinkDetails, LinkEnd } from '../inventory/worker/protocol/details-protocol.ts';
import { formatCount } from '../state/format.ts';
import { showViewNode } from '../state/view/node-operations.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { CrossingChips } from './CrossingChips.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import { NodeRow } from '../controls/NodeRow.tsx';

/** Links listed at first, and by "list more". */
const PAGE = 50;
/** Evidence listed at first: of a single link, and of each of many. */
const FIRST_OF_ONE = 20;
const FIRST_OF_MANY = 2;

/** All that is known of a drawn link: its ends, why it matters, how sure it is, and what it was read from. */
export function LinkDetailsView({ link }: { readonly link: DrawnLink }): React.JSX.Element {
  const { inventory } = useWorkbench();
  const spec = useShared('view', (state) => state.history.present.state.spec);
  const answer = useAnswer(useCallback(() => inventory.link(link, spec, 0, PAGE), [inventory, link, spec]));
  if (answer.status === 'loading') return <div className="details" aria-busy="true" />;
  if (answer.status === 'failed') {
    return (
      <div className="empty" role="alert">
        <h3>The link could not be read</h3>
        <p>{answer.message}</p>
      </div>
    );
  }
  if (answer.value === undefined) {
    return (
      <div className="empty">
        <h3>Not drawn now</h3>
        <p>What this link led to is folded or drawn in another way now. Undo brings it back.</p>
      </div>
    );
  }
  return <LoadedLink link={link} details={answer.value} />;
}

interface LoadedLinkProps {
  readonly link: DrawnLink;
  readonly details: LinkDetails;
}

function LoadedLink({ link, details }: LoadedLinkProps): React.JSX.Element {
  const { from, to, reasons, count, evidence } = details;
  const [single] = details.links;
  const flow = flowText(link.flow, displayText(titleOf(from)), displayText(titleOf(to)));
  return (
    <div className="details scrolls">
      <header className="details__head">
        <div className="details__title">
          <p className="muted">{count === 1 ? 'Link' : `${formatCount(count, 'link')} drawn as one`}</p>
          <h3>{RELATIONS[link.type].label}</h3>
          {count === 1 && (
            <div className="details__chips">
              <CrossingChips crosses={single?.crosses ?? []} />
            </div>
          )}
        </div>
      </header>
      <section className="details__section" aria-label="From">
        <h4>From</h4>
        <EndRow end={from} />
      </section>
      <section className="details__section" aria-label="To">
        <h4>To</h4>
        <EndRow end={to} />
      </section>
      <section className="details__section" aria-label="Why it matters">
        <h4>Why it matters</h4>
        {reasons.map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
      </section>
      <section className="details__section" aria-label="Facts">
        <dl className="facts">
          <Fact label="Confidence" value={confidenceText(link.confidence)} />
          <Fact label="Data" value={flow ?? 'None flows'} />
          <Fact label="Evidence" value={formatCount(evidence, 'field')} />
        </dl>
      </section>
      {count === 1 && single !== undefined && (
        <section className="details__section" aria-label="Notes and mark">
          <Remarks
            of={{
              target: { type: 'edge', relation: link.type, from: single.from.id, to: single.to.id },
              title: `${titleOf(from)} ${RELATIONS[link.type].label} ${titleOf(to)}`,
            }}
          />
        </section>
      )}
      {count === 1 && single !== undefined ? (
        <section className="details__section" aria-label="Evidence">
          <h4>
            Evidence <span className="count">{evidence.toLocaleString('en')}</span>
          </h4>
          <EvidenceList evidence={single.evidence} first={FIRST_OF_ONE} />
        </section>
      ) : (
        <ManyLinks link={link} details={details} />
      )}
    </div>
  );
}

/** The links a drawn link stands for, each with its evidence. */
function ManyLinks({ link, details }: LoadedLinkProps): React.JSX.Element {
  const workbench = useWorkbench();
  const spec = useShared('view', (state) => state.history.present.state.spec);
  const [more, setMore] = useState<readonly LinkBetween[]>([]);
  const listed = [...details.links, ...more];
  const left = details.count - listed.length;
  return (
    <section className="details__section" aria-label="Links">
      <h4>
        Links <span className="count">{details.count.toLocaleString('en')}</span>
      </h4>
      <ul>
        {listed.map(({ edge, from, to, evidence, crosses }) => (
          <li key={edge} className="link-row">
            {details.from.type === 'fold' && <NodeRow node={from} />}
            {details.to.type === 'fold' && <NodeRow node={to} />}
            {crosses.length > 0 && (
              <div className="link-row__chips">
                <CrossingChips crosses={crosses} />
              </div>
            )}
            <EvidenceList evidence={evidence} first={FIRST_OF_MANY} />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button
          className="button button--small"
          onPress={() =>
            workbench.run(async () => {
              const next = await workbench.inventory.link(link, spec, listed.length, PAGE);
              setMore([...more, ...(next?.links ?? [])]);
            })
          }
        >
          List {Math.min(PAGE, left)} more of {formatCount(details.count, 'link')}
        </Button>
      )}
    </section>
  );
}

/** What stands at an end of the link; pressing it goes there. */
function EndRow({ end }: { readonly end: LinkEnd }): React.JSX.Element {
  const workbench = useWorkbench();
  if (end.type === 'resource') return <NodeRow node={end.node} />;
  return (
    <Button className="node-row" onPress={() => workbench.run(() => showViewNode(workbench, end.id))}>
      <KindGlyph kind={end.kind} state={end.state} size={20} />
      <span className="node-row__text">
        <span className="truncate">{displayText(end.title)}</span>
        <span className="node-row__subtitle muted">
          {kindById(end.kind).plural}: {end.members.toLocaleString('en')} drawn as one
        </span>
      </span>
    </Button>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }): React.JSX.Element {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function titleOf(end: LinkEnd): string {
  return end.type === 'resource' ? end.node.title : end.title;
}
