import { RefreshCw } from 'lucide-react';
import { useMemo } from 'react';
import { collectedProjects } from '../coverage/collected-projects.ts';
import { PostureChip } from '../findings/PostureChip.tsx';
import { RuntimeMark } from '../start/RuntimeMark.tsx';
import { ActionButton } from '../controls/ActionButton.tsx';
import { formatCount, formatTime } from '../state/format.ts';
import type { Session } from '../state/session-store.ts';

/** The lower edge of the window: how much is open, how old it is, and which runtime shows it. */
export function StatusBar({ open }: { readonly open: Extract<Session, { phase: 'open' }> }): React.JSX.Element {
  const { summary, partial, report } = open;
  const origin = useOrigin(open);
  return (
    <footer className="status-bar">
      <span className="truncate">
        {partial ? 'At least ' : ''}
        {formatCount(summary.jobs, 'job')} · {formatCount(summary.resources, 'resource')} ·{' '}
        {formatCount(summary.links, 'link')} · {origin}
      </span>
      {open.source === 'live' && <ActionButton action="refresh" icon={<RefreshCw size={14} aria-hidden />} />}
      {/* The rules wait for what is on the screen first. */}
      {report !== undefined && <PostureChip revision={summary} />}
      <span className="status-bar__space" />
      <RuntimeMark />
    </footer>
  );
}

/** `collected from 3 projects, 14:22 UTC`, or `from 2 files · snapshot of …`. */
function useOrigin({ source, summary, report }: Extract<Session, { phase: 'open' }>): string {
  const projects = useMemo(() => collectedProjects(report?.coverage ?? []).length, [report]);
  const created = summary.createdTime === undefined ? undefined : formatTime(summary.createdTime)?.utc;
  if (source === 'live') {
    const from = projects === 0 ? 'Google Cloud' : formatCount(projects, 'project');
    return `collected from ${from}${created === undefined ? '' : `, ${created.slice(11, 16)} UTC`}`;
  }
  return `from ${formatCount(summary.files.length, 'file')}${created === undefined ? '' : ` · snapshot of ${created}`}`;
}
