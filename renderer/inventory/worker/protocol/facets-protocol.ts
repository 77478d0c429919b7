/** One value of a facet with counts. */
export interface FacetValue {
  readonly value: string;
  readonly title: string;
  /** Nodes of the inventory with this value. */
  readonly total: number;
}

export interface Facets {
  readonly kinds: readonly FacetValue[];
  readonly states: readonly FacetValue[];
  readonly projects: readonly FacetValue[];
  readonly locations: readonly FacetValue[];
  readonly conditions: readonly FacetValue[];
  readonly marks: readonly FacetValue[];
  /** Of links. */
  readonly relations: readonly FacetValue[];
  readonly confidences: readonly FacetValue[];
  readonly flows: readonly FacetValue[];
}
