import type { VIEW_ACTIONS } from '../../../shared/actions/menus/view.ts';
import { filterByTime } from '../../state/listing/timeline-operations.ts';
import { INITIAL_VIEW } from '../../../shared/graph/view.ts';
import { switchDisplay } from '../../state/listing/table-operations.ts';
import { clearFilters, foldAll, toggleAccess } from '../../state/view/view-changes.ts';
import type { Runners } from './runner.ts';

export const VIEW_RUNNERS: Runners<keyof typeof VIEW_ACTIONS> = {
  'toggle-table': (workbench) => switchDisplay(workbench, 'table'),
  'toggle-tree': (workbench) => switchDisplay(workbench, 'tree'),
  'toggle-access': async ({ view, notices }) => {
    const isOn = view.getState().history.present.state.spec.access === true;
    if (await view.getState().change(isOn ? 'Hide access' : 'Show access', toggleAccess)) {
      notices.getState().announce(isOn ? 'Access is hidden.' : 'Access is shown.');
    }
  },
  'toggle-badges': ({ findings, notices }) => {
    const { badges, setBadges } = findings.getState();
    setBadges(!badges);
    notices.getState().announce(badges ? 'Cards show no findings.' : 'Cards show their findings.');
  },
  'toggle-filters': ({ panes }) => panes.getState().toggle('filters'),
  'toggle-details': ({ panes }) => panes.getState().toggle('details'),
  'toggle-problems': ({ panes }) => panes.getState().toggle('problems'),
  'toggle-findings': ({ panes }) => panes.getState().toggle('findings'),
  'toggle-runs': ({ panes }) => panes.getState().toggle('runs'),
  'toggle-timeline': ({ panes }) => panes.getState().toggle('timeline'),
  'any-time': (workbench) => filterByTime(workbench, undefined),
  'show-all': ({ view }) => view.getState().change('Show all', clearFilters),
  'first-view': async ({ view, graph }) => {
    if (await view.getState().rearrange('Begin with the first view again', () => INITIAL_VIEW)) graph.current?.fit();
  },
  'fold-all': ({ view }) => view.getState().change('Fold again', foldAll),
};
