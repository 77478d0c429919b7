import type { ReactNode } from 'react';
import { actionOf, type ActionId } from '../../shared/actions/actions.ts';
import { applies } from '../../shared/actions/conditions.ts';
import { runAction } from '../actions/run-action.ts';
import { shortcutKeys } from '../ui/shortcuts.ts';
import { useConditions, useWorkbench } from '../state/use-workbench.ts';
import { IconButton } from '../ui/IconButton.tsx';

export interface ActionButtonProps {
  readonly action: ActionId;
  readonly icon: ReactNode;
  /** Stands in for the action's title, to say more: `Undo: Hide 3 resources`. */
  readonly label?: string;
  readonly small?: boolean;
}

/** An icon button for an action of the registry: its title and keys in the tooltip, off when it does not apply, pressed while it is on. */
export function ActionButton({ action: id, icon, label, small }: ActionButtonProps): React.JSX.Element {
  const workbench = useWorkbench();
  const conditions = useConditions();
  const action = actionOf(id);
  const [shortcut] = action.shortcuts;
  return (
    <IconButton
      label={label ?? action.title}
      icon={icon}
      isDisabled={!applies(action, conditions)}
      {...(small === undefined ? {} : { small })}
      {...(action.checked === undefined ? {} : { isPressed: conditions.has(action.checked) })}
      {...(shortcut === undefined ? {} : { keys: shortcutKeys(shortcut, workbench.mac) })}
      onPress={() => runAction(workbench, id)}
    />
  );
}
