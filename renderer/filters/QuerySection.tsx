import { X } from 'lucide-react';
import { useCallback, memo } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import type { Completion } from '../../shared/search/query/complete.ts';
import {
  conditionsOf,
  hasCondition,
  hasValue,
  negated,
  toggleCondition,
  toggleValue,
  withoutSpan,
} from '../../shared/search/query/conditions.ts';
import { askQuery } from '../state/search/query-operations.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';

/** Values offered for a condition. */
const OFFERED = 8;

/** Conditions that are not filters of the view: what is typed before the values that the inventory has for it. */
const OFFERS = [
  { title: 'Label', field: 'label' },
  { title: 'Relation', field: 'via' },
  { title: 'Reported state', field: 'state' },
  { title: 'Created', field: 'created' },
] as const;

/** The conditions of the search as chips, and values to search by. What is pressed here is written into the search box. */
export const QuerySection = memo(function QuerySection({ count }: { readonly count: number }): React.JSX.Element {
  const workbench = useWorkbench();
  const query = useShared('search', (state) => state.query);
  const conditions = conditionsOf(query);
  return (
    <section className="facet query-section" aria-label="Search">
      <div className="facet__head">
        <h3>Search</h3>
        <Button
          className="button button--small button--quiet"
          isDisabled={query.trim() === ''}
          onPress={() => workbench.search.getState().clear()}
        >
          Clear
        </Button>
      </div>
      {conditions.length === 0 ? (
        <p className="muted query-section__none">No conditions. Press a value below, or type a query above.</p>
      ) : (
        <ul className="query-chips" aria-label="Conditions of the search">
          {conditions.map((condition) => (
            <li key={`${condition.from} ${condition.text}`} className="chip chip--info query-chip">
              <Button
                className="query-chip__text truncate"
                aria-label={`Negate ${condition.text}`}
                onPress={() => askQuery(workbench, negated(query, condition))}
              >
                {condition.text}
              </Button>
              <Button
                className="chip__close"
                aria-label={`Remove ${condition.text}`}
                onPress={() => askQuery(workbench, withoutSpan(query, condition))}
              >
                <X size={12} aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {OFFERS.map(({ title, field }) => (
        <Offer key={field} title={title} field={field} resources={count} />
      ))}
    </section>
  );
});

interface OfferProps {
  readonly title: string;
  readonly field: string;
  /** Resources of the inventory: with their number the counts change. */
  readonly resources: number;
}

function Offer({ title, field, resources }: OfferProps): React.JSX.Element | null {
  const workbench = useWorkbench();
  const query = useShared('search', (state) => state.query);
  const ask = useCallback(async (): Promise<readonly Completion[]> => {
    const prefix = `${field}:`;
    // A collection adds values while it goes on.
    const limit = resources > 0 ? OFFERED * 8 : 0;
    const { items } = await workbench.inventory.complete(prefix, prefix.length, limit);
    return items.filter((item) => isOffered(field, item)).slice(0, OFFERED);
  }, [workbench, field, resources]);
  const answer = useAnswer(ask, field);
  if (answer.status !== 'ready' || answer.value.length === 0) return null;
  return (
    <div className="query-offer" role="group" aria-label={title}>
      <h4>{title}</h4>
      {answer.value.map(({ label, insert, detail, count }) => (
        <ToggleButton
          key={label}
          className="button button--small query-offer__value"
          isSelected={isRange(insert) ? hasCondition(query, `${field}:${insert}`) : hasValue(query, field, label)}
          onChange={() =>
            askQuery(
              workbench,
              isRange(insert) ? toggleCondition(query, `${field}:${insert}`) : toggleValue(query, field, label),
            )
          }
          {...(detail === undefined ? {} : { 'aria-label': `${label}: ${detail}` })}
        >
          <span className="truncate">{label}</span>
          {count !== undefined && <span className="muted">{count.toLocaleString('en')}</span>}
        </ToggleButton>
      ))}
    </div>
  );
}

/** A label's key alone says little; what is known of a resource is a facet of its own. */
function isOffered(field: string, { label, detail }: Completion): boolean {
  if (field === 'label') return label.includes('=');
  return field !== 'state' || detail === undefined;
}

/** Whether a value compares: several of them are not alternatives. */
function isRange(insert: string): boolean {
  return /^[<>[]/.test(insert);
}
