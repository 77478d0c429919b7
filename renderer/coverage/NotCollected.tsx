import { kindById } from '../../shared/kinds/index.ts';
import { KindGlyph } from '../graph/KindGlyph.tsx';
import type { CoverageReport } from '../inventory/worker/protocol/protocol.ts';
import { ReportRows } from './ReportRows.tsx';
import { unresolvedRows } from './report-rows.ts';

/** Resources that documents name and that are not in the inventory, and names that could not be read. */
export function NotCollected({ report }: { readonly report: CoverageReport }): React.JSX.Element {
  const { referenced } = report;
  return (
    <div className="not-collected">
      <section className="scrolls" aria-label="Not collected">
        <h3>Not collected, but named by others</h3>
        {referenced.length === 0 ? (
          <p className="muted">Every resource that is named is in the inventory.</p>
        ) : (
          <ul className="kind-counts">
            {referenced.map(({ kind, count }) => (
              <li key={kind}>
                <KindGlyph kind={kind} state="referenced" size={20} />
                <span>{count === 1 ? kindById(kind).title : kindById(kind).plural}</span>
                <span className="muted">{count.toLocaleString('en')}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="not-collected__unresolved" aria-label="Unresolved">
        <h3>Unresolved</h3>
        <ReportRows label="Unresolved" rows={unresolvedRows(report)} none="Every name fits a known form." />
      </section>
    </div>
  );
}
