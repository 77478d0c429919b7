import { describe, expect, it } from 'vitest';
import { hitsDisplayOf } from '../../../../renderer/state/search/query-operations.ts';
import { showAs, showOnly } from '../../../../renderer/state/view/view-changes.ts';
import { INITIAL_VIEW } from '../../../../shared/graph/view.ts';
import { nodeId } from '../../../tools/make-graph.ts';

const ids = [nodeId('a'), nodeId('b')];
const picked = { query: 'kind:job', ids };
const only = showOnly(INITIAL_VIEW, ids);

describe('hitsDisplayOf()', () => {
  it('tells how the hits of the query are shown', () => {
    expect(hitsDisplayOf(INITIAL_VIEW, undefined, 'kind:job')).toBe('marked');
    expect(hitsDisplayOf(only, picked, 'kind:job')).toBe('only');
    expect(hitsDisplayOf(showAs(only, 'table'), picked, 'kind:job')).toBe('table');
    expect(hitsDisplayOf(showAs(only, 'tree'), picked, 'kind:job')).toBe('tree');
  });

  it('does not take the hits of another query, or resources picked in another way, for them', () => {
    expect(hitsDisplayOf(only, picked, 'kind:job state:failed')).toBeUndefined();
    expect(hitsDisplayOf(showOnly(INITIAL_VIEW, [nodeId('a')]), picked, 'kind:job')).toBeUndefined();
  });
});
