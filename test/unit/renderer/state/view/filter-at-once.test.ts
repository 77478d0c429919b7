import { describe, expect, it } from 'vitest';
import { filterAtOnce } from '../../../../../renderer/state/view/filter-at-once.ts';
import { hideNodes } from '../../../../../renderer/state/view/view-changes.ts';
import { deriveGraph } from '../../../../../shared/graph/derive-graph.ts';
import { createViewBuilder } from '../../../../../shared/graph/view/build-view.ts';
import { INITIAL_VIEW, type ViewSpec } from '../../../../../shared/graph/view.ts';
import { createInventoryReader } from '../../../../../shared/inventory/reader.ts';
import { asGcloudListing, generateInventory } from '../../../../tools/generate-inventory.ts';

function viewsOf(jobs: number): ReturnType<typeof createViewBuilder> {
  const reader = createInventoryReader();
  reader.beginFile('jobs.json');
  reader.push(new TextEncoder().encode(asGcloudListing(generateInventory({ jobs }))));
  reader.endFile();
  return createViewBuilder(deriveGraph(reader.finish()), new Map());
}

const build = viewsOf(60);
const buildFolded = viewsOf(400);

function without(exclude: Partial<ViewSpec['exclude']>): ViewSpec {
  return { ...INITIAL_VIEW, exclude: { ...INITIAL_VIEW.exclude, ...exclude } };
}

describe('filterAtOnce()', () => {
  it.each<Partial<ViewSpec['exclude']>>([
    { kinds: ['gcp-artifact-registry-docker-image'] },
    { kinds: ['gcp-storage-bucket', 'gcp-compute-network'] },
    { states: ['referenced'] },
    { conditions: ['failed'] },
  ])('is the view that the worker makes where nothing is folded: without %j', (exclude) => {
    const spec = without(exclude);
    expect(filterAtOnce(build(INITIAL_VIEW), INITIAL_VIEW, spec)).toStrictEqual(build(spec));
  });

  it('takes links of other sorts away', () => {
    const spec = without({ relations: ['PULLS_IMAGE'] });
    expect(filterAtOnce(build(INITIAL_VIEW), INITIAL_VIEW, spec)?.edges).toStrictEqual(build(spec).edges);
  });

  it('keeps what the worker keeps of folds, at the least', () => {
    const spec = without({ kinds: ['gcp-storage-bucket'], conditions: ['failed'] });
    const shown = filterAtOnce(buildFolded(INITIAL_VIEW), INITIAL_VIEW, spec);
    const kinds = new Set(shown?.nodes.map(({ kind }) => kind));
    expect([kinds.has('gcp-storage-bucket'), kinds.has('gcp-ai-platform-custom-job')]).toStrictEqual([false, true]);
    expect(shown?.shown).toBeGreaterThanOrEqual(buildFolded(spec).shown);
  });

  it('leaves to the worker what only it can tell', () => {
    const spec = without({ kinds: ['gcp-storage-bucket'] });
    const view = build(INITIAL_VIEW);
    expect([
      filterAtOnce(build(spec), spec, INITIAL_VIEW),
      filterAtOnce(view, INITIAL_VIEW, without({ projects: ['northwind-ml-dev'] })),
      filterAtOnce({ ...view, areas: [] }, INITIAL_VIEW, spec),
      filterAtOnce(view, INITIAL_VIEW, hideNodes(spec, [])),
    ]).toStrictEqual([undefined, undefined, undefined, undefined]);
  });
});
