import { useState } from 'react';
import { Autocomplete, Input, Menu, MenuItem, SearchField, Text } from 'react-aria-components';
import { actionOf, menuTitleOf } from '../../../shared/actions/actions.ts';
import { runAction } from '../../actions/run-action.ts';
import { shortcutKeys } from '../../ui/shortcuts.ts';
import { useConditions, useWorkbench } from '../../state/use-workbench.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { OnMark } from '../../ui/OnMark.tsx';
import { paletteEntries } from '../../actions/palette-entries.ts';
import './dialogs.css';

/** Every action with its keys, found by typing. Those that do not apply now are listed last, off, with the reason. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }): React.JSX.Element {
  const workbench = useWorkbench();
  const conditions = useConditions();
  const [query, setQuery] = useState('');
  const entries = paletteEntries(query, conditions);
  return (
    <DialogFrame title="Commands" onClose={onClose}>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchField className="palette__search" aria-label="Find a command" autoFocus>
          <Input placeholder="Type to find a command" />
        </SearchField>
        <Menu
          className="palette__list"
          aria-label="Commands"
          items={entries}
          disabledKeys={entries.filter(({ whyNot }) => whyNot !== undefined).map(({ id }) => id)}
          renderEmptyState={() => <p className="muted palette__none">No command has these words.</p>}
        >
          {({ id, whyNot }) => {
            const { title, shortcuts, checked } = actionOf(id);
            const isOn = checked !== undefined && conditions.has(checked);
            const [shortcut] = shortcuts;
            return (
              <MenuItem
                id={id}
                className="menu__item"
                textValue={isOn ? `${title}, on` : title}
                onAction={() => {
                  onClose();
                  // The dialog gives the focus back first, so that an action which moves it has the last word.
                  requestAnimationFrame(() => requestAnimationFrame(() => runAction(workbench, id)));
                }}
              >
                <Text slot="label">{title}</Text>
                {isOn && <OnMark />}
                <span className="muted">
                  {whyNot === undefined ? menuTitleOf(id) : `${menuTitleOf(id)}: ${whyNot}`}
                </span>
                {shortcut !== undefined && <Keys keys={shortcutKeys(shortcut, workbench.mac)} />}
              </MenuItem>
            );
          }}
        </Menu>
      </Autocomplete>
    </DialogFrame>
  );
}
