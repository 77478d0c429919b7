import { useCallback } from 'react';
import type { NodeId } from '../../shared/graph/graph.ts';
import { displayText } from '../graph/style/label.ts';
import type { ComparedProperty } from '../inventory/worker/details/compare-nodes.ts';
import { formatCount } from '../state/format.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import { NodeRow } from '../controls/NodeRow.tsx';

/** What several resources have in common, and where they differ. `ids` should keep its identity while it does not change. */
export function ComparedSections({ ids }: { readonly ids: readonly NodeId[] }): React.JSX.Element | null {
  const { inventory } = useWorkbench();
  const answer = useAnswer(useCallback(() => inventory.compare(ids), [inventory, ids]));
  if (answer.status === 'loading') return <div aria-busy="true" />;
  if (answer.status === 'failed') {
    return (
      <p className="details__reason" role="alert">
        The resources could not be compared: {answer.message}
      </p>
    );
  }
  const { same, different, nodes } = answer.value;
  if (nodes < 2) return null;
  return (
    <>
      <ComparedSection title="The same for all" properties={same} none="Nothing." />
      <ComparedSection title="Different" properties={different} none="Nothing that is compared here." counted />
    </>
  );
}

interface ComparedSectionProps {
  readonly title: string;
  readonly properties: readonly ComparedProperty[];
  readonly none: string;
  /** Whether to say how many have each value. */
  readonly counted?: boolean;
}

function ComparedSection({ title, properties, none, counted = false }: ComparedSectionProps): React.JSX.Element {
  return (
    <section className="details__section" aria-label={title}>
      <h4>{title}</h4>
      {properties.length === 0 && <p className="muted">{none}</p>}
      {properties.map(({ label, values, count, without }) => (
        <div key={label} className="link-group">
          <div className="link-group__head">
            <h5>{label}</h5>
            {counted && <span className="count">{formatCount(count, 'value')}</span>}
          </div>
          <ul>
            {values.map(({ text, node, count: having }) => (
              <li key={node?.id ?? text} className="link-row">
                {node === undefined ? <span>{displayText(text)}</span> : <NodeRow node={node} />}
                {counted && <span className="muted">{formatCount(having, 'resource')}</span>}
              </li>
            ))}
            {values.length < count && (
              <li className="muted">and {formatCount(count - values.length, 'other value')}</li>
            )}
            {without > 0 && <li className="muted">none: {formatCount(without, 'resource')}</li>}
          </ul>
        </div>
      ))}
    </section>
  );
}
