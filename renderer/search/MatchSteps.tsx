import { ChevronDown, ChevronUp } from 'lucide-react';
import { runAction } from '../actions/run-action.ts';
import { shortcutKeys } from '../ui/shortcuts.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { IconButton } from '../ui/IconButton.tsx';

/** How many matches there are, which one was gone to, and ways to the next and the previous. */
export function MatchSteps(): React.JSX.Element {
  const workbench = useWorkbench();
  const { total, current, matches } = useShared('search', (state) => state);
  const count = total.toLocaleString('en');
  return (
    <div className="search__steps" role="group" aria-label="Matches">
      <span className="search__count">{current < 0 ? count : `${(current + 1).toLocaleString('en')} / ${count}`}</span>
      <IconButton
        small
        label="Previous match"
        icon={<ChevronUp size={14} aria-hidden />}
        keys={shortcutKeys('Shift+F3', workbench.mac)}
        isDisabled={matches.length === 0}
        onPress={() => runAction(workbench, 'previous-match')}
      />
      <IconButton
        small
        label="Next match"
        icon={<ChevronDown size={14} aria-hidden />}
        keys={shortcutKeys('F3', workbench.mac)}
        isDisabled={matches.length === 0}
        onPress={() => runAction(workbench, 'next-match')}
      />
    </div>
  );
}
