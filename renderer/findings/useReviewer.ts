import { useState } from 'react';
import { valueOf } from '../api/client.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';

/** Returns the name under which the user reviews, what sets it while it is typed, and what keeps it from run to run. */
export function useReviewer(): readonly [string, (name: string) => void, () => void] {
  const workbench = useWorkbench();
  const known = useShared('app', (state) => state.settings?.reviewer ?? '');
  const [typed, setTyped] = useState<string>();
  const name = typed ?? known;
  function keep(): void {
    if (name.trim() === known) return;
    workbench.run(async () => {
      workbench.app.setState({ settings: await valueOf(workbench.main.setSettings({ reviewer: name.trim() })) });
    });
  }
  return [name, setTyped, keep];
}

/** The present day where the user is, `2026-12-31`. */
export function today(): string {
  return dayOf(new Date());
}

function dayOf(date: Date): string {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${date.getFullYear()}-${month}-${day}`;
}
