import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { CheckBox } from '../ui/CheckBox.tsx';

export interface PickBoxProps {
  /** Name of the finding. */
  readonly name: string;
  readonly isPicked: boolean;
  /** `isStretch`: Shift was held, by mouse or keyboard. */
  readonly onPick: (how: { readonly isPicked: boolean; readonly isStretch: boolean }) => void;
}

/** Chooses a finding; with Shift, all from the one that was chosen before to this one. */
export function PickBox({ name, isPicked, onPick }: PickBoxProps): React.JSX.Element {
  const isStretch = useRef(false);
  function note(event: KeyboardEvent | PointerEvent): void {
    isStretch.current = event.shiftKey;
  }
  return (
    <span title="Choose it; with Shift, all up to here" onPointerDownCapture={note} onKeyDownCapture={note}>
      <CheckBox
        isSelected={isPicked}
        onChange={(isNowPicked) => onPick({ isPicked: isNowPicked, isStretch: isStretch.current })}
        label={`Choose ${name}`}
      >
        {null}
      </CheckBox>
    </span>
  );
}
