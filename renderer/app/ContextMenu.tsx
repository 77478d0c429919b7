import { useRef } from 'react';
import type { ActionId } from '../../shared/actions/actions.ts';
import { ActionMenu } from './ActionMenu.tsx';

export interface ContextMenuProps {
  readonly title: string;
  readonly items: readonly (ActionId | undefined)[];
  /** Client pixels. */
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}

/** A menu at a point of the window: what can be done with the selection, or with the graph. */
export function ContextMenu({ title, items, at, onClose }: ContextMenuProps): React.JSX.Element {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{ left: at.x, top: at.y }} />
      <ActionMenu
        label={title}
        items={items}
        onlyEnabled
        popover={{
          triggerRef: anchor,
          isOpen: true,
          placement: 'bottom start',
          offset: 0,
          onOpenChange: (isOpen) => {
            if (!isOpen) onClose();
          },
        }}
        onClose={onClose}
      />
    </>
  );
}
