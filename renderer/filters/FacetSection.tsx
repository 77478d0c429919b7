import { memo, type ReactNode, useState } from 'react';
import { Button, Input, Label, SearchField } from 'react-aria-components';
import { hasValue, toggleValue as toggleQueryValue } from '../../shared/search/query/conditions.ts';
import type { FacetName } from '../inventory/worker/protocol/canvas-protocol.ts';
import type { FacetValue } from '../inventory/worker/protocol/facets-protocol.ts';
import { askQuery } from '../state/search/query-operations.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { excludedValues, excludeValues } from '../state/view/view-changes.ts';
import { facetRows, onlyValue, toggleValue } from './facet-rows.ts';
import { FacetOption } from './FacetOption.tsx';

function itself(value: string): string {
  return value;
}

/** Values listed before the user asks for all or types a filter. */
const FIRST = 12;
/** Values listed at most; the filter reaches the others. */
const MOST = 300;

export interface FacetSectionProps {
  readonly facet: FacetName;
  readonly title: string;
  readonly values: readonly FacetValue[];
  /** What the legend draws for a value. */
  readonly renderSign?: (value: string) => ReactNode;
  /** How much of each value is drawn; absent while that is not known. */
  readonly counts: Readonly<Record<string, number>> | undefined;
  /** Field of the query language, and its word for a value; undefined where a value cannot be searched for. */
  readonly field?: string;
  readonly wordOf?: (value: string) => string | undefined;
  /** Values listed at once; those of a legend should be in sight together. */
  readonly first?: number;
}

/**
 * One facet: its values with counts, each to be switched on and off; all, none, or only one. Rendered anew only when something of it
 * changed: all facets together have hundreds of controls.
 */
export const FacetSection = memo(function FacetSection({
  facet,
  title,
  values,
  counts,
  renderSign,
  field,
  wordOf = itself,
  first = FIRST,
}: FacetSectionProps): React.JSX.Element {
  const workbench = useWorkbench();
  const excluded = useShared('view', (state) => excludedValues(state.history.present.state.spec, facet));
  const query = useShared('search', (state) => state.query);
  const [filter, setFilter] = useState('');
  const [all, setAll] = useState(false);
  const rows = facetRows(values, excluded, filter, counts);
  const listed = rows.slice(0, all || filter !== '' ? MOST : first);

  function exclude(name: string, next: readonly string[]): void {
    workbench.run(() => workbench.view.getState().change(name, (spec) => excludeValues(spec, facet, next)));
  }

  function findBy(value: string): { find?: { isOn: boolean; toggle: () => void } } {
    const word = wordOf(value);
    if (field === undefined || word === undefined || word === '') return {};
    return {
      find: {
        isOn: hasValue(query, field, word),
        toggle: () => askQuery(workbench, toggleQueryValue(query, field, word)),
      },
    };
  }

  return (
    <section className="facet" aria-label={title}>
      <div className="facet__head">
        <h3>{title}</h3>
        <Button
          className="button button--small button--quiet"
          aria-label={`Show all: ${title}`}
          isDisabled={excluded.length === 0}
          onPress={() => exclude(`Show all: ${title}`, [])}
        >
          All
        </Button>
        <Button
          className="button button--small button--quiet"
          aria-label={`Show none: ${title}`}
          isDisabled={excluded.length === values.length}
          onPress={() =>
            exclude(
              `Show none: ${title}`,
              values.map(({ value }) => value),
            )
          }
        >
          None
        </Button>
      </div>
      {values.length > first && (
        <SearchField className="filter-field facet__filter" value={filter} onChange={setFilter}>
          <Label className="visually-hidden">Filter: {title}</Label>
          <Input placeholder={`Filter ${values.length.toLocaleString('en')} values`} />
        </SearchField>
      )}
      <ul>
        {listed.map((row) => (
          <FacetOption
            key={row.value}
            row={row}
            sign={renderSign?.(row.value)}
            onToggle={() =>
              exclude(`${row.shown ? 'Filter out' : 'Show'} ${row.title}`, toggleValue(excluded, row.value))
            }
            {...findBy(row.value)}
            onOnly={() => exclude(`Show only ${row.title}`, onlyValue(values, row.value))}
          />
        ))}
      </ul>
      {rows.length > listed.length && (
        <Button className="button button--small button--quiet" onPress={() => setAll(true)}>
          {Math.min(rows.length, MOST) - listed.length > 0
            ? `${(rows.length - listed.length).toLocaleString('en')} more`
            : 'Type to find the others'}
        </Button>
      )}
    </section>
  );
});
