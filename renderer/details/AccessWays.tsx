import { Disclosure, DisclosurePanel, Button, Heading } from 'react-aria-components';
import { ChevronRight } from 'lucide-react';
import { displayText } from '../graph/style/label.ts';
import type { AccessWay } from '../inventory/worker/protocol/access-protocol.ts';
import { Chip } from '../ui/Chip.tsx';
import { groupTitle, scopeText, stepText } from './access-words.ts';
import { EvidenceButton } from './EvidenceList.tsx';
import { NodeRow } from '../controls/NodeRow.tsx';

interface AccessWaysProps {
  readonly ways: readonly AccessWay[];
  /** All there are; `ways` has the worst. */
  readonly count: number;
}

/** Ways by which somebody comes to the rights of an account, each step with its proof. */
export function AccessWays({ ways, count }: AccessWaysProps): React.JSX.Element {
  return (
    <section className="details__section" aria-label="Ways to more rights">
      <h4>
        Ways to more rights <span className="count">{count.toLocaleString('en')}</span>
      </h4>
      <p className="muted">Rights that add up: each step is allowed, and the last one gives what the first had not.</p>
      {ways.map((way) => (
        <WayView key={[way.principal.id, ...way.steps.map(({ to }) => to.id)].join(' ')} way={way} />
      ))}
      {ways.length < count && (
        <p className="muted">
          The worst {ways.length} of {count.toLocaleString('en')} are listed.
        </p>
      )}
    </section>
  );
}

function WayView({ way }: { readonly way: AccessWay }): React.JSX.Element {
  const { principal, account, steps, gains, conditional } = way;
  return (
    <Disclosure className="access-way">
      <Heading level={5}>
        <Button slot="trigger" className="button button--quiet access-way__head">
          <ChevronRight size={14} aria-hidden />
          <span className="access-way__title">
            {displayText(principal.title)} → {displayText(account.title)}
          </span>
        </Button>
      </Heading>
      <DisclosurePanel>
        {conditional && <Chip tone="outline">conditional, not evaluated</Chip>}
        <ol className="access-way__steps">
          <li>
            <NodeRow node={principal} />
          </li>
          {steps.map(({ action, to, evidence }) => (
            <li key={`${action} ${to.id}`}>
              <span className="muted">{stepText(action)}</span>
              <NodeRow node={to} />
              <ul className="evidences">
                {evidence.map((item) => (
                  <li key={`${item.document} ${item.path}`}>
                    <EvidenceButton evidence={item} />
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
        <p className="muted">
          {gains.length === 0 ? 'Whoever can change the policy can give themselves any right there.' : 'And so gains:'}
        </p>
        <ul className="access-way__gains">
          {gains.map(({ relation, row }) => (
            <li key={`${relation} ${row.node.id} ${row.all?.kind ?? ''}`}>
              <span className="muted">
                {groupTitle({ relation }, 'principal')} {scopeText(row) ?? ''}
              </span>
              <NodeRow node={row.node} />
            </li>
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}
