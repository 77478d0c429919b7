import { X } from 'lucide-react';
import { useCallback } from 'react';
import { Button } from 'react-aria-components';
import type { NodeId } from '../../shared/graph/graph.ts';
import { kindById } from '../../shared/kinds/index.ts';
import { KindGlyph } from '../graph/KindGlyph.tsx';
import { displayText } from '../graph/style/label.ts';
import { ResourcePicker } from '../search/ResourcePicker.tsx';
import { useAnswer } from '../state/useAnswer.ts';
import { useWorkbench } from '../state/use-workbench.ts';

export interface PathEndProps {
  /** `From` or `To`. */
  readonly label: string;
  readonly id: NodeId | undefined;
  readonly onChange: (id: NodeId | undefined) => void;
}

/** An end of the paths: the resource that is chosen, or a field to choose one. */
export function PathEnd({ label, id, onChange }: PathEndProps): React.JSX.Element {
  const { inventory, run } = useWorkbench();
  const answer = useAnswer(useCallback(async () => (id === undefined ? [] : inventory.nodes([id])), [inventory, id]));
  if (id === undefined) {
    return (
      <ResourcePicker
        label={label}
        kinds={[]}
        autoFocus
        onChange={(text) => {
          if (text === undefined) return;
          // What is typed becomes an end once it is the name of a resource.
          run(async () => {
            const [node] = await inventory.nodes([text as NodeId]);
            if (node !== undefined) onChange(node.id);
          });
        }}
      />
    );
  }
  const node = answer.status === 'ready' ? answer.value[0] : undefined;
  return (
    <div className="path-end" role="group" aria-label={label}>
      <span className="muted">{label}</span>
      <div className="path-end__chosen">
        {node !== undefined && (
          <>
            <KindGlyph kind={node.kind} state={node.state} size={20} />
            <span className="truncate" title={node.id}>
              {displayText(node.title)} <span className="muted">{kindById(node.kind).title}</span>
            </span>
          </>
        )}
        {/* The field in which it was chosen is gone, and the focus would go to the head of the dialog. */}
        <Button
          className="icon-button"
          aria-label={`Choose another: ${label}`}
          autoFocus
          onPress={() => onChange(undefined)}
        >
          <X size={14} aria-hidden />
        </Button>
      </div>
    </div>
  );
}
