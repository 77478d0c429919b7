import { Boxes, StretchHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, MenuTrigger, Tooltip, TooltipTrigger } from 'react-aria-components';
import type { ActionId } from '../../shared/actions/actions.ts';
import { groupingWords } from '../state/view/arrange-operations.ts';
import { useShared } from '../state/use-workbench.ts';
import { ActionMenu } from './ActionMenu.tsx';

const ICON = 16;

const GROUPS: readonly (ActionId | undefined)[] = [
  'group-links',
  'group-project',
  'group-location',
  'group-launcher',
  'group-label',
  undefined,
  'fold-areas',
  'unfold-areas',
];

const PLACE: readonly (ActionId | undefined)[] = [
  'spacing-compact',
  'spacing-normal',
  'spacing-wide',
  undefined,
  'pin',
  'unpin-all',
  undefined,
  'rearrange',
];

/** What resources are grouped by, and how much room there is between them. */
export function ArrangeMenus(): React.JSX.Element {
  const grouping = useShared('view', (state) => state.history.present.state.spec.groupBy);
  const words = grouping === undefined ? 'identical links' : groupingWords(grouping);
  return (
    <>
      <BarMenu label={`Group by: ${words}`} items={GROUPS} icon={<Boxes size={ICON} aria-hidden />} />
      <BarMenu label="Spacing and pins" items={PLACE} icon={<StretchHorizontal size={ICON} aria-hidden />} />
    </>
  );
}

interface BarMenuProps {
  readonly label: string;
  readonly items: readonly (ActionId | undefined)[];
  readonly icon: ReactNode;
}

function BarMenu({ label, items, icon }: BarMenuProps): React.JSX.Element {
  return (
    <MenuTrigger>
      <TooltipTrigger delay={500} closeDelay={0}>
        <Button className="icon-button" aria-label={label}>
          {icon}
        </Button>
        <Tooltip className="tooltip" offset={6}>
          {label}
        </Tooltip>
      </TooltipTrigger>
      <ActionMenu label={label} items={items} />
    </MenuTrigger>
  );
}
