import { useEffect } from 'react';
import { ACTION_IDS, ACTIONS } from '../state/actions.ts';
import { runAction } from '../state/run-action.ts';
import { isTyping, matchesShortcut } from '../state/shortcuts.ts';
import { useWorkbench } from '../state/use-workbench.ts';

/** Text keys that an input field handles itself. */
const FIELD_KEYS: ReadonlySet<string> = new Set([
  'Mod+Z',
  'Mod+Shift+Z',
  'Mod+Y',
  'Alt+ArrowLeft',
  'Alt+ArrowRight',
  'Escape',
]);

/** Runs the actions of the list on their shortcuts, wherever the focus is. */
export function useShortcuts(): void {
  const workbench = useWorkbench();
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.defaultPrevented || workbench.dialogs.getState().overlay !== undefined) return;
      const typing = isField(event.target);
      for (const id of ACTION_IDS) {
        const { shortcuts, scope } = ACTIONS[id];
        const shortcut = shortcuts.find((candidate) => matchesShortcut(event, candidate, workbench.mac));
        if (shortcut === undefined || scope !== 'window') continue;
        if (typing && (isTyping(shortcut) || FIELD_KEYS.has(shortcut))) continue;
        if (runAction(workbench, id)) event.preventDefault();
        return;
      }
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [workbench]);
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)) ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}
