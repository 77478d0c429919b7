import type { NodeState } from '../../shared/graph/graph.ts';
import { lifecycleLabel } from '../../shared/graph/view/lifecycle-label.ts';
import { lifecycleTone, type LifecycleTone } from '../../shared/graph/view/lifecycle-tone.ts';
import { Chip, type ChipTone } from '../ui/Chip.tsx';

const TONES: Readonly<Record<LifecycleTone, ChipTone>> = {
  failed: 'error',
  running: 'info',
  waiting: 'warning',
  succeeded: 'ok',
  stopped: 'neutral',
  none: 'neutral',
};

export interface StateChipsProps {
  readonly state: NodeState;
  readonly lifecycle?: string | undefined;
  readonly unsubmitted?: true | undefined;
}

/** What is known of a resource and what state it is in, as chips. */
export function StateChips({ state, lifecycle, unsubmitted }: StateChipsProps): React.JSX.Element {
  return (
    <>
      {lifecycle !== undefined && <Chip tone={TONES[lifecycleTone(lifecycle)]}>{lifecycleLabel(lifecycle)}</Chip>}
      {unsubmitted === true && <Chip tone="info">not submitted</Chip>}
      {state === 'referenced' && <Chip tone="outline">not collected</Chip>}
      {state === 'unresolved' && <Chip tone="error">unresolved</Chip>}
    </>
  );
}
