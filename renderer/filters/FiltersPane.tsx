import type { ReactNode } from 'react';
import { isKindId } from '../../shared/kinds/index.ts';
import { kindWord } from '../../shared/search/query/kind-words.ts';
import { KindGlyph } from '../graph/KindGlyph.tsx';
import { Legend } from '../graph/Legend.tsx';
import type { Facets } from '../inventory/worker/facets-protocol.ts';
import { Later } from '../ui/Later.tsx';
import { FacetSection } from './FacetSection.tsx';
import { QuerySection } from './QuerySection.tsx';
import './filters.css';

function kindSign(value: string): ReactNode {
  return isKindId(value) ? <KindGlyph kind={value} size={20} /> : null;
}

function wordOfKind(value: string): string | undefined {
  return isKindId(value) ? kindWord(value) : undefined;
}

/** Filters that are the legend too: every kind with its sign and count; states, projects, locations; what lines mean. */
export function FiltersPane({ facets }: { readonly facets: Facets }): React.JSX.Element {
  const count = facets.states.reduce((sum, { total }) => sum + total, 0);
  return (
    <div className="filters scrolls">
      <Later frames={1}>
        <FacetSection
          facet="kinds"
          title="Kind"
          values={facets.kinds}
          renderSign={kindSign}
          field="kind"
          wordOf={wordOfKind}
          first={30}
        />
      </Later>
      <Later frames={2}>
        <FacetSection facet="states" title="State" values={facets.states} field="state" />
        <FacetSection facet="projects" title="Project" values={facets.projects} field="project" />
      </Later>
      <Later frames={3}>
        <FacetSection facet="locations" title="Location" values={facets.locations} field="location" />
      </Later>
      <Later frames={4}>
        <QuerySection count={count} />
      </Later>
      <section className="facet" aria-label="Legend">
        <div className="facet__head">
          <h3>Legend</h3>
        </div>
        <Legend />
      </section>
    </div>
  );
}
