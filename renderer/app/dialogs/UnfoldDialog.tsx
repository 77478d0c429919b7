import { Button } from 'react-aria-components';
import type { ViewNode } from '../../../shared/graph/view.ts';
import { displayText } from '../../graph/style/label.ts';
import { formatCount } from '../../state/format.ts';
import { unfold } from '../../state/view/node-operations.ts';
import { useWorkbench } from '../../state/use-workbench.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';

export interface UnfoldDialogProps {
  readonly folds: readonly ViewNode[];
  /** Most nodes that unfolding all of them draws. */
  readonly most: number;
  readonly onClose: () => void;
}

/** Asks before several folds are unfolded that bring in many nodes. */
export function UnfoldDialog({ folds, most, onClose }: UnfoldDialogProps): React.JSX.Element {
  const workbench = useWorkbench();
  const [first] = folds;
  function answer(chosen: readonly ViewNode[]): void {
    onClose();
    workbench.run(() => unfold(workbench, chosen));
  }
  return (
    <DialogFrame
      title={`Unfold ${formatCount(folds.length, 'fold')}?`}
      role="alertdialog"
      onClose={onClose}
      foot={
        <>
          <Button className="button" onPress={onClose}>
            Cancel
          </Button>
          {first !== undefined && (
            <Button className="button" onPress={() => answer([first])}>
              Unfold {displayText(first.title)} only
            </Button>
          )}
          <Button className="button button--primary" onPress={() => answer(folds)}>
            Unfold all
          </Button>
        </>
      }
    >
      <p>Together they bring up to {formatCount(most, 'node')} into the graph, which makes it harder to read.</p>
    </DialogFrame>
  );
}
