import type { GRAPH_ACTIONS } from '../../../shared/actions/menus/graph.ts';
import {
  arrange,
  groupBy,
  rearrange,
  setAllAreas,
  setSpacing,
  stopArranging,
  toggleSelectedPins,
  unpinEverything,
} from '../../state/view/arrange-operations.ts';
import type { Runners } from './runner.ts';

export const GRAPH_RUNNERS: Runners<keyof typeof GRAPH_ACTIONS> = {
  'graph-fit': ({ graph }) => graph.current?.fit(),
  'graph-fit-selection': ({ graph }) => graph.current?.fitSelection(),
  'graph-zoom-reset': ({ graph }) => graph.current?.zoomReset(),
  'graph-zoom-in': ({ graph }) => graph.current?.zoomIn(),
  'graph-zoom-out': ({ graph }) => graph.current?.zoomOut(),
  'toggle-minimap': ({ canvas, notices }) => {
    canvas.getState().toggleMinimap();
    notices.getState().announce(canvas.getState().minimap ? 'The minimap is on.' : 'The minimap is off.');
  },
  'layout-columns': (workbench) => arrange(workbench, 'columns', 'Arrange in columns'),
  'layout-layered': (workbench) => arrange(workbench, 'layered', 'Arrange in layers'),
  'layout-organic': (workbench) => arrange(workbench, 'organic', 'Arrange by force'),
  'layout-concentric': (workbench) => {
    const { ids } = workbench.selection.getState().trail.here;
    return arrange(workbench, 'concentric', 'Arrange in circles', ids);
  },
  'spacing-compact': (workbench) => setSpacing(workbench, 'compact', 'Space closely'),
  'spacing-normal': (workbench) => setSpacing(workbench, undefined, 'Space as usual'),
  'spacing-wide': (workbench) => setSpacing(workbench, 'wide', 'Space widely'),
  'group-links': (workbench) => groupBy(workbench, undefined),
  'group-project': (workbench) => groupBy(workbench, { by: 'project' }),
  'group-location': (workbench) => groupBy(workbench, { by: 'location' }),
  'group-launcher': (workbench) => groupBy(workbench, { by: 'launcher' }),
  'group-label': ({ dialogs }) => dialogs.getState().open({ type: 'group-label' }),
  'fold-areas': (workbench) => setAllAreas(workbench, 'folded'),
  'unfold-areas': (workbench) => setAllAreas(workbench, 'open'),
  rearrange: (workbench) => rearrange(workbench, 'Rearrange'),
  'stop-arranging': stopArranging,
  pin: toggleSelectedPins,
  'unpin-all': unpinEverything,
};
