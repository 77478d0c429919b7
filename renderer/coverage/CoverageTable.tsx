import { kindById } from '../../shared/kinds/index.ts';
import type { CoverageRow } from '../../shared/inventory/inventory.ts';
import { Chip, type ChipTone } from '../ui/Chip.tsx';

const STATUS: Readonly<Record<CoverageRow['status'], { readonly words: string; readonly tone: ChipTone }>> = {
  read: { words: 'read', tone: 'ok' },
  denied: { words: 'no permission', tone: 'error' },
  disabled: { words: 'API is off', tone: 'warning' },
  'not-found': { words: 'not found', tone: 'warning' },
  limited: { words: 'only a part', tone: 'warning' },
  cancelled: { words: 'cancelled', tone: 'warning' },
  skipped: { words: 'not asked for', tone: 'neutral' },
  'not-offered': { words: 'not offered there', tone: 'neutral' },
  timeout: { words: 'no answer in time', tone: 'warning' },
  failed: { words: 'failed', tone: 'error' },
  external: { words: 'not yours to read', tone: 'neutral' },
};

/** Rows listed; a report of more is for the copied text. */
const MOST = 500;

/** What became of reading each kind in each place. A place that could not be read is never shown as empty. */
export function CoverageTable({ coverage }: { readonly coverage: readonly CoverageRow[] }): React.JSX.Element {
  if (coverage.length === 0) {
    return (
      <p className="report__none">
        These files do not say what was asked for and not given: what they lack may exist all the same.
      </p>
    );
  }
  return (
    // A region that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="coverage scrolls" role="region" aria-label="Coverage" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Project</th>
            <th scope="col">Location</th>
            <th scope="col">Kind</th>
            <th scope="col">Result</th>
            <th scope="col">Read</th>
            <th scope="col">What was said</th>
          </tr>
        </thead>
        <tbody>
          {coverage.slice(0, MOST).map(({ project, location, kind, status, count, error }) => (
            <tr key={`${project} ${location} ${kind}`}>
              <td>{project}</td>
              <td>{location}</td>
              <td>{kindById(kind).plural}</td>
              <td>
                <Chip tone={STATUS[status].tone}>{STATUS[status].words}</Chip>
              </td>
              <td className="coverage__count">
                {status === 'read' || count > 0 ? count.toLocaleString('en') : 'unknown'}
              </td>
              <td>{error}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {coverage.length > MOST && (
        <p className="muted">
          and {(coverage.length - MOST).toLocaleString('en')} more; all of them are in the copied report
        </p>
      )}
    </div>
  );
}
