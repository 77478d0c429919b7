import { useCallback } from 'react';
import { Button } from 'react-aria-components';
import { displayText } from '../../graph/style/label.ts';
import { groupBy } from '../../state/view/arrange-operations.ts';
import { formatCount } from '../../state/format.ts';
import { useAnswer } from '../../state/useAnswer.ts';
import { useShared, useWorkbench } from '../../state/use-workbench.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import './dialogs.css';

/** Keys offered; rarer ones group hardly anything. */
const OFFERED = 100;

/** By which label to group, among those that the inventory has. */
export function GroupLabelDialog({ onClose }: { readonly onClose: () => void }): React.JSX.Element {
  const workbench = useWorkbench();
  const { inventory } = workbench;
  const grouping = useShared('view', (state) => state.history.present.state.spec.groupBy);
  const answer = useAnswer(useCallback(() => inventory.labelKeys(), [inventory]));
  return (
    <DialogFrame
      title="Group by label"
      onClose={onClose}
      foot={
        <Button className="button" onPress={onClose}>
          Cancel
        </Button>
      }
    >
      {answer.status === 'failed' && <p role="alert">The labels could not be counted: {answer.message}</p>}
      {answer.status === 'ready' && answer.value.length === 0 && <p>No resource of this inventory has a label.</p>}
      {answer.status === 'ready' && answer.value.length > 0 && (
        <ul className="expand" aria-label="Keys of labels">
          {answer.value.slice(0, OFFERED).map(({ key, resources, values }) => (
            <li key={key} className="expand__row">
              <span className="expand__words">
                {displayText(key)}{' '}
                <span className="muted">
                  {formatCount(values, 'value')} on {formatCount(resources, 'resource')}
                </span>
              </span>
              <Button
                className="button button--small"
                aria-label={`Group by label ${displayText(key)}`}
                isDisabled={grouping?.by === 'label' && grouping.key === key}
                onPress={() => {
                  onClose();
                  workbench.run(() => groupBy(workbench, { by: 'label', key }));
                }}
              >
                Group
              </Button>
            </li>
          ))}
        </ul>
      )}
    </DialogFrame>
  );
}
