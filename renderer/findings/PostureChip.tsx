import { ShieldAlert } from 'lucide-react';
import { Button } from 'react-aria-components';
import { ALL_FINDINGS } from '../../shared/findings/filter-findings.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { postureText } from './finding-words.ts';
import { useFindings } from './useFindings.ts';

/** How the inventory stands in a few words, once the rules have judged it; opens the posture. `revision` tells inventories apart. */
export function PostureChip({ revision }: { readonly revision: object }): React.JSX.Element | null {
  const { panes } = useWorkbench();
  const show = useShared('findings', (state) => state.show);
  const answer = useFindings(revision, ALL_FINDINGS);
  if (answer.status !== 'ready') return null;
  const text = postureText(answer.value);
  return (
    <Button
      className="button button--small button--quiet"
      aria-label={`Posture: ${text}`}
      onPress={() => {
        show({}, 'posture');
        panes.getState().show('findings');
      }}
    >
      <ShieldAlert size={14} aria-hidden /> {text}
    </Button>
  );
}
