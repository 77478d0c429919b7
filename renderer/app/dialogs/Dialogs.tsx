import { ConnectDialog } from '../../connect/ConnectDialog.tsx';
import { AcceptDialog } from '../../findings/AcceptDialog.tsx';
import { ConfigurationDialog } from '../../findings/ConfigurationDialog.tsx';
import { ReportDialog } from '../../findings/ReportDialog.tsx';
import { QuestionsDialog } from '../../search/QuestionsDialog.tsx';
import { SaveQueryDialog } from '../../search/SaveQueryDialog.tsx';
import { PathsDialog } from '../../trace/PathsDialog.tsx';
import { SearchHelpDialog } from '../../search/SearchHelpDialog.tsx';
import { useShared, useWorkbench } from '../../state/use-workbench.ts';
import { BookmarksDialog } from '../../views/BookmarksDialog.tsx';
import { RenameTabDialog } from '../../views/RenameTabDialog.tsx';
import { ReviewerNameDialog } from '../../views/ReviewerNameDialog.tsx';
import { SaveViewDialog } from '../../views/SaveViewDialog.tsx';
import { AboutDialog } from './AboutDialog.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { ContextMenu } from '../ContextMenu.tsx';
import { ExpandDialog } from './ExpandDialog.tsx';
import { GroupLabelDialog } from './GroupLabelDialog.tsx';
import { HistoryDialog } from './HistoryDialog.tsx';
import { LicencesDialog } from './LicencesDialog.tsx';
import { RevealDialog } from './RevealDialog.tsx';
import { SaveSnapshotDialog } from './SaveSnapshotDialog.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { UnfoldDialog } from './UnfoldDialog.tsx';

/** The dialog or context menu that is open, if any. */
export function Dialogs(): React.JSX.Element | null {
  const { dialogs } = useWorkbench();
  const overlay = useShared('dialogs', (state) => state.overlay);
  const close = (): void => dialogs.getState().close(overlay);
  if (overlay === undefined) return null;
  switch (overlay.type) {
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />;
    case 'palette':
      return <CommandPalette onClose={close} />;
    case 'history':
      return <HistoryDialog onClose={close} />;
    case 'licences':
      return <LicencesDialog onClose={close} />;
    case 'about':
      return <AboutDialog onClose={close} />;
    case 'save-snapshot':
      return <SaveSnapshotDialog onClose={close} />;
    case 'connect':
      return <ConnectDialog resume={overlay.resume} onClose={close} />;
    case 'questions':
      return <QuestionsDialog onClose={close} />;
    case 'save-query':
      return <SaveQueryDialog onClose={close} />;
    case 'save-view':
      return <SaveViewDialog onClose={close} />;
    case 'bookmarks':
      return <BookmarksDialog onClose={close} />;
    case 'reviewer-name':
      return <ReviewerNameDialog onClose={close} />;
    case 'rename-tab':
      return <RenameTabDialog id={overlay.id} onClose={close} />;
    case 'search-help':
      return <SearchHelpDialog onClose={close} />;
    case 'accept-findings':
      return <AcceptDialog findings={overlay.findings} title={overlay.title} onClose={close} />;
    case 'findings-report':
      return <ReportDialog onClose={close} />;
    case 'findings-configuration':
      return <ConfigurationDialog onClose={close} />;
    case 'group-label':
      return <GroupLabelDialog onClose={close} />;
    case 'expand':
      return <ExpandDialog id={overlay.id} asked={overlay.asked} onClose={close} />;
    case 'paths':
      return <PathsDialog from={overlay.from} to={overlay.to} onClose={close} />;
    case 'unfold':
      return <UnfoldDialog folds={overlay.folds} most={overlay.most} onClose={close} />;
    case 'reveal':
      return <RevealDialog title={overlay.title} onAccept={overlay.accept} onClose={close} />;
    case 'menu':
      return <ContextMenu title={overlay.title} items={overlay.items} at={overlay.at} onClose={close} />;
  }
}
