import { useShared } from '../state/use-workbench.ts';
import { RunList } from './RunList.tsx';
import { TemplateList } from './TemplateList.tsx';
import './runs.css';

/** The runs of one template with what changed between them, or the templates there are. `revision` tells inventories apart. */
export function RunsPane({ revision }: { readonly revision: object }): React.JSX.Element {
  const of = useShared('runs', (state) => state.of);
  return of === undefined ? <TemplateList revision={revision} /> : <RunList key={of} of={of} revision={revision} />;
}
