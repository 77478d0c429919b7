import { FlaskConical } from 'lucide-react';
import { useShared } from '../state/use-workbench.ts';
import { Chip } from '../ui/Chip.tsx';

/** Says when the app runs in the stand-in Electron, which is for looking at files only. */
export function RuntimeMark(): React.JSX.Element | null {
  const info = useShared('app', (state) => state.info);
  if (info?.fallbackRuntime !== true) return null;
  return (
    <Chip tone="warning">
      <FlaskConical size={12} aria-hidden />
      Test runtime (Electron {info.electron}){info.liveAllowed ? '' : '; live collection off'}
    </Chip>
  );
}
