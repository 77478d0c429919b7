import type { Shortcut } from '../../../shared/actions/action.ts';
import { actionOf, MENUS } from '../../../shared/actions/actions.ts';
import { shortcutKeys } from '../../ui/shortcuts.ts';
import { useWorkbench } from '../../state/use-workbench.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { GRAPH_KEYS } from '../graph-keys.ts';
import './dialogs.css';

/** All shortcuts, made from the registry of actions. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }): React.JSX.Element {
  return (
    <DialogFrame title="Keyboard shortcuts" wide onClose={onClose}>
      <div className="shortcuts">
        {MENUS.map((menu) => {
          const actions = menu.actions.map(actionOf).filter(({ shortcuts }) => shortcuts.length > 0);
          return (
            actions.length > 0 && (
              <section key={menu.id}>
                <h3>{menu.title}</h3>
                <dl>
                  {actions.map(({ title, shortcuts, keys }) => (
                    <Row key={title} title={title} shortcuts={shortcuts} inGraph={keys === 'graph'} />
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
              <Row key={title} title={title} shortcuts={shortcuts} />
            ))}
          </dl>
        </section>
      </div>
    </DialogFrame>
  );
}

interface RowProps {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
  /** Says that only the graph and the table listen for them. */
  readonly inGraph?: boolean;
}

function Row({ title, shortcuts, inGraph = false }: RowProps): React.JSX.Element {
  const { mac } = useWorkbench();
  return (
    <div className="shortcut">
      <dt>
        {title}
        {inGraph && <span className="muted"> (in the graph)</span>}
      </dt>
      <dd>
        {shortcuts.map((shortcut) => (
          <Keys key={shortcut} keys={shortcutKeys(shortcut, mac)} />
        ))}
      </dd>
    </div>
  );
}
