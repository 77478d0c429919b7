import { Cloud, FileText, FolderOpen, ShieldCheck, Sparkles } from 'lucide-react';
import { Button } from 'react-aria-components';
import { UnfinishedCollections } from '../connect/UnfinishedCollections.tsx';
import { runAction } from '../actions/run-action.ts';
import { shortcutKeys } from '../ui/shortcuts.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { Keys } from '../ui/Keys.tsx';
import { FormatsHelp } from './FormatsHelp.tsx';
import { InterruptedInventories } from './InterruptedInventories.tsx';
import { LineageMark } from './LineageMark.tsx';
import { RecentFiles } from './RecentFiles.tsx';
import { RuntimeMark } from './RuntimeMark.tsx';
import '../ui/controls.css';
import './start.css';

/** What the window shows while nothing is open: ways in, recent files, what can be read. */
export function StartScreen(): React.JSX.Element {
  const workbench = useWorkbench();
  const info = useShared('app', (state) => state.info);
  return (
    <main className="screen start scrolls">
      <div className="start__page">
        <header className="start__head">
          <LineageMark />
          <div>
            <h1>Vertex Lineage Explorer</h1>
            <p>See what every Vertex AI custom job runs as, reads, writes and produced, and why each link is there.</p>
          </div>
          <RuntimeMark />
        </header>
        <div className="start__columns">
          <section className="start__open" aria-labelledby="start-open">
            <h2 id="start-open">Open</h2>
            <div className="drop-zone">
              <p>
                <strong>Drop files or a folder anywhere in this window</strong>
                <span className="muted">or choose them:</span>
              </p>
              <div className="drop-zone__buttons">
                <Button className="button button--primary" onPress={() => runAction(workbench, 'open-files')}>
                  <FileText size={16} aria-hidden /> Open files…
                </Button>
                <Button className="button" onPress={() => runAction(workbench, 'open-folder')}>
                  <FolderOpen size={16} aria-hidden /> Open folder…
                </Button>
                <Button className="button" onPress={() => runAction(workbench, 'open-sample')}>
                  <Sparkles size={16} aria-hidden /> Open sample
                </Button>
              </div>
              <p className="muted start__hint">
                Any mix of files; told apart by content, not by name.{' '}
                <Keys keys={shortcutKeys('Mod+O', workbench.mac)} />
              </p>
            </div>
            <div className="start__connect">
              <Button className="button" onPress={() => runAction(workbench, 'connect')}>
                <Cloud size={16} aria-hidden /> Connect to Google Cloud…
              </Button>
              <p className="muted">
                Collects live, with the gcloud credentials you already have.{' '}
                <Keys keys={shortcutKeys('Mod+Shift+G', workbench.mac)} />
              </p>
            </div>
            <InterruptedInventories />
            <UnfinishedCollections />
            <RecentFiles />
            <p className="promise">
              <ShieldCheck size={20} aria-hidden />
              <span>
                <strong>Nothing leaves this machine.</strong> No telemetry, and no network unless you connect: files are
                only read, never changed, and secrets in them stay masked until you ask for them.
              </span>
            </p>
          </section>
          <FormatsHelp />
        </div>
        <footer className="start__foot muted">
          <span>{info === undefined ? '' : `Version ${info.version}`}</span>
          <Button className="button button--quiet button--small" onPress={() => runAction(workbench, 'show-shortcuts')}>
            Keyboard shortcuts
          </Button>
          <Button className="button button--quiet button--small" onPress={() => runAction(workbench, 'show-licences')}>
            Licences
          </Button>
        </footer>
      </div>
    </main>
  );
}
