import { Button } from 'react-aria-components';
import { historyEntries } from '../../state/view/history.ts';
import { useShared, useWorkbench } from '../../state/use-workbench.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import './dialogs.css';

/** All steps of the view, newest first; choosing one goes to the view as it was after it. */
export function HistoryDialog({ onClose }: { readonly onClose: () => void }): React.JSX.Element {
  const workbench = useWorkbench();
  const { view, notices } = workbench;
  const history = useShared('view', (state) => state.history);
  return (
    <DialogFrame
      title="History of the view"
      onClose={onClose}
      foot={
        <Button className="button" onPress={onClose}>
          Close
        </Button>
      }
    >
      <ol className="history" aria-label="Steps, newest first" reversed>
        {historyEntries(history)
          .toReversed()
          .map(({ name, offset }) => (
            <li key={offset}>
              <Button
                className="history__step"
                autoFocus={offset === 0}
                {...(offset === 0 ? { 'aria-current': 'step' as const } : {})}
                onPress={() => {
                  onClose();
                  if (offset === 0) return;
                  workbench.run(async () => {
                    if (await view.getState().goTo(offset))
                      notices.getState().announce(`The view is as after: ${name}`);
                  });
                }}
              >
                <span className="truncate">{name}</span>
                {offset === 0 && <span className="chip chip--info">now</span>}
                {offset > 0 && <span className="muted">undone</span>}
              </Button>
            </li>
          ))}
      </ol>
    </DialogFrame>
  );
}
