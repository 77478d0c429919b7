import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { LineageWay } from '../../shared/graph/lineage.ts';
import './trace.css';

export interface WaySwitchProps {
  readonly way: LineageWay;
  readonly onChange: (way: LineageWay) => void;
}

const WAYS: readonly (readonly [LineageWay, string])[] = [
  ['dependencies', 'Data and dependencies'],
  ['data', 'Data only'],
];

/** Whether the data alone is followed, or everything that is depended on. */
export function WaySwitch({ way, onChange }: WaySwitchProps): React.JSX.Element {
  return (
    <ToggleButtonGroup
      className="button-group"
      aria-label="Links that are followed"
      disallowEmptySelection
      selectedKeys={[way]}
      onSelectionChange={([chosen]) => onChange(chosen === 'data' ? 'data' : 'dependencies')}
    >
      {WAYS.map(([id, text]) => (
        <ToggleButton key={id} id={id} className="button button--small way">
          {text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
