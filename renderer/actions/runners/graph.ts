import type { GRAPH_ACTIONS } from '../../../shared/actions/menus/graph.ts';
import type { ViewSpec } from '../../../shared/graph/view.ts';
import type { Workbench } from '../../state/workbench.ts';
import type { Runners } from './runner.ts';

export const GRAPH_RUNNERS: Runners<keyof typeof GRAPH_ACTIONS> = {
  'graph-fit': ({ graph }) => graph.current?.fit(),
  'graph-fit-selection': ({ graph }) => graph.current?.fitSelection(),
  'graph-zoom-reset': ({ graph }) => graph.current?.zoomReset(),
  'graph-zoom-in': ({ graph }) => graph.current?.zoomIn(),
  'graph-zoom-out': ({ graph }) => graph.current?.zoomOut(),
  'layout-columns': (workbench) => arrange(workbench, 'columns', 'Arrange in columns'),
  'layout-organic': (workbench) => arrange(workbench, 'organic', 'Arrange by force'),
  'layout-concentric': (workbench) => {
    const { ids } = workbench.selection.getState().trail.here;
    return arrange(workbench, 'concentric', 'Arrange in circles', ids);
  },
  rearrange: async ({ view, graph }) => {
    if (await view.getState().rearrange('Rearrange')) graph.current?.fit();
  },
};

function arrange(
  { view, graph }: Workbench,
  layout: ViewSpec['layout'],
  name: string,
  centre?: readonly string[],
): Promise<void> {
  return view
    .getState()
    .rearrange(name, ({ centre: _before, ...spec }) => ({
      ...spec,
      layout,
      ...(centre === undefined ? {} : { centre }),
    }))
    .then((shown) => {
      if (shown) graph.current?.fit();
    });
}
