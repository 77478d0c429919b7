import type { ComponentType } from 'react';
import type { Session } from '../state/session-store.ts';

/** A component as `React.lazy` takes it. */
interface Loaded<Props> {
  readonly default: ComponentType<Props>;
}

/** Loads the explorer with all it draws with. Rejects when the app's files are damaged. */
export async function loadMainScreen(): Promise<Loaded<{ readonly open: Extract<Session, { phase: 'open' }> }>> {
  const { MainScreen } = await import('./MainScreen.tsx');
  return { default: MainScreen };
}

/** Loads the dialogs. Rejects when the app's files are damaged. */
export async function loadDialogs(): Promise<Loaded<object>> {
  const { Dialogs } = await import('./dialogs/Dialogs.tsx');
  return { default: Dialogs };
}
