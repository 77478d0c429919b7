import type { Graph } from '../../graph/graph.ts';
import type { ReviewedResources } from '../../review/reviewed-resources.ts';
import type { SearchIndex } from '../search-index.ts';
import type { Column } from './columns.ts';
import type { ValueField } from './fields.ts';
import type { FindingLookup } from './finding-words.ts';
import type { Network } from './network.ts';

/** What queries are asked of. Node numbers are those of the search index. */
export interface Estate {
  readonly graph: Graph;
  readonly index: SearchIndex;
  readonly network: Network;
  /** All values of a field; read once. */
  readonly column: (field: ValueField) => Column;
  readonly findings?: FindingLookup;
  /** What reviewers made of resources by now. */
  readonly reviewed: () => ReviewedResources;
}
