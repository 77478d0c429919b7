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
import { FacetSection, type FacetSectionProps } from './FacetSection.tsx';
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

type Section = Pick<FacetSectionProps, 'facet' | 'title' | 'renderSign' | 'field' | 'wordOf' | 'first'>;

/** The facets in their order; those of one list are put into the page in one frame. */
const SECTIONS: readonly (readonly Section[])[] = [
  [{ facet: 'kinds', title: 'Kind', renderSign: kindSign, field: 'kind', wordOf: wordOfKind, first: 30 }],
  [
    { facet: 'conditions', title: 'Reported state', renderSign: conditionSign },
    { facet: 'states', title: 'Collected or not', renderSign: stateSign, field: 'state' },
    { facet: 'marks', title: 'Marks', renderSign: markSign },
  ],
  [
    { facet: 'projects', title: 'Project', field: 'project' },
    { facet: 'locations', title: 'Location', field: 'location' },
  ],
  [
    { facet: 'relations', title: 'Links', renderSign: relationSign },
    { facet: 'flows', title: 'Flow over links', renderSign: flowSign },
    { facet: 'confidences', title: 'Certainty of links', renderSign: confidenceSign },
  ],
];

/** The facets to filter by: links of access only where they are drawn, marks only where there is a choice. */
function offered(facets: Facets, isAccess: boolean): Facets {
  const relations = facets.relations.filter(({ value }) => isAccess || !isAccessRelation(value));
  return { ...facets, relations, marks: facets.marks.length > 1 ? facets.marks : [] };
}

/** Filters that are the legend too: every kind, state, mark and link with its sign, and how many of all are drawn. */
export function FiltersPane({ facets }: { readonly facets: Facets }): React.JSX.Element {
  const counts = useShownCounts();
  const isAccess = useShared('view', (state) => state.history.present.state.spec.access === true);
  const values = useMemo(() => offered(facets, isAccess), [facets, isAccess]);
  const count = facets.states.reduce((sum, { total }) => sum + total, 0);
  return (
    <div className="filters scrolls">
      {SECTIONS.map((sections, at) => (
        <Later key={sections[0]?.facet} frames={at + 1}>
          {sections.map(
            (section) =>
              values[section.facet].length > 0 && (
                <FacetSection
                  key={section.facet}
                  {...section}
                  values={values[section.facet]}
                  counts={counts?.[section.facet]}
                />
              ),
          )}
        </Later>
      ))}
      <Later frames={SECTIONS.length + 1}>
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
