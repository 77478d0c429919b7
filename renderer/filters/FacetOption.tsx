import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
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

/** One value of a facet: shown or not, how many resources have it, and a way to see only those. */
export function FacetOption({ row, sign, onToggle, onOnly, find }: FacetOptionProps): React.JSX.Element {
  const title = displayText(row.title);
  return (
    <li className="facet-option">
      <CheckBox isSelected={row.shown} onChange={onToggle} label={`${title}, ${row.total.toLocaleString('en')}`}>
        {sign}
        <span className="truncate facet-option__title" title={title}>
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
      <span className="facet-option__count">{row.total.toLocaleString('en')}</span>
    </li>
  );
}
