import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import type { NodeId } from '../../shared/graph/graph.ts';
import { kindById } from '../../shared/kinds/index.ts';
import { displayText } from '../graph/style/label.ts';
import type { AccessDetails, AccessGroup, AccessRow } from '../inventory/worker/protocol/access-protocol.ts';
import type { NodeSummary } from '../inventory/worker/protocol/node-summary.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import { Chip } from '../ui/Chip.tsx';
import { audienceText, groupTitle, scopeText } from './access-words.ts';
import { AccessWays } from './AccessWays.tsx';
import { EvidenceButton } from './EvidenceList.tsx';
import { NodeRow } from '../controls/NodeRow.tsx';

/** Rows of each group at first, and as many more with each press. */
const PAGE = 50;

/** Who can do what to a resource, what a principal can reach, and the ways to more rights, as the collected policies tell it. */
export function AccessSections({ id }: { readonly id: NodeId }): React.JSX.Element | null {
  const { inventory } = useWorkbench();
  const [limit, setLimit] = useState(PAGE);
  const answer = useAnswer(useCallback(() => inventory.access(id, limit), [inventory, id, limit]));
  if (answer.status === 'loading') return <div aria-busy="true" />;
  if (answer.status === 'failed') {
    return (
      <p className="details__reason" role="alert">
        Access could not be worked out: {answer.message}
      </p>
    );
  }
  if (answer.value === undefined) return null;
  const { whoCan, whatCan, behind, ways, wayCount } = answer.value;
  function showMore(): void {
    setLimit(limit + PAGE);
  }
  return (
    <>
      {whoCan !== undefined && (
        <section className="details__section" aria-label="Who can">
          <SectionHead title="Who can" groups={whoCan.groups} />
          <MissingPolicies whoCan={whoCan} />
          {whoCan.groups.map((group) => (
            <GroupView key={group.relation} group={group} from="resource" onMore={showMore} />
          ))}
        </section>
      )}
      {whatCan !== undefined && (
        <section className="details__section" aria-label="What it can reach">
          <SectionHead title="What it can reach" groups={whatCan.groups} />
          <p className="muted">As far as the policies tell that were collected.</p>
          {whatCan.groups.map((group) => (
            <GroupView key={group.relation} group={group} from="principal" onMore={showMore} />
          ))}
        </section>
      )}
      {behind !== undefined && (
        <section className="details__section" aria-label="Who it stands for">
          <h4>
            Who it stands for <span className="count">{behind.length.toLocaleString('en')}</span>
          </h4>
          <ul>
            {behind.map((row) => (
              <RowView key={row.evidence.path} row={row} />
            ))}
          </ul>
        </section>
      )}
      {wayCount > 0 && <AccessWays ways={ways} count={wayCount} />}
    </>
  );
}

interface SectionHeadProps {
  readonly title: string;
  readonly groups: readonly AccessGroup[];
}

function SectionHead({ title, groups }: SectionHeadProps): React.JSX.Element {
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  return (
    <h4>
      {title} <span className="count">{total.toLocaleString('en')}</span>
    </h4>
  );
}

/** What is not known because policies are missing: nobody must take that for nobody. */
function MissingPolicies({ whoCan }: { readonly whoCan: NonNullable<AccessDetails['whoCan']> }): React.JSX.Element {
  const missing = whoCan.policies.filter(({ state }) => state === 'not-collected');
  if (missing.length === 0) {
    return (
      <p className="muted">
        {whoCan.complete
          ? 'All policies that count here were collected.'
          : 'What lies above this project was not collected, so others may have access too.'}
      </p>
    );
  }
  return (
    <p className="details__reason">
      <strong>Not known:</strong> the {missing.length === 1 ? 'policy' : 'policies'} of{' '}
      {missing.map(({ node }) => policyOwner(node)).join(', ')} {missing.length === 1 ? 'was' : 'were'} not collected,
      so others may have access too.
    </p>
  );
}

/** `organisation 884210336127`: what is not collected has nothing but its id for a title. */
function policyOwner({ kind, title }: NodeSummary): string {
  const words = kindById(kind).title;
  return `${/^[A-Z]{2}/.test(words) ? words : words.toLowerCase()} ${displayText(title)}`;
}

interface GroupViewProps {
  readonly group: AccessGroup;
  readonly from: 'resource' | 'principal';
  readonly onMore: () => void;
}

function GroupView({ group, from, onMore }: GroupViewProps): React.JSX.Element {
  const { count, rows } = group;
  return (
    <div className="link-group">
      <div className="link-group__head">
        <h5>{groupTitle(group, from)}</h5>
        <span className="count">{count.toLocaleString('en')}</span>
      </div>
      <ul>
        {rows.map((row) => (
          <RowView
            key={`${row.node.id} ${row.evidence.document} ${row.evidence.path} ${row.all?.kind ?? ''}`}
            row={row}
          />
        ))}
      </ul>
      {rows.length < count && (
        <Button className="button button--small" onPress={onMore}>
          List more of {count.toLocaleString('en')}
        </Button>
      )}
    </div>
  );
}

/** One grant: who or what, how far, under which condition, and the member in the policy that proves it. */
export function RowView({ row }: { readonly row: AccessRow }): React.JSX.Element {
  const { node, audience, inheritedFrom, through, condition, unknown, evidence } = row;
  const who = audienceText(row);
  const scope = scopeText(row);
  return (
    <li className="link-row">
      <NodeRow node={node} />
      <div className="link-row__chips">
        {who !== undefined && <Chip tone={audience === 'public' ? 'warning' : 'outline'}>{who}</Chip>}
        {scope !== undefined && <Chip tone="outline">{scope}</Chip>}
        {inheritedFrom !== undefined && <Chip tone="outline">from {displayText(inheritedFrom.title)}</Chip>}
        {through !== undefined && <Chip tone="outline">through {displayText(through.title)}</Chip>}
        {condition !== undefined && <Chip tone="outline">conditional, not evaluated</Chip>}
      </div>
      {condition !== undefined && <p className="muted">Only while: {displayText(condition)}</p>}
      {unknown !== undefined && <p className="details__reason">{unknown}</p>}
      <ul className="evidences">
        <li>
          <EvidenceButton evidence={evidence} />
        </li>
      </ul>
    </li>
  );
}
