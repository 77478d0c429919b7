import { Menu, MenuItem, Popover, type PopoverProps, Separator, Text } from 'react-aria-components';
import { actionOf, type ActionId } from '../../shared/actions/actions.ts';
import { applies } from '../../shared/actions/conditions.ts';
import { runAction } from '../actions/run-action.ts';
import { shortcutKeys } from '../ui/shortcuts.ts';
import { useConditions, useWorkbench } from '../state/use-workbench.ts';
import { Keys } from '../ui/Keys.tsx';
import { OnMark } from '../ui/OnMark.tsx';
import '../ui/controls.css';

export interface ActionMenuProps {
  readonly label: string;
  /** Actions in order; `undefined` is a separator. */
  readonly items: readonly (ActionId | undefined)[];
  /** Actions that do not apply are left out rather than greyed. */
  readonly onlyEnabled?: boolean;
  readonly popover?: Partial<PopoverProps>;
  /** Called when an action was chosen or the menu was left. */
  readonly onClose?: () => void;
}

/** A menu of actions with their keys. */
export function ActionMenu({
  label,
  items,
  onlyEnabled = false,
  popover,
  onClose,
}: ActionMenuProps): React.JSX.Element {
  const workbench = useWorkbench();
  const conditions = useConditions();
  const listed = items.filter((id) => id === undefined || !onlyEnabled || applies(actionOf(id), conditions));
  const rows = listed.filter(
    (id, index) => id !== undefined || (index > 0 && index < listed.length - 1 && listed[index - 1] !== undefined),
  );
  return (
    <Popover className="menu" {...popover}>
      <Menu
        className="menu__list"
        aria-label={label}
        {...(onClose === undefined ? {} : { onClose })}
        // A menu takes the keyboard when it opens, however it was opened.
        autoFocus="first"
        disabledKeys={rows.filter((id) => id !== undefined && !applies(actionOf(id), conditions)) as ActionId[]}
      >
        {rows.map((id, index) => {
          if (id === undefined) return <Separator key={`separator ${index}`} className="menu__separator" />;
          const { title, shortcuts, checked } = actionOf(id);
          const isOn = checked !== undefined && conditions.has(checked);
          const [shortcut] = shortcuts;
          return (
            <MenuItem
              key={id}
              id={id}
              className="menu__item"
              textValue={isOn ? `${title}, on` : title}
              onAction={() => runAction(workbench, id)}
            >
              <Text slot="label">{title}</Text>
              {isOn && <OnMark />}
              {shortcut !== undefined && <Keys keys={shortcutKeys(shortcut, workbench.mac)} />}
            </MenuItem>
          );
        })}
      </Menu>
    </Popover>
  );
}
