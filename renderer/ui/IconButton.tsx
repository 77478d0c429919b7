import type { ReactNode } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { Keys } from './Keys.tsx';
import './controls.css';

export interface IconButtonProps {
  /** Accessible name and tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
  /** Makes it a toggle. */
  readonly isPressed?: boolean;
  /** Keys shown in the tooltip, as printed on the keyboard. */
  readonly keys?: readonly string[];
  readonly small?: boolean;
}

/** A button with an icon; its name stands in the tooltip. */
export function IconButton(props: IconButtonProps): React.JSX.Element {
  const { label, icon, onPress, isDisabled = false, isPressed, keys, small = false } = props;
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <Button
        className={small ? 'icon-button icon-button--small' : 'icon-button'}
        aria-label={label}
        {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
        isDisabled={isDisabled}
        onPress={onPress}
      >
        {icon}
      </Button>
      <Tooltip className="tooltip" offset={6}>
        {label}
        {keys !== undefined && <Keys keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
