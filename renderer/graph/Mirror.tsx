import { useId, useMemo } from 'react';
import type { KeyboardEvent, ReactElement, Ref } from 'react';
import { nodeName } from './describe.ts';
import type { GraphKeyboard } from './hooks/useGraphKeyboard.ts';

/** Options kept in the page on either side of the active one; a screen reader reads only that one. */
const NEAR = 20;

const INSTRUCTIONS =
  'Arrow keys move to the nearest node. Control and right or left arrow follow a link out or in. ' +
  'Square brackets go through the neighbours. Enter opens details, Space selects, E expands, H hides, F focuses, ' +
  'Shift and F10 opens the menu, Escape leaves the graph.';

interface MirrorProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly keyboard: GraphKeyboard;
  readonly selection: readonly string[];
  readonly edgeCount: number;
  /** Whether the keyboard is in use, so that a ring must show where it is. */
  readonly isRinged: boolean;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * The graph for the keyboard and for screen readers: one tab stop, laid over the canvas and invisible but for its focus ring.
 * The active option is what the ring on the canvas stands around.
 */
export function Mirror({ ref, keyboard, selection, edgeCount, isRinged, ...events }: MirrorProps): ReactElement {
  const prefix = useId();
  const { active, order } = keyboard;
  const selected = useMemo(() => new Set(selection), [selection]);
  const at = useMemo(() => order.findIndex(({ id }) => id === active?.id), [order, active]);
  const first = Math.max(0, at - NEAR);
  const near = order.slice(first, at + NEAR + 1);
  return (
    <>
      <div
        ref={ref}
        className="graph-mirror"
        role="listbox"
        tabIndex={0}
        aria-label={`Graph: ${count(order.length, 'node')}, ${count(edgeCount, 'link')}`}
        aria-describedby={`${prefix}help`}
        aria-multiselectable="true"
        aria-activedescendant={at === -1 ? undefined : `${prefix}${at}`}
        data-ringed={isRinged}
        {...events}
      >
        {near.map(({ id, node }, index) => (
          <div
            key={id}
            id={`${prefix}${first + index}`}
            role="option"
            aria-selected={selected.has(id)}
            aria-posinset={first + index + 1}
            aria-setsize={order.length}
          >
            {nodeName(node, keyboard.links.get(id)?.length ?? 0)}
          </div>
        ))}
      </div>
      <p id={`${prefix}help`} className="graph-mirror-text">
        {INSTRUCTIONS}
      </p>
      <output className="graph-mirror-text">{keyboard.announcement}</output>
    </>
  );
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
