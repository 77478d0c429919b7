import type { ReactNode } from 'react';
import { RadioButton, RadioField } from 'react-aria-components';
import './controls.css';

export interface ChoiceProps {
  readonly value: string;
  readonly children: ReactNode;
}

/** One of several, inside a `RadioGroup`. */
export function Choice({ value, children }: ChoiceProps): React.JSX.Element {
  return (
    <RadioField value={value} className="choice">
      <RadioButton className="choice__button">
        <span className="choice__dot" aria-hidden />
        <span>{children}</span>
      </RadioButton>
    </RadioField>
  );
}
