import { useState } from 'react';
import { valueOf } from '../api/client.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';

/** Returns the name under which the user reviews, what sets it while it is typed, and what keeps it from run to run. */
export function useReviewer(): readonly [string, (name: string) => void, () => Promise<void>] {
  const workbench = useWorkbench();
  const known = useShared('app', (state) => state.settings?.reviewer ?? '');
  const [typed, setTyped] = useState<string>();
  const name = typed ?? known;
  async function keep(): Promise<void> {
    if (name.trim() === known) return;
    workbench.app.setState({ settings: await valueOf(workbench.main.setSettings({ reviewer: name.trim() })) });
  }
  return [name, setTyped, keep];
}
