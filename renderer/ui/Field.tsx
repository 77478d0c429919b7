import type { ReactNode } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import './field.css';

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem: string | undefined;
  readonly hint?: ReactNode;
  readonly placeholder?: string;
  readonly isLong?: boolean;
  readonly autoFocus?: boolean;
}

/** A text to be typed, with a hint or what is wrong with it below. */
export function Field(props: FieldProps): React.JSX.Element {
  const { label, value, onChange, problem, hint, placeholder, isLong = false, autoFocus = false } = props;
  const hints = placeholder === undefined ? {} : { placeholder };
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={problem !== undefined}
      autoFocus={autoFocus}
      spellCheck="false"
    >
      <Label>{label}</Label>
      {isLong ? <TextArea rows={2} {...hints} /> : <Input {...hints} />}
      {hint !== undefined && problem === undefined && (
        <Text slot="description" className="muted">
          {hint}
        </Text>
      )}
      <FieldError className="field__problem">{problem}</FieldError>
    </TextField>
  );
}
