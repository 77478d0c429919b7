import {
  ArrowLeft,
  ArrowRight,
  ChartNoAxesColumn,
  EllipsisVertical,
  ListFilter,
  PanelRight,
  ShieldAlert,
  Redo2,
  TriangleAlert,
  Undo2,
} from 'lucide-react';
import { Button, MenuTrigger } from 'react-aria-components';
import { SearchBox } from '../search/SearchBox.tsx';
import { LineageMark } from '../start/LineageMark.tsx';
import { MENUS, withSeparators } from '../../shared/actions/actions.ts';
import { formatCount } from '../state/format.ts';
import type { Session } from '../state/session-store.ts';
import { nextRedo, nextUndo } from '../state/view/undo-operations.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { ActionButton } from '../controls/ActionButton.tsx';
import { ActionMenu } from './ActionMenu.tsx';

const ICON = 18;

/** What has no button of its own in the window. */
const MORE = withSeparators(MENUS.filter(({ id }) => id === 'file' || id === 'help').flatMap(({ actions }) => actions));

/** What is open, undo and back, search, and which panes are shown. */
export function TopBar({ open }: { readonly open: Extract<Session, { phase: 'open' }> }): React.JSX.Element {
  const workbench = useWorkbench();
  useShared('view', (state) => state.history);
  useShared('review', (state) => state.history);
  const { report, title } = open;
  const undo = nextUndo(workbench)?.name;
  const redo = nextRedo(workbench)?.name;
  const problems = report?.problems.length ?? 0;
  return (
    <header className="top-bar">
      <div className="top-bar__title">
        <LineageMark size={24} />
        <h1 className="truncate">{title}</h1>
      </div>
      <div className="top-bar__group" role="group" aria-label="History">
        <ActionButton action="back" icon={<ArrowLeft size={ICON} aria-hidden />} />
        <ActionButton action="forward" icon={<ArrowRight size={ICON} aria-hidden />} />
        <ActionButton
          action="undo"
          icon={<Undo2 size={ICON} aria-hidden />}
          {...(undo === undefined ? {} : { label: `Undo: ${undo}` })}
        />
        <ActionButton
          action="redo"
          icon={<Redo2 size={ICON} aria-hidden />}
          {...(redo === undefined ? {} : { label: `Redo: ${redo}` })}
        />
      </div>
      <SearchBox />
      <div className="top-bar__group" role="group" aria-label="Panes">
        <ActionButton action="toggle-filters" icon={<ListFilter size={ICON} aria-hidden />} />
        <ActionButton action="toggle-timeline" icon={<ChartNoAxesColumn size={ICON} aria-hidden />} />
        <ActionButton action="toggle-findings" icon={<ShieldAlert size={ICON} aria-hidden />} />
        <span className="top-bar__problems">
          <ActionButton
            action="toggle-problems"
            label={
              problems === 0 ? 'Problems and coverage' : `Problems and coverage, ${formatCount(problems, 'problem')}`
            }
            icon={<TriangleAlert size={ICON} aria-hidden />}
          />
          {problems > 0 && (
            <span className="top-bar__badge" aria-hidden>
              {problems > 99 ? '99+' : problems}
            </span>
          )}
        </span>
        <ActionButton action="toggle-details" icon={<PanelRight size={ICON} aria-hidden />} />
        <MenuTrigger>
          <Button className="icon-button" aria-label="More">
            <EllipsisVertical size={ICON} aria-hidden />
          </Button>
          <ActionMenu label="More" items={MORE} />
        </MenuTrigger>
      </div>
    </header>
  );
}
