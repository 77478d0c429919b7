import { useState } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import { readTimeText, writeTimeText } from '../../shared/timeline/time-text.ts';

export interface TimeFieldProps {
  readonly label: string;
  /** Whether a day means its end. */
  readonly end: boolean;
  /** Milliseconds since 1970; undefined where no range is chosen. */
  readonly value: number | undefined;
  readonly onChange: (at: number) => void;
}

/** A time as text, in UTC; taken with Enter or when the field is left. */
export function TimeField({ label, end, value, onChange }: TimeFieldProps): React.JSX.Element {
  const [typed, setTyped] = useState<string>();
  const text = typed ?? (value === undefined ? '' : writeTimeText(value));
  // Whether it is a time does not depend on what time it is now.
  const isTime = typed === undefined || typed.trim() === '' || readTimeText(typed, end, 0) !== undefined;

  function take(): void {
    if (typed === undefined || !isTime) return;
    const read = readTimeText(typed, end, Date.now());
    setTyped(undefined);
    if (read !== undefined && read !== value) onChange(read);
  }

  return (
    <TextField
      className="timeline__field"
      value={text}
      onChange={setTyped}
      onBlur={take}
      isInvalid={!isTime}
      onKeyDown={({ key }) => {
        if (key === 'Enter') take();
        else if (key === 'Escape') setTyped(undefined);
      }}
    >
      <Label>{label}</Label>
      <Input className="timeline__input" placeholder="2026-03-02 05:00" autoComplete="off" spellCheck={false} />
      <FieldError className="timeline__error">Such as 2026-03-02, 2026-03-02 05:00 (UTC), -7d or now.</FieldError>
    </TextField>
  );
}
