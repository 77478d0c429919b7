import { useShared } from '../state/use-workbench.ts';

/** Says to screen readers what changed on the screen without moving the focus. */
export function LiveRegion(): React.JSX.Element {
  const { text, count } = useShared('notices', (state) => state.announcement);
  return (
    <div className="visually-hidden" role="status" aria-live="polite" aria-label="Announcements">
      <span key={count}>{text}</span>
    </div>
  );
}
