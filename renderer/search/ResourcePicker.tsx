import { useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { KindId } from '../../shared/kinds/index.ts';
import type { SearchHit } from '../../shared/search/hit.ts';
import { kindWord } from '../../shared/search/query/kind-words.ts';
import { quoteTerm } from '../../shared/search/query/read-term.ts';
import { useWorkbench } from '../state/use-workbench.ts';

/** Resources offered while one types. */
const OFFERED = 12;

export interface ResourcePickerProps {
  readonly label: string;
  readonly kinds: readonly KindId[];
  /** Full name of the resource that is chosen. */
  readonly onChange: (id: string | undefined) => void;
  readonly autoFocus?: boolean;
}

/** A field for one resource of some kinds: types find it, a pasted name is taken as it is. */
export function ResourcePicker({ label, kinds, onChange, autoFocus = false }: ResourcePickerProps): React.JSX.Element {
  const workbench = useWorkbench();
  const [text, setText] = useState('');
  const [hits, setHits] = useState<readonly SearchHit[]>([]);

  function find(typed: string): void {
    setText(typed);
    onChange(typed.trim() === '' ? undefined : typed.trim());
    const ofKind = kinds.length === 0 ? '' : `kind:(${kinds.map(kindWord).join(' OR ')})`;
    const words = typed
      .split(/\s+/)
      .filter((word) => word !== '')
      .map(quoteTerm);
    workbench.run(async () => {
      const answer = await workbench.inventory.search([ofKind, ...words].join(' '), OFFERED);
      setHits(answer.hits);
    });
  }

  return (
    <ComboBox
      className="picker"
      items={hits}
      inputValue={text}
      onInputChange={find}
      onFocus={() => find(text)}
      onChange={(key) => {
        const hit = hits.find(({ id }) => id === key);
        if (hit === undefined) return;
        setText(hit.title);
        onChange(hit.id);
      }}
      // Where anything may be meant, nothing is offered before something is typed: an open list would hide what is beside it.
      menuTrigger={kinds.length === 0 ? 'input' : 'focus'}
      allowsCustomValue
      allowsEmptyCollection
      autoFocus={autoFocus}
    >
      <Label>{label}</Label>
      <div className="picker__field">
        <Input placeholder="Type to find, or paste a name" />
        <Button className="icon-button icon-button--small" aria-label="Show resources">
          ▾
        </Button>
      </div>
      <Popover className="picker__popover">
        <ListBox className="picker__list scrolls" renderEmptyState={() => <p className="muted">Nothing is found.</p>}>
          {(hit: SearchHit) => (
            <ListBoxItem id={hit.id} textValue={hit.title} className="picker__item">
              <span className="truncate">{hit.title}</span>
              <span className="truncate muted">{hit.subtitle}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
