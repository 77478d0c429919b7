import { useId } from 'react';

export interface DateFieldProps {
  readonly label: string;
  /** `2026-12-31`, or empty. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** First day that can be chosen. */
  readonly least?: string;
}

/** A day, typed or chosen in the system's calendar. */
export function DateField({ label, value, onChange, least }: DateFieldProps): React.JSX.Element {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="date-field"
        type="date"
        value={value}
        max="9999-12-31"
        {...(least === undefined ? {} : { min: least })}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}
