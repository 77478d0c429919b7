import { Search } from 'lucide-react';
import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { displayText } from '../graph/style/label.ts';
import { CheckBox } from '../ui/CheckBox.tsx';
import type { FacetRow } from './facet-rows.ts';

export interface FacetOptionProps {
  readonly row: FacetRow;
  readonly sign: ReactNode;
  readonly onToggle: () => void;
  readonly onOnly: () => void;
  /** The search by this value, where there is one. */
  readonly find?: { readonly isOn: boolean; readonly toggle: () => void };
}

/**
 * One value of a facet: its sign, whether it is shown, and how many of all that have it are. Pressed with Shift or Alt, by mouse or
 * keyboard, or by its second button, nothing but this value is shown.
 */
export function FacetOption({ row, sign, onToggle, onOnly, find }: FacetOptionProps): React.JSX.Element {
  const wantsOnly = useRef(false);
  const title = displayText(row.title);
  const total = row.total.toLocaleString('en');
  const isPart = row.count !== undefined && row.count !== row.total;
  const counts = isPart ? `${row.count.toLocaleString('en')} of ${total} drawn` : total;
  function note(event: KeyboardEvent | PointerEvent): void {
    wantsOnly.current = event.shiftKey || event.altKey;
  }
  return (
    <li className="facet-option" onPointerDownCapture={note} onKeyDownCapture={note}>
      <CheckBox
        isSelected={row.shown}
        onChange={() => {
          const only = wantsOnly.current;
          wantsOnly.current = false;
          if (only) onOnly();
          else onToggle();
        }}
        label={`${title}, ${counts}`}
      >
        {sign}
        <span className="truncate facet-option__title" title={`${title}. With Shift: only this.`}>
          {title}
        </span>
      </CheckBox>
      {find !== undefined && (
        <ToggleButton
          className="facet-option__find"
          aria-label={`Search for ${title}`}
          isSelected={find.isOn}
          onChange={find.toggle}
        >
          <Search size={12} aria-hidden />
        </ToggleButton>
      )}
      <Button className="facet-option__only" aria-label={`Show only ${title}`} onPress={onOnly}>
        only
      </Button>
      <span className="facet-option__count" aria-hidden>
        {isPart && `${row.count.toLocaleString('en')}/`}
        {total}
      </span>
    </li>
  );
}
