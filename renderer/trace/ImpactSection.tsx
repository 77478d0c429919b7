import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import type { NodeId } from '../../shared/graph/graph.ts';
import type { LineageRing, LineageWay } from '../../shared/graph/lineage.ts';
import { kindById } from '../../shared/kinds/index.ts';
import { formatCount } from '../state/format.ts';
import { LINEAGE_LIMIT, traceLineage } from '../state/trace/trace-operations.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import { WaySwitch } from './WaySwitch.tsx';

/** What would suffer with a resource: everything that depends on it, by distance and kind. */
export function ImpactSection({ id }: { readonly id: NodeId }): React.JSX.Element {
  const workbench = useWorkbench();
  const { inventory } = workbench;
  const [way, setWay] = useState<LineageWay>('dependencies');
  const answer = useAnswer(
    useCallback(
      () => inventory.extent(id, { direction: 'dependants', way, limit: LINEAGE_LIMIT }),
      [inventory, id, way],
    ),
  );
  const impact = answer.status === 'ready' ? answer.value : undefined;
  const count = (impact?.rings ?? []).reduce((sum, ring) => sum + ring.count, 0);
  return (
    <section className="details__section" aria-label="Impact" aria-busy={answer.status === 'loading'}>
      <h4>
        Impact{' '}
        {impact !== undefined && (
          <span className="count">
            {count.toLocaleString('en')}
            {impact.truncated && '+'}
          </span>
        )}
      </h4>
      {answer.status === 'failed' && <p role="alert">The impact could not be worked out: {answer.message}</p>}
      <div className="impact__bar">
        <WaySwitch way={way} onChange={setWay} />
        {count > 0 && (
          <Button
            className="button button--small"
            onPress={() => workbench.run(() => traceLineage(workbench, id, 'dependants', way))}
          >
            Light up
          </Button>
        )}
      </div>
      {impact !== undefined && (
        <p className="muted">
          {count === 0
            ? way === 'data'
              ? 'Its data goes nowhere, as far as this inventory tells.'
              : 'Nothing depends on it, as far as this inventory tells.'
            : way === 'data'
              ? 'Where its data can get to, by distance. Storage that several share is followed as a whole.'
              : 'What would be affected if it were changed, lost or taken over, by distance.'}
          {impact.truncated && ` Only the nearest ${LINEAGE_LIMIT.toLocaleString('en')} are counted.`}
        </p>
      )}
      {impact !== undefined && count > 0 && (
        <ol className="impact">
          {impact.rings.map((ring) => (
            <li key={ring.distance}>
              <span className="impact__distance">{formatCount(ring.distance, 'link')} away</span>
              <span>{kindsText(ring)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** `12 Custom jobs, 1 Bucket`. */
function kindsText({ kinds }: LineageRing): string {
  return kinds.map(({ kind, count }) => formatCount(count, kindById(kind).title, kindById(kind).plural)).join(', ');
}
