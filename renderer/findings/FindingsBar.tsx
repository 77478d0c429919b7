import { X } from 'lucide-react';
import { Button, Input, Label, SearchField, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { ALL_FINDINGS, isNarrow, type FindingFilter } from '../../shared/findings/filter-findings.ts';
import { FAMILIES, SEVERITIES } from '../../shared/findings/finding.ts';
import type { FindingStatus } from '../../shared/findings/finding.ts';
import type { FindingsOverview } from '../inventory/worker/protocol/findings-protocol.ts';
import { useShared } from '../state/use-workbench.ts';
import { statusWord, trendText } from './finding-words.ts';

const STATUSES: readonly FindingStatus[] = ['fail', 'unknown', 'accepted'];

/** Which findings are listed, and how they changed. */
export function FindingsBar({ overview }: { readonly overview: FindingsOverview }): React.JSX.Element {
  const { shown, lapsed, trend, problems } = overview;
  return (
    <div className="findings-bar">
      <FilterFields />
      {problems[0] !== undefined && (
        <p className="findings-bar__problem" role="alert">
          {problems[0].message}
        </p>
      )}
      <p className="findings-bar__counts" role="status">
        <strong>{shown.failed.toLocaleString('en')}</strong> failed,{' '}
        <strong>{shown.unknown.toLocaleString('en')}</strong> unknown,{' '}
        <strong>{shown.accepted.toLocaleString('en')}</strong> accepted
      </p>
      {trend !== undefined && <OnlySwitch only="new" text={trendText(trend)} isOffered={trend.added > 0} />}
      {lapsed > 0 && (
        <OnlySwitch
          only="lapsed"
          text={lapsed === 1 ? '1 acceptance has expired' : `${lapsed.toLocaleString('en')} acceptances have expired`}
          isOffered
          isLoud
        />
      )}
    </div>
  );
}

function FilterFields(): React.JSX.Element {
  const filter = useShared('findings', (state) => state.filter);
  const setFilter = useShared('findings', (state) => state.setFilter);
  return (
    <>
      <SearchField
        className="filter-field findings-bar__query"
        value={filter.query}
        onChange={(query) => setFilter({ ...filter, query })}
      >
        <Label className="visually-hidden">Filter the findings by words or a query</Label>
        <Input placeholder="Words, or a query: kind:bucket project:a" />
      </SearchField>
      <Choices
        label="Severity"
        values={SEVERITIES}
        chosen={filter.severities}
        onChange={(severities) => setFilter({ ...filter, severities })}
        textOf={(severity) => severity}
      />
      <Choices
        label="Status"
        values={STATUSES}
        chosen={filter.statuses}
        onChange={(statuses) => setFilter({ ...filter, statuses })}
        textOf={statusWord}
      />
      <select
        className="coverage__select"
        aria-label="Family"
        value={filter.families[0] ?? ''}
        onChange={({ target }) =>
          setFilter({ ...filter, families: FAMILIES.filter((family) => family === target.value) })
        }
      >
        <option value="">All families</option>
        {FAMILIES.map((family) => (
          <option key={family}>{family}</option>
        ))}
      </select>
      {isNarrow(filter) && (
        <Button className="button button--small button--quiet" onPress={() => setFilter(ALL_FINDINGS)}>
          <X size={14} aria-hidden /> All findings
        </Button>
      )}
    </>
  );
}

interface ChoicesProps<Value extends string> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
  readonly textOf: (value: Value) => string;
}

/** Values of which none stands for all. */
function Choices<Value extends string>(props: ChoicesProps<Value>): React.JSX.Element {
  const { label, values, chosen, onChange, textOf } = props;
  return (
    <ToggleButtonGroup
      className="button-group"
      aria-label={label}
      selectionMode="multiple"
      selectedKeys={chosen}
      onSelectionChange={(keys) => onChange(values.filter((value) => keys.has(value)))}
    >
      {values.map((value) => (
        <ToggleButton key={value} id={value} className="button button--small way">
          {textOf(value)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

interface OnlySwitchProps {
  readonly only: NonNullable<FindingFilter['only']>;
  readonly text: string;
  readonly isOffered: boolean;
  readonly isLoud?: boolean;
}

/** A count that shows only what it counts. */
function OnlySwitch({ only, text, isOffered, isLoud = false }: OnlySwitchProps): React.JSX.Element {
  const filter = useShared('findings', (state) => state.filter);
  const setFilter = useShared('findings', (state) => state.setFilter);
  const setTab = useShared('findings', (state) => state.setTab);
  const { only: chosen, ...rest } = filter;
  return (
    <ToggleButton
      className={`button button--small way${isLoud ? ' button--danger' : ''}`}
      isDisabled={!isOffered}
      isSelected={chosen === only}
      onChange={(isSelected) => {
        setFilter(isSelected ? { ...rest, only } : rest);
        if (isSelected) setTab('rule');
      }}
    >
      {text}
    </ToggleButton>
  );
}
