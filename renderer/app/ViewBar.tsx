import {
  Columns3,
  ListTree,
  Map as MapIcon,
  Maximize,
  Scan,
  Share2,
  Table2,
  Target,
  UsersRound,
  Workflow,
  X,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import { Button } from 'react-aria-components';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { runAction } from '../actions/run-action.ts';
import { timeText } from '../state/listing/timeline-operations.ts';
import { isFiltered, showWhole } from '../state/view/view-changes.ts';
import { ActionButton } from '../controls/ActionButton.tsx';
import { ArrangeMenus } from './ArrangeMenus.tsx';
import { HiddenRisksButton } from './HiddenRisksButton.tsx';
import { StopArranging } from './StopArranging.tsx';
import { leftTexts, offersTable, narrowedText, shownText, VIEW_BAR_ID } from '../state/view/view-summary.ts';

const ICON = 16;

/** How much of the inventory is drawn and why not all, layout, zoom. */
export function ViewBar(): React.JSX.Element {
  const workbench = useWorkbench();
  const view = useShared('view', (state) => state.laidOut?.view);
  const spec = useShared('view', (state) => state.history.present.state.spec);
  const pending = useShared('view', (state) => state.pending);
  const narrowed = narrowedText(spec);
  return (
    <div id={VIEW_BAR_ID} className="view-bar" role="toolbar" aria-label="View">
      <div className="view-bar__shown" aria-busy={pending}>
        {view !== undefined && (
          <>
            <strong>{shownText(view)}</strong>
            <span className="muted truncate view-bar__left" title={leftTexts(view).join(', ')}>
              {leftTexts(view).join(' · ')}
            </span>
          </>
        )}
        <HiddenRisksButton />
        {narrowed !== undefined && (
          <span className="chip chip--info view-bar__narrowed" title={narrowed}>
            <span className="truncate">{narrowed}</span>
            <Button
              className="chip__close"
              aria-label="Back to the whole inventory"
              onPress={() =>
                workbench.run(() => workbench.view.getState().change('Back to the whole inventory', showWhole))
              }
            >
              <X size={12} aria-hidden />
            </Button>
          </span>
        )}
        {spec.time !== undefined && (
          <span className="chip chip--info view-bar__narrowed" title={`Jobs ${timeText(spec.time)} (UTC)`}>
            <span className="truncate">Time: {timeText(spec.time)}</span>
            <Button
              className="chip__close"
              aria-label="Jobs of any time"
              onPress={() => runAction(workbench, 'any-time')}
            >
              <X size={12} aria-hidden />
            </Button>
          </span>
        )}
        {isFiltered(spec) && (
          <Button className="button button--small" onPress={() => runAction(workbench, 'show-all')}>
            Show all
          </Button>
        )}
      </div>
      <StopArranging />
      {offersTable(view, spec) && (
        <Button
          className="button button--small"
          onPress={() => runAction(workbench, 'toggle-table')}
          aria-label="Open as a table: more resources than the graph can show well"
        >
          Too many to draw: open as a table
        </Button>
      )}
      <ActionButton action="toggle-table" icon={<Table2 size={ICON} aria-hidden />} />
      <ActionButton action="toggle-tree" icon={<ListTree size={ICON} aria-hidden />} />
      <ActionButton action="toggle-access" icon={<UsersRound size={ICON} aria-hidden />} />
      <div className="top-bar__group view-bar__layout" role="group" aria-label="Layout">
        <ActionButton action="layout-columns" icon={<Columns3 size={ICON} aria-hidden />} />
        <ActionButton action="layout-layered" icon={<Workflow size={ICON} aria-hidden />} />
        <ActionButton action="layout-organic" icon={<Share2 size={ICON} aria-hidden />} />
        <ActionButton action="layout-concentric" icon={<Target size={ICON} aria-hidden />} />
        <ArrangeMenus />
      </div>
      <div className="top-bar__group view-bar__zoom" role="group" aria-label="Zoom">
        <ActionButton action="graph-zoom-out" icon={<ZoomOut size={ICON} aria-hidden />} />
        <ActionButton action="graph-zoom-in" icon={<ZoomIn size={ICON} aria-hidden />} />
        <ActionButton action="graph-fit-selection" icon={<Scan size={ICON} aria-hidden />} />
        <ActionButton action="graph-fit" icon={<Maximize size={ICON} aria-hidden />} />
        <ActionButton
          action="toggle-minimap"
          label="Minimap, while part of the graph is out of sight"
          icon={<MapIcon size={ICON} aria-hidden />}
        />
      </div>
    </div>
  );
}
