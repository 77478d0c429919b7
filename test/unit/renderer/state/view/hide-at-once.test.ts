import { describe, expect, it } from 'vitest';
import { hideAtOnce, sameView } from '../../../../../renderer/state/view/hide-at-once.ts';
import { focusOn, hideNodes } from '../../../../../renderer/state/view/view-changes.ts';
import { deriveGraph } from '../../../../../shared/graph/derive-graph.ts';
import type { NodeId } from '../../../../../shared/graph/graph.ts';
import { INITIAL_VIEW, type ViewSpec } from '../../../../../shared/graph/view.ts';
import { createViewBuilder } from '../../../../../shared/graph/view/build-view.ts';
import { createInventoryReader } from '../../../../../shared/inventory/reader.ts';
import { asGcloudListing, generateInventory } from '../../../../tools/generate-inventory.ts';

const reader = createInventoryReader();
reader.beginFile('jobs.json');
reader.push(new TextEncoder().encode(asGcloudListing(generateInventory({ jobs: 400 }))));
reader.endFile();
const build = createViewBuilder(deriveGraph(reader.finish()), new Map());

const { nodes } = build(INITIAL_VIEW);
const alone = nodes.filter(({ members }) => members === undefined).map(({ id }) => id as NodeId);
const fold = nodes.find(({ members }) => members !== undefined);

/** What is shown at once and what the worker shows, for a change of the first view. */
function both(after: ViewSpec, before = INITIAL_VIEW): readonly unknown[] {
  return [hideAtOnce(build(before), before, after), build(after)];
}

describe('hideAtOnce()', () => {
  it('is the view that the worker makes', () => {
    const [shown, answer] = both(hideNodes(INITIAL_VIEW, alone.slice(0, 3)));
    const { undrawn: _undrawn, ...expected } = answer as { undrawn?: unknown };
    expect(shown).toStrictEqual(expected);
  });

  it('is the view that the worker makes when a node goes that the user had added', () => {
    const before = { ...INITIAL_VIEW, added: alone.slice(0, 2) };
    const [shown, answer] = both(hideNodes(before, alone.slice(1, 2)), before);
    expect(shown).toStrictEqual(answer);
  });

  it('leaves to the worker what only it can tell', () => {
    const hidden = alone.slice(0, 1);
    const member = fold?.members?.slice(0, 1) ?? [];
    const focused = focusOn(INITIAL_VIEW, hidden, 1);
    expect([
      hideAtOnce(build(INITIAL_VIEW), INITIAL_VIEW, { ...INITIAL_VIEW, limit: 10, hidden }),
      hideAtOnce(build(INITIAL_VIEW), INITIAL_VIEW, hideNodes(INITIAL_VIEW, member)),
      hideAtOnce(build(focused), focused, hideNodes(focused, hidden)),
      hideAtOnce({ ...build(INITIAL_VIEW), areas: [] }, INITIAL_VIEW, hideNodes(INITIAL_VIEW, hidden)),
      hideAtOnce(build(INITIAL_VIEW), hideNodes(INITIAL_VIEW, hidden), INITIAL_VIEW),
    ]).toStrictEqual([undefined, undefined, undefined, undefined, undefined]);
  });
});

describe('sameView()', () => {
  it('tells whether two views show the same', () => {
    const view = build(INITIAL_VIEW);
    const other = build(hideNodes(INITIAL_VIEW, alone.slice(0, 1)));
    expect([sameView(view, build({ ...INITIAL_VIEW })), sameView(view, other)]).toStrictEqual([true, false]);
  });
});
