import { useState } from 'react';
import { Autocomplete, Input, Menu, MenuItem, SearchField, Text } from 'react-aria-components';
import { ACTIONS, type ActionDefinition } from '../state/actions.ts';
import { runAction } from '../state/run-action.ts';
import { shortcutKeys } from '../state/shortcuts.ts';
import { useActionContext, useWorkbench } from '../state/use-workbench.ts';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { Keys } from '../ui/Keys.tsx';
import { paletteEntries } from './palette-actions.ts';
import './dialogs.css';

/** Every action with its keys, found by typing. Those that do not apply now are listed last, and off. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }): React.JSX.Element {
  const workbench = useWorkbench();
  const context = useActionContext();
  const [query, setQuery] = useState('');
  const entries = paletteEntries(query, context);
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
          disabledKeys={entries.filter(({ enabled }) => !enabled).map(({ id }) => id)}
          renderEmptyState={() => <p className="muted palette__none">No command has these words.</p>}
        >
          {({ id }) => {
            const { title, group, shortcuts }: ActionDefinition = ACTIONS[id];
            const [shortcut] = shortcuts;
            return (
              <MenuItem
                id={id}
                className="menu__item"
                textValue={title}
                onAction={() => {
                  onClose();
                  // The dialog gives the focus back first, so that an action which moves it has the last word.
                  requestAnimationFrame(() => requestAnimationFrame(() => runAction(workbench, id)));
                }}
              >
                <Text slot="label">{title}</Text>
                <span className="muted">{group}</span>
                {shortcut !== undefined && <Keys keys={shortcutKeys(shortcut, workbench.mac)} />}
              </MenuItem>
            );
          }}
        </Menu>
      </Autocomplete>
    </DialogFrame>
  );
}
