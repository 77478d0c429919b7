import { useEffect } from 'react';
import { ACTION_IDS, actionOf, type ActionId } from '../../shared/actions/actions.ts';
import { whyNot } from '../../shared/actions/conditions.ts';
import { isField } from '../actions/is-field.ts';
import { runAction } from '../actions/run-action.ts';
import { isTyping, matchesShortcut } from '../ui/shortcuts.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import type { Workbench } from '../state/workbench.ts';

/** Text keys that an input field handles itself. */
const FIELD_KEYS: ReadonlySet<string> = new Set([
  'Mod+Z',
  'Mod+Shift+Z',
  'Mod+Y',
  'Alt+ArrowLeft',
  'Alt+ArrowRight',
  'Escape',
]);

/** The buttons at the side of a mouse, as browsers have them. */
const MOUSE_ACTIONS: ReadonlyMap<number, ActionId> = new Map([
  [3, 'back'],
  [4, 'forward'],
]);

/** Runs actions on their shortcuts, wherever the focus is; those of the graph and of the application menu listen themselves. */
export function useShortcuts(): void {
  const workbench = useWorkbench();
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.defaultPrevented || workbench.dialogs.getState().overlay !== undefined) return;
      const typing = isField(event.target);
      for (const id of ACTION_IDS) {
        const { shortcuts, keys } = actionOf(id);
        if (keys !== undefined) continue;
        const shortcut = shortcuts.find((candidate) => matchesShortcut(event, candidate, workbench.mac));
        if (shortcut === undefined) continue;
        if (typing && (isTyping(shortcut) || FIELD_KEYS.has(shortcut))) continue;
        if (runAction(workbench, id)) event.preventDefault();
        else if (!isTyping(shortcut) && shortcut !== 'Escape') tellWhyNot(workbench, id);
        return;
      }
    }
    function click(event: MouseEvent): void {
      const action = MOUSE_ACTIONS.get(event.button);
      if (action === undefined || workbench.dialogs.getState().overlay !== undefined) return;
      event.preventDefault();
      runAction(workbench, action);
    }
    window.addEventListener('keydown', press);
    window.addEventListener('mouseup', click);
    return () => {
      window.removeEventListener('keydown', press);
      window.removeEventListener('mouseup', click);
    };
  }, [workbench]);
}

/** A key that does nothing leaves one guessing. */
function tellWhyNot({ conditions, notices }: Workbench, id: ActionId): void {
  const action = actionOf(id);
  notices.getState().announce(`${action.title}: ${whyNot(action, conditions.getState()) ?? ''}`);
}
