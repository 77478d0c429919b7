import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components';
import './controls.css';

export interface CheckBoxProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: ReactNode;
  /** Accessible name where the content does not say enough. */
  readonly label?: string;
}

/** A box to tick, with what stands beside it. */
export function CheckBox({ isSelected, onChange, children, label }: CheckBoxProps): React.JSX.Element {
  return (
    <CheckboxField
      className="check"
      isSelected={isSelected}
      onChange={onChange}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      <CheckboxButton className="check__button">
        <span className="check__box" aria-hidden>
          <Check size={12} strokeWidth={3} />
        </span>
        {children}
      </CheckboxButton>
    </CheckboxField>
  );
}
