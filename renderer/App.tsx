import { lazy, Suspense, useDeferredValue, useEffect, useMemo } from 'react';
import { DropTarget } from './app/DropTarget.tsx';
import { LiveRegion } from './app/LiveRegion.tsx';
import { loadDialogs, loadMainScreen } from './app/load-screens.ts';
import { Notices } from './app/Notices.tsx';
import { useKeptFocus } from './app/useKeptFocus.ts';
import { useShortcuts } from './app/useShortcuts.ts';
import { ErrorBoundary } from './controls/ErrorBoundary.tsx';
import { FailedScreen } from './start/FailedScreen.tsx';
import { OpeningScreen } from './start/OpeningScreen.tsx';
import { StartScreen } from './start/StartScreen.tsx';
import type { Session } from './state/session-store.ts';
import { useShared, WorkbenchContext } from './state/use-workbench.ts';
import type { Workbench } from './state/workbench.ts';
import { useTheme } from './ui/theme/use-theme.ts';

// What the start screen does not need is loaded after it is there.
const MainScreen = lazy(loadMainScreen);
const Dialogs = lazy(loadDialogs);

const APP_NAME = 'Vertex Lineage Explorer';

/** The window: all that it shows of a workbench. */
export function App({ workbench }: { readonly workbench: Workbench }): React.JSX.Element {
  return (
    <WorkbenchContext value={workbench}>
      <Screens />
    </WorkbenchContext>
  );
}

/** The screen of the session's phase, and what lies above every screen. */
function Screens(): React.JSX.Element {
  useShortcuts();
  useKeptFocus();
  useTheme();
  return (
    <DropTarget>
      <ErrorBoundary name="The window">
        <Suspense fallback={<main className="screen" aria-busy="true" />}>
          <Screen />
        </Suspense>
      </ErrorBoundary>
      <Suspense>
        <Dialogs />
      </Suspense>
      <Notices />
      <LiveRegion />
    </DropTarget>
  );
}

function Screen(): React.JSX.Element {
  const session = useShared('session', (state) => state.session);
  const expecting = useShared('app', (state) => state.expecting);
  useEffect(() => {
    document.title = 'title' in session ? `${session.title} – ${APP_NAME}` : APP_NAME;
  }, [session]);
  // React renders a deferred screen in slices, between which the window answers; the one before is not rendered again meanwhile.
  const shown = useDeferredValue(session);
  return useMemo(() => screenOf(shown, expecting), [shown, expecting]);
}

function screenOf(session: Session, expecting: boolean | undefined): React.JSX.Element {
  switch (session.phase) {
    case 'start':
      // Until the main process has said whether a file is on its way, an empty window is calmer than a screen that flashes.
      return expecting === false ? <StartScreen /> : <main className="screen" aria-busy="true" />;
    case 'opening':
      return <OpeningScreen opening={session} />;
    case 'failed':
      return <FailedScreen title={session.title} failure={session.failure} />;
    case 'open':
      return <MainScreen open={session} />;
  }
}
