import { describe, expect, it } from 'vitest';
import {
  createViewPacker,
  createViewUnpacker,
} from '../../../../../../renderer/inventory/worker/protocol/packed-view.ts';
import type { LaidOutView } from '../../../../../../renderer/inventory/worker/protocol/packed-view.ts';
import { deriveGraph } from '../../../../../../shared/graph/derive-graph.ts';
import type { NodeId } from '../../../../../../shared/graph/graph.ts';
import { INITIAL_VIEW, type View, type ViewNode } from '../../../../../../shared/graph/view.ts';
import { createViewBuilder } from '../../../../../../shared/graph/view/build-view.ts';
import { createInventoryReader } from '../../../../../../shared/inventory/reader.ts';
import { asGcloudListing, generateInventory } from '../../../../../tools/generate-inventory.ts';

function viewsOf(jobs: number): ReturnType<typeof createViewBuilder> {
  const reader = createInventoryReader();
  reader.beginFile('jobs.json');
  reader.push(new TextEncoder().encode(asGcloudListing(generateInventory({ jobs }))));
  reader.endFile();
  return createViewBuilder(deriveGraph(reader.finish()), new Map());
}

function laidOut(view: View): LaidOutView {
  const positions = Object.fromEntries(view.nodes.map(({ id }, index) => [id, { x: index * 10.5, y: -index }]));
  return { view, positions };
}

function fold(...members: readonly string[]): View {
  const node: ViewNode = {
    id: 'group:1',
    kind: 'gcp-storage-bucket',
    state: 'present',
    title: 'buckets',
    subtitle: '',
    members: members as readonly NodeId[],
    hiddenLinks: 0,
    attention: 0,
  };
  return { nodes: [node], edges: [], shown: members.length, total: 9, left: [] };
}

describe('a packed view', () => {
  it('is the same view when it is unpacked, but for what only the worker needs', () => {
    const { undrawn: _undrawn, ...view } = viewsOf(600)(INITIAL_VIEW);
    const sent = { ...laidOut(view), news: { [view.nodes[0]?.id ?? '']: 'added' as const } };
    const packed = createViewPacker()({ ...sent, view: { ...view, undrawn: [] } });
    expect(view.edges.length).toBeGreaterThan(100);
    expect(createViewUnpacker()(structuredClone(packed))).toStrictEqual(sent);
  });

  it('says where the cards of areas would stand, and with them comes back as it was', () => {
    const { undrawn: _undrawn, ...view } = viewsOf(60)({ ...INITIAL_VIEW, groupBy: { by: 'project' } });
    const sent = laidOut(view);
    const cards = Object.fromEntries((view.areas ?? []).map(({ id }, index) => [id, { x: index, y: 7 }]));
    const positions = { ...sent.positions, ...cards };
    expect(Object.keys(cards).length).toBeGreaterThan(1);
    const packed = createViewPacker()({ view, positions: { ...positions, 'not drawn': { x: 0, y: 0 } } });
    expect(createViewUnpacker()(structuredClone(packed))).toStrictEqual({ view, positions });
  });

  it('has members of folds only when they changed', () => {
    const build = viewsOf(600);
    const [pack, unpack] = [createViewPacker(), createViewUnpacker()];
    unpack(structuredClone(pack(laidOut(build(INITIAL_VIEW)))));
    const view = build({ ...INITIAL_VIEW, limit: 300 });
    const packed = pack(laidOut(view));
    expect([Object.keys(packed.members), packed.unchanged.length > 3]).toStrictEqual([[], true]);
    expect(unpack(structuredClone(packed)).view.nodes).toStrictEqual(view.nodes);
  });

  it('has the name of a member once, whichever folds it is in', () => {
    const [pack, unpack] = [createViewPacker(), createViewUnpacker()];
    const packed = [fold('a', 'b'), fold('c', 'b'), fold('b')].map((view) => structuredClone(pack(laidOut(view))));
    expect(packed.map(({ names }) => names)).toStrictEqual(['a\nb', 'c', []]);
    expect(packed.map((each) => unpack(each).view.nodes[0]?.members)).toStrictEqual([['a', 'b'], ['c', 'b'], ['b']]);
  });

  it('forgets the names of an inventory that was closed', () => {
    const [pack, unpack] = [createViewPacker(), createViewUnpacker()];
    const large = fold(...Array.from({ length: 10_010 }, (_, index) => `old-${index}`));
    const packed = [large, fold('a', 'b'), fold('a')].map((view) => structuredClone(pack(laidOut(view))));
    expect(packed.map(({ isAnew }) => isAnew)).toStrictEqual([false, true, false]);
    expect(packed.map((each) => unpack(each).view.nodes[0]?.members?.slice(0, 2))).toStrictEqual([
      ['old-0', 'old-1'],
      ['a', 'b'],
      ['a'],
    ]);
  });

  it('sends members again after they changed, whatever is in their names', () => {
    const [pack, unpack] = [createViewPacker(), createViewUnpacker()];
    const members = [fold('a', 'b'), fold('a'), fold('two\nlines', 'b')].map(
      (view) => unpack(structuredClone(pack(laidOut(view)))).view.nodes[0]?.members,
    );
    expect(members).toStrictEqual([['a', 'b'], ['a'], ['two\nlines', 'b']]);
  });
});
