import type { NodeState } from '../../graph/graph.ts';
import type { KindId } from '../../kinds/index.ts';
import type { Confidence, RelationId } from '../../kinds/kind.ts';
import type { ValueField } from './fields.ts';
import type { Walk } from './grammar.ts';
import type { Span, Term } from './syntax.ts';
import type { ValueTest } from './values.ts';

/** Links that count; absent: all. */
export interface LinkFilter {
  readonly relations?: ReadonlySet<RelationId>;
  readonly confidences?: ReadonlySet<Confidence>;
}

/** A thing `has:` asks for. */
export type Possession =
  | { readonly type: 'relations'; readonly relations: ReadonlySet<RelationId> }
  | { readonly type: 'target'; readonly kinds: ReadonlySet<KindId> }
  | { readonly type: 'value'; readonly field: ValueField }
  | { readonly type: 'finding' };

/** A query whose names are understood: what is to be evaluated. */
export type Plan = Span &
  (
    | { readonly type: 'all' | 'any'; readonly items: readonly Plan[] }
    | { readonly type: 'not'; readonly item: Plan }
    | { readonly type: 'text'; readonly term: Term }
    | { readonly type: 'kind'; readonly kinds: ReadonlySet<KindId> }
    | { readonly type: 'collected'; readonly state: NodeState }
    | { readonly type: 'id'; readonly term: Term; readonly isOther: boolean }
    | { readonly type: 'value'; readonly field: ValueField; readonly test: ValueTest }
    | {
        /** Names a resource that fits: by any relation to one of a kind, or by one relation to one of any kind. */
        readonly type: 'target';
        readonly kind?: KindId;
        readonly relation?: RelationId;
        readonly term: Term;
        readonly isOther: boolean;
      }
    | {
        readonly type: 'walk';
        readonly walk: Walk;
        readonly query: Plan;
        readonly hops: number;
        readonly links: LinkFilter;
      }
    | { readonly type: 'takes-part'; readonly links: LinkFilter }
    | { readonly type: 'has'; readonly what: Possession }
    | { readonly type: 'shared-by'; readonly test: ValueTest; readonly links: LinkFilter }
    | { readonly type: 'crosses'; readonly what: 'project' | 'location'; readonly links: LinkFilter }
    | { readonly type: 'finding'; readonly term: Term; readonly isOther: boolean }
  );

/** A part of a plan that is asked of each resource. */
export type Clause = Exclude<Plan, { readonly type: 'all' | 'any' | 'not' }>;
