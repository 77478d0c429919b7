import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { openDropped } from '../state/file-operations.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import './drop-target.css';

/** The whole window takes files that are dropped on it. */
export function DropTarget({ children }: { readonly children: ReactNode }): React.JSX.Element {
  const workbench = useWorkbench();
  const [over, setOver] = useState(false);
  // Entering a child fires "leave" on its parent: only a balanced count tells when the pointer has left the window.
  const depth = useRef(0);

  function move(event: DragEvent, step: 1 | -1): void {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    depth.current = Math.max(0, depth.current + step);
    setOver(depth.current > 0);
  }

  return (
    <div
      className="drop-target"
      onDragEnter={(event) => move(event, 1)}
      onDragLeave={(event) => move(event, -1)}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('Files')) event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        const files = [...event.dataTransfer.files];
        workbench.run(() => openDropped(workbench, files));
      }}
    >
      {children}
      {over && (
        <div className="drop-target__hint" aria-hidden>
          <p>Drop files or folders to open them</p>
        </div>
      )}
    </div>
  );
}
