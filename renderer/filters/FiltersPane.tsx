import { type ReactNode, useMemo } from 'react';
import { isKindId } from '../../shared/kinds/index.ts';
import type { RelationId } from '../../shared/kinds/kind.ts';
import { RELATIONS } from '../../shared/links/relations.ts';
import { kindWord } from '../../shared/search/query/kind-words.ts';
import { KindGlyph } from '../graph/KindGlyph.tsx';
import { conditionSign, confidenceSign, flowSign, markSign, relationSign, stateSign } from '../graph/legend-signs.tsx';
import { Legend } from '../graph/Legend.tsx';
import type { Facets } from '../inventory/worker/protocol/facets-protocol.ts';
import { useShared } from '../state/use-workbench.ts';
import { Later } from '../ui/Later.tsx';
import { FacetSection } from './FacetSection.tsx';
import { QuerySection } from './QuerySection.tsx';
import { useShownCounts } from './useShownCounts.ts';
import './filters.css';

function kindSign(value: string): ReactNode {
  return isKindId(value) ? <KindGlyph kind={value} size={20} /> : null;
}

function wordOfKind(value: string): string | undefined {
  return isKindId(value) ? kindWord(value) : undefined;
}

/** Links that tell who may do what are drawn only where access is asked for. */
function isAccessRelation(value: string): boolean {
  return Object.hasOwn(RELATIONS, value) && RELATIONS[value as RelationId].layer === 'access';
}

/** Filters that are the legend too: every kind, state, mark and link with its sign, and how many of all are drawn. */
export function FiltersPane({ facets }: { readonly facets: Facets }): React.JSX.Element {
  const counts = useShownCounts();
  const isAccess = useShared('view', (state) => state.history.present.state.spec.access === true);
  const relations = useMemo(
    () => facets.relations.filter(({ value }) => isAccess || !isAccessRelation(value)),
    [facets, isAccess],
  );
  const count = facets.states.reduce((sum, { total }) => sum + total, 0);
  return (
    <div className="filters scrolls">
      <Later frames={1}>
        <FacetSection
          facet="kinds"
          title="Kind"
          values={facets.kinds}
          counts={counts?.kinds}
          renderSign={kindSign}
          field="kind"
          wordOf={wordOfKind}
          first={30}
        />
      </Later>
      <Later frames={2}>
        <FacetSection
          facet="conditions"
          title="Reported state"
          values={facets.conditions}
          counts={counts?.conditions}
          renderSign={conditionSign}
        />
        <FacetSection
          facet="states"
          title="Collected or not"
          values={facets.states}
          counts={counts?.states}
          renderSign={stateSign}
          field="state"
        />
        {facets.marks.length > 1 && (
          <FacetSection
            facet="marks"
            title="Marks"
            values={facets.marks}
            counts={counts?.marks}
            renderSign={markSign}
          />
        )}
      </Later>
      <Later frames={3}>
        <FacetSection
          facet="projects"
          title="Project"
          values={facets.projects}
          counts={counts?.projects}
          field="project"
        />
        <FacetSection
          facet="locations"
          title="Location"
          values={facets.locations}
          counts={counts?.locations}
          field="location"
        />
      </Later>
      <Later frames={4}>
        <FacetSection
          facet="relations"
          title="Links"
          values={relations}
          counts={counts?.relations}
          renderSign={relationSign}
        />
        <FacetSection
          facet="flows"
          title="Flow over links"
          values={facets.flows}
          counts={counts?.flows}
          renderSign={flowSign}
        />
        <FacetSection
          facet="confidences"
          title="Certainty of links"
          values={facets.confidences}
          counts={counts?.confidences}
          renderSign={confidenceSign}
        />
      </Later>
      <Later frames={5}>
        <QuerySection count={count} />
      </Later>
      <section className="facet" aria-label="Other signs">
        <div className="facet__head">
          <h3>Other signs</h3>
        </div>
        <Legend />
      </section>
    </div>
  );
}
