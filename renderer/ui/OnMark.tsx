import { Check } from 'lucide-react';

/** Says of an entry of a menu that it is on. */
export function OnMark(): React.JSX.Element {
  return <Check size={14} role="img" aria-label="on" />;
}
