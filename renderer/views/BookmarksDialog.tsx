import { Bookmark, PanelTopOpen, Pencil, RefreshCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { SavedView } from '../../shared/review/review-record.ts';
import { changeView, deleteView, openOffered, openView, replaceView } from '../state/review/bookmark-operations.ts';
import { formatCount } from '../state/format.ts';
import { recordOf } from '../state/review/review-store.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { GoneTargets } from './GoneTargets.tsx';
import { NameDialog } from './NameDialog.tsx';
import './views.css';

const ICON = 14;

/** The bookmarks of the inventory, the views that a snapshot had open, and what is about resources that are gone. */
export function BookmarksDialog({ onClose }: { readonly onClose: () => void }): React.JSX.Element {
  const workbench = useWorkbench();
  const { views, tabs } = useShared('review', recordOf);
  const [edited, setEdited] = useState<SavedView>();
  if (edited !== undefined) {
    return (
      <NameDialog
        title="Change the bookmark"
        label="Name"
        name={edited.name}
        note={edited.note ?? ''}
        button="Save"
        onSave={(name, note) => workbench.run(() => changeView(workbench, edited.id, name, note))}
        onClose={() => setEdited(undefined)}
      />
    );
  }
  return (
    <DialogFrame
      title="Bookmarks and views"
      wide
      onClose={onClose}
      foot={
        <>
          <Button
            className="button"
            onPress={() => {
              onClose();
              workbench.dialogs.getState().open({ type: 'save-view' });
            }}
          >
            Bookmark this view…
          </Button>
          <Button className="button" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      {tabs.length > 0 && (
        <section className="bookmarks" aria-label="Views that were open">
          <h3>Open when this was saved</h3>
          <p>
            {tabs.map(({ name }) => name).join(', ')}{' '}
            <Button
              className="button button--small"
              onPress={() => {
                onClose();
                workbench.run(() => openOffered(workbench, tabs));
              }}
            >
              Open {formatCount(tabs.length, 'view')}
            </Button>
          </p>
        </section>
      )}
      {views.length === 0 ? (
        <p className="muted">
          No bookmarks yet. A bookmark keeps what is shown, where everything stands, what is selected and what is lit
          up.
        </p>
      ) : (
        <ul className="bookmarks" aria-label="Bookmarks">
          {views.map((view) => (
            <Row key={view.id} view={view} onClose={onClose} onEdit={() => setEdited(view)} />
          ))}
        </ul>
      )}
      <GoneTargets />
    </DialogFrame>
  );
}

interface RowProps {
  readonly view: SavedView;
  readonly onClose: () => void;
  readonly onEdit: () => void;
}

function Row({ view, onClose, onEdit }: RowProps): React.JSX.Element {
  const workbench = useWorkbench();
  const { name, note, author, time } = view;

  function open(where: 'here' | 'new-tab'): void {
    onClose();
    workbench.run(() => openView(workbench, view, where));
  }

  return (
    <li className="bookmark">
      <div className="bookmark__text">
        <Button className="bookmark__name" onPress={() => open('here')}>
          <Bookmark size={ICON} aria-hidden /> <span className="truncate">{name}</span>
        </Button>
        {note !== undefined && <p className="bookmark__note">{note}</p>}
        <p className="muted bookmark__by">
          {author} · <time dateTime={time}>{new Date(time).toLocaleString('en')}</time>
        </p>
      </div>
      <IconButton
        small
        label={`Open ${name} in a view of its own`}
        icon={<PanelTopOpen size={ICON} aria-hidden />}
        onPress={() => open('new-tab')}
      />
      <IconButton small label={`Change ${name}`} icon={<Pencil size={ICON} aria-hidden />} onPress={onEdit} />
      <IconButton
        small
        label={`Keep the view shown now as ${name}`}
        icon={<RefreshCw size={ICON} aria-hidden />}
        onPress={() => workbench.run(() => replaceView(workbench, view.id))}
      />
      <IconButton
        small
        label={`Delete ${name}`}
        icon={<Trash2 size={ICON} aria-hidden />}
        onPress={() => deleteView(workbench, view)}
      />
    </li>
  );
}
