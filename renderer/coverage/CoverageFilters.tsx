import { Button } from 'react-aria-components';
import { NO_COVERAGE_FILTER, type CoverageFilter, type CoverageOption } from './coverage-lines.ts';

interface CoverageFiltersProps {
  readonly filter: CoverageFilter;
  readonly options: Readonly<Record<Exclude<keyof CoverageFilter, 'text'>, readonly CoverageOption[]>>;
  readonly onChange: (filter: CoverageFilter) => void;
}

const FIELDS = [
  ['project', 'Project', 'All projects'],
  ['location', 'Location', 'All locations'],
  ['kind', 'Kind', 'All kinds'],
  ['status', 'Result', 'All results'],
] as const;

/** Narrows the list of readings. */
export function CoverageFilters({ filter, options, onChange }: CoverageFiltersProps): React.JSX.Element {
  const isNarrowed = Object.values(filter).some((value) => value !== '');
  return (
    <>
      <input
        className="coverage__search"
        type="search"
        aria-label="Search the coverage"
        placeholder="Search"
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
      />
      {FIELDS.map(([field, label, all]) => (
        <select
          key={field}
          className="coverage__select"
          aria-label={label}
          value={filter[field]}
          onChange={(event) => onChange({ ...filter, [field]: event.target.value })}
        >
          <option value="">{all}</option>
          {options[field].map(({ value, title, count }) => (
            <option key={value} value={value}>
              {title} ({count.toLocaleString('en')})
            </option>
          ))}
        </select>
      ))}
      {isNarrowed && (
        <Button className="button button--small button--quiet" onPress={() => onChange(NO_COVERAGE_FILTER)}>
          Clear
        </Button>
      )}
    </>
  );
}
