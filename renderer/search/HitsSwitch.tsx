import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { shortcutKeys } from '../ui/shortcuts.ts';
import { type HitsDisplay, hitsDisplayOf, showHits } from '../state/search/query-operations.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { Keys } from '../ui/Keys.tsx';

const WAYS: readonly (readonly [HitsDisplay, string])[] = [
  ['marked', 'Marked'],
  ['only', 'Show only hits'],
  ['table', 'Table'],
  ['tree', 'Tree'],
];

export interface HitsSwitchProps {
  readonly isDisabled: boolean;
  /** Called when one was chosen. */
  readonly onChosen: () => void;
}

/** How what the search finds is shown: marked among the rest, alone, or listed. */
export function HitsSwitch({ isDisabled, onChosen }: HitsSwitchProps): React.JSX.Element {
  const workbench = useWorkbench();
  const query = useShared('search', (state) => state.query);
  const picked = useShared('search', (state) => state.picked);
  const spec = useShared('view', (state) => state.history.present.state.spec);
  const shown = hitsDisplayOf(spec, picked, query);
  return (
    <ToggleButtonGroup
      className="button-group"
      aria-label="Show what is found as"
      isDisabled={isDisabled}
      selectedKeys={shown === undefined ? [] : [shown]}
      onSelectionChange={([chosen]) => {
        const way = WAYS.find(([id]) => id === (chosen ?? shown))?.[0];
        if (way === undefined) return;
        onChosen();
        workbench.run(() => showHits(workbench, way));
      }}
    >
      {WAYS.map(([id, text]) => (
        <ToggleButton key={id} id={id} className="button button--small way">
          {text} {id === 'only' && <Keys keys={shortcutKeys('Shift+Enter', workbench.mac)} />}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
