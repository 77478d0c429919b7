import type { Severity } from '../../shared/findings/finding.ts';
import { Chip, type ChipTone } from '../ui/Chip.tsx';

const TONES: Readonly<Record<Severity, ChipTone>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'info',
  info: 'outline',
};

/** A severity as a word; its colour says nothing that the word does not. */
export function SeverityMark({ severity }: { readonly severity: Severity }): React.JSX.Element {
  return <Chip tone={TONES[severity]}>{severity}</Chip>;
}
