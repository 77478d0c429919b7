import { Button } from 'react-aria-components';
import { isKindId } from '../../shared/kinds/index.ts';
import { KindGlyph } from '../graph/KindGlyph.tsx';
import { formatCount } from '../state/format.ts';
import { runAction } from '../actions/run-action.ts';
import type { CoverageReport } from '../inventory/worker/protocol/protocol.ts';
import type { Session } from '../state/session-store.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import { PostureSection } from './PostureSection.tsx';
import { ReviewSummary } from '../views/ReviewSummary.tsx';

/** Files listed before "and n more". */
const FILES = 12;

/** While nothing is selected: what was opened, how much of each kind, and what is missing. */
export function InventoryOverview({ open }: { readonly open: Extract<Session, { phase: 'open' }> }): React.JSX.Element {
  const workbench = useWorkbench();
  const { summary, facets, report } = open;
  return (
    <div className="details scrolls">
      <p className="overview__hint muted">
        Select a resource in the graph, or search for one, to see what is known of it and why each of its links is
        there.
      </p>
      <ReviewSummary />
      {/* The rules wait for what is on the screen first. */}
      {report !== undefined && <PostureSection revision={summary} />}
      <section className="details__section">
        <h4>Completeness</h4>
        {report === undefined ? <p role="status">Looking through the documents…</p> : <Completeness report={report} />}
        <Button
          className="button button--small overview__button"
          onPress={() => runAction(workbench, 'toggle-problems')}
        >
          Problems and coverage
        </Button>
      </section>
      <section className="details__section">
        <h4>
          Resources <span className="count">{summary.resources.toLocaleString('en')}</span>
        </h4>
        <ul className="kind-counts">
          {facets.kinds.map(({ value, title, total }) => (
            <li key={value}>
              {isKindId(value) && <KindGlyph kind={value} size={20} />}
              <span>{title}</span>
              <span className="muted">{total.toLocaleString('en')}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="details__section">
        <h4>
          Files <span className="count">{summary.files.length.toLocaleString('en')}</span>
        </h4>
        <ul className="origins">
          {summary.files.slice(0, FILES).map((file) => (
            <li key={file}>
              <code>{file}</code>
            </li>
          ))}
        </ul>
        {summary.files.length > FILES && (
          <p className="muted">and {(summary.files.length - FILES).toLocaleString('en')} more</p>
        )}
      </section>
    </div>
  );
}

function Completeness({ report }: { readonly report: CoverageReport }): React.JSX.Element {
  const missing = report.referenced.reduce((sum, { count }) => sum + count, 0);
  return (
    <dl className="facts">
      <div className="fact">
        <dt>Not collected</dt>
        <dd>{formatCount(missing, 'resource')} named by others</dd>
      </div>
      <div className="fact">
        <dt>Unresolved</dt>
        <dd>{formatCount(report.unresolved.length + (report.beyond?.unresolved ?? 0), 'name')}</dd>
      </div>
      <div className="fact">
        <dt>Unclaimed</dt>
        <dd>
          {formatCount(report.unclaimed.length + (report.beyond?.unclaimed ?? 0), 'reference')} no link rule reads
        </dd>
      </div>
      <div className="fact">
        <dt>Problems</dt>
        <dd>{formatCount(report.problems.length, 'problem')}</dd>
      </div>
    </dl>
  );
}
