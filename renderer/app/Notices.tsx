import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { ACTIONS } from '../../shared/actions/actions.ts';
import type { Notice } from '../state/notice-store.ts';
import { runAction } from '../actions/run-action.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { IconButton } from '../ui/IconButton.tsx';
import './notices.css';

/** How long a message that needs no action stays. */
const PASSING_MS = 6000;

const ICONS = { info: Info, success: CircleCheck, warning: TriangleAlert, error: CircleAlert } as const;

/** Messages that belong to no pane, at the lower edge of the window. */
export function Notices(): React.JSX.Element {
  const notices = useShared('notices', (state) => state.notices);
  return (
    <section className="notices" aria-label="Messages">
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function NoticeCard({ notice }: { readonly notice: Notice }): React.JSX.Element {
  const workbench = useWorkbench();
  const { id, tone, title, detail, action } = notice;
  const passing = tone === 'success' || (tone === 'info' && action === undefined);
  const Icon = ICONS[tone];
  useEffect(() => {
    if (!passing) return undefined;
    const timer = setTimeout(() => workbench.notices.getState().dismiss(id), PASSING_MS);
    return () => clearTimeout(timer);
  }, [passing, id, workbench]);
  return (
    <div className={`notice notice--${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon size={16} aria-hidden />
      <div className="notice__text">
        <strong>{title}</strong>
        {detail !== undefined && <p>{detail}</p>}
        {action !== undefined && (
          <Button
            className="button button--small"
            onPress={() => {
              workbench.notices.getState().dismiss(id);
              runAction(workbench, action);
            }}
          >
            {ACTIONS[action].title}
          </Button>
        )}
      </div>
      <IconButton
        small
        label="Dismiss"
        icon={<X size={14} aria-hidden />}
        onPress={() => workbench.notices.getState().dismiss(id)}
      />
    </div>
  );
}
