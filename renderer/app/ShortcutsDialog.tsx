import { ACTION_IDS, ACTIONS, type ActionDefinition, type ActionGroup } from '../state/actions.ts';
import { shortcutKeys } from '../state/shortcuts.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { Keys } from '../ui/Keys.tsx';
import { GRAPH_KEYS } from './graph-keys.ts';
import './dialogs.css';

const GROUPS: readonly ActionGroup[] = ['Find and go', 'View', 'Selection', 'Graph', 'File', 'Help'];

/** All shortcuts, made from the list of actions. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }): React.JSX.Element {
  const { mac } = useWorkbench();
  return (
    <DialogFrame title="Keyboard shortcuts" wide onClose={onClose}>
      <div className="shortcuts">
        {GROUPS.map((group) => {
          const actions = ACTION_IDS.map((id): ActionDefinition => ACTIONS[id]).filter(
            (action) => action.group === group && action.shortcuts.length > 0,
          );
          return (
            actions.length > 0 && (
              <section key={group}>
                <h3>{group}</h3>
                <dl>
                  {actions.map(({ title, shortcuts, scope }) => (
                    <div key={title} className="shortcut">
                      <dt>
                        {title}
                        {scope === 'graph' && <span className="muted"> (in the graph)</span>}
                      </dt>
                      <dd>
                        {shortcuts.map((shortcut) => (
                          <Keys key={shortcut} keys={shortcutKeys(shortcut, mac)} />
                        ))}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            )
          );
        })}
        <section>
          <h3>While the graph has the focus</h3>
          <dl>
            {GRAPH_KEYS.map(({ title, shortcuts }) => (
              <div key={title} className="shortcut">
                <dt>{title}</dt>
                <dd>
                  {shortcuts.map((shortcut) => (
                    <Keys key={shortcut} keys={shortcutKeys(shortcut, mac)} />
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </DialogFrame>
  );
}
