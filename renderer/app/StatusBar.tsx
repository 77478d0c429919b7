import { RuntimeMark } from '../start/RuntimeMark.tsx';
import { formatCount, formatTime } from '../state/format.ts';
import type { Session } from '../state/session-store.ts';

/** The lower edge of the window: how much is open, how old it is, and which runtime shows it. */
export function StatusBar({ open }: { readonly open: Extract<Session, { phase: 'open' }> }): React.JSX.Element {
  const { summary, partial } = open;
  const created = summary.createdTime === undefined ? undefined : formatTime(summary.createdTime);
  return (
    <footer className="status-bar">
      <span className="truncate">
        {partial ? 'At least ' : ''}
        {formatCount(summary.jobs, 'job')} · {formatCount(summary.resources, 'resource')} ·{' '}
        {formatCount(summary.links, 'link')} · from {formatCount(summary.files.length, 'file')}
        {created !== undefined && ` · snapshot of ${created.utc}`}
      </span>
      <RuntimeMark />
    </footer>
  );
}
