import { CopyPlus, Plus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { ActionButton } from '../controls/ActionButton.tsx';
import { closeTab, showTab } from '../state/tabs/tab-operations.ts';
import { moveTab, placeOf } from '../state/tabs/tab-store.ts';
import { CONTENT_ID } from '../state/listing/table-operations.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import './views.css';

const ICON = 14;
const MIDDLE_BUTTON = 1;

/** Id of a tab. */
export function tabElementId(id: string): string {
  return `tab-${id}`;
}

/**
 * The views of the inventory, hidden while there is one. Arrow keys go along the tabs, Enter or Space brings one to the front, F2
 * names it, Delete closes it.
 */
export function TabBar(): React.JSX.Element | null {
  const workbench = useWorkbench();
  const tabs = useShared('tabs', (state) => state.tabs);
  const active = useShared('tabs', (state) => state.active);
  const list = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<string>();
  useEffect(() => {
    document.getElementById(tabElementId(active))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // The keyboard goes along with what comes to the front, if it is among the tabs.
    if (list.current?.contains(document.activeElement) === true) document.getElementById(tabElementId(active))?.focus();
  }, [active]);
  if (tabs.length < 2) return null;

  function focusAt(place: number): void {
    const elements = list.current?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [];
    elements[(place + elements.length) % elements.length]?.focus();
  }

  function keyDown(event: React.KeyboardEvent, id: string, place: number): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const work: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => focusAt(place - 1),
      ArrowRight: () => focusAt(place + 1),
      Home: () => focusAt(0),
      End: () => focusAt(-1),
      F2: () => workbench.dialogs.getState().open({ type: 'rename-tab', id }),
      Delete: () => {
        workbench.run(() => closeTab(workbench, id));
        requestAnimationFrame(() => document.getElementById(tabElementId(workbench.tabs.getState().active))?.focus());
      },
    };
    const chosen = Object.hasOwn(work, event.key) ? work[event.key] : undefined;
    if (chosen === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    chosen();
  }

  return (
    <div className="tab-bar">
      <div ref={list} className="tab-bar__list scrolls" role="tablist" aria-label="Views of the inventory">
        {tabs.map(({ id, name }, place) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={tabElementId(id)}
            className="tab-bar__tab"
            aria-selected={id === active}
            aria-controls={CONTENT_ID}
            tabIndex={id === active ? 0 : -1}
            title={`${name} (F2: name it, Delete: close it)`}
            draggable
            onClick={() => workbench.run(() => showTab(workbench, id))}
            onDoubleClick={() => workbench.dialogs.getState().open({ type: 'rename-tab', id })}
            onAuxClick={({ button }) => {
              if (button === MIDDLE_BUTTON) workbench.run(() => closeTab(workbench, id));
            }}
            onKeyDown={(event) => keyDown(event, id, place)}
            onDragStart={() => setDragged(id)}
            onDragEnd={() => setDragged(undefined)}
            onDragOver={(event) => {
              if (dragged === undefined) return;
              event.preventDefault();
              const state = workbench.tabs.getState();
              if (placeOf(state, dragged) !== place) workbench.tabs.setState(moveTab(state, dragged, place));
            }}
            onDrop={(event) => event.preventDefault()}
          >
            <span className="truncate">{name}</span>
          </button>
        ))}
      </div>
      <ActionButton action="new-tab" icon={<Plus size={ICON} aria-hidden />} />
      <ActionButton action="duplicate-tab" icon={<CopyPlus size={ICON} aria-hidden />} />
      <ActionButton action="close-tab" icon={<X size={ICON} aria-hidden />} />
    </div>
  );
}
