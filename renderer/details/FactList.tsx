import { displayText } from '../graph/style/label.ts';
import type { Fact } from '../inventory/worker/protocol/details-protocol.ts';
import { formatTime } from '../state/format.ts';
import { BreakableText } from '../ui/BreakableText.tsx';
import { groupFacts } from './fact-groups.ts';

/** Where clocks show UTC, telling a time twice says nothing. */
const IS_UTC_HERE = ['UTC', 'Etc/UTC'].includes(Intl.DateTimeFormat().resolvedOptions().timeZone);

/** Key facts by group. A fact the document does not have is not listed. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }): React.JSX.Element {
  return (
    <>
      {groupFacts(facts).map((group) => (
        <section key={group.title} className="fact-group">
          <h4>{group.title}</h4>
          <dl className="facts">
            {group.facts.map((fact, index) => (
              <div key={`${fact.path} ${index}`} className="fact">
                <dt title={fact.path}>{fact.label}</dt>
                <dd>
                  <FactValue fact={fact} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

function FactValue({ fact }: { readonly fact: Fact }): React.JSX.Element {
  const time = fact.group === 'times' && fact.raw !== undefined ? formatTime(fact.raw) : undefined;
  if (time === undefined || fact.raw === undefined) return <BreakableText text={displayText(fact.value)} />;
  return (
    <time dateTime={fact.raw}>
      {time.utc}
      {!IS_UTC_HERE && <span className="muted fact__local">{time.local} here</span>}
    </time>
  );
}
