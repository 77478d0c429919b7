import type { ReactNode } from 'react';
import { ACTIONS, type ActionDefinition, type ActionId } from '../state/actions.ts';
import { runAction } from '../state/run-action.ts';
import { shortcutKeys } from '../state/shortcuts.ts';
import { useActionContext, useWorkbench } from '../state/use-workbench.ts';
import { IconButton } from '../ui/IconButton.tsx';

export interface ActionButtonProps {
  readonly action: ActionId;
  readonly icon: ReactNode;
  /** Stands in for the action's title, to say more: `Undo: Hide 3 resources`. */
  readonly label?: string;
  readonly isPressed?: boolean;
}

/** An icon button for an action of the list: its title and keys in the tooltip, off when the action does not apply. */
export function ActionButton({ action, icon, label, isPressed }: ActionButtonProps): React.JSX.Element {
  const workbench = useWorkbench();
  const context = useActionContext();
  const { title, shortcuts, enabled }: ActionDefinition = ACTIONS[action];
  const [shortcut] = shortcuts;
  return (
    <IconButton
      label={label ?? title}
      icon={icon}
      isDisabled={!enabled(context)}
      {...(isPressed === undefined ? {} : { isPressed })}
      {...(shortcut === undefined ? {} : { keys: shortcutKeys(shortcut, workbench.mac) })}
      onPress={() => runAction(workbench, action)}
    />
  );
}
