import { describe, expect, it } from 'vitest';
import {
  collapse,
  collapseOf,
  foldAreas,
  groupResources,
  spaceOut,
  togglePins,
  unfoldAreas,
  unpinAll,
} from '../../../../../renderer/state/view/arrange-changes.ts';
import { unfoldGroup } from '../../../../../renderer/state/view/view-changes.ts';
import { buildView } from '../../../../../shared/graph/view/build-view.ts';
import { INITIAL_VIEW, type ViewSpec } from '../../../../../shared/graph/view.ts';
import { type EdgeInShort, makeGraph, nodeId, type NodeInShort } from '../../../../tools/make-graph.ts';

const JOB = 'gcp-ai-platform-custom-job';
const BUCKET = 'gcp-storage-bucket';

const NODES: readonly NodeInShort[] = [
  { id: 'job', kind: JOB, project: 'p' },
  { id: 'other', kind: JOB, project: 'q' },
  { id: 'leaf', kind: BUCKET, project: 'p' },
  { id: 'shared', kind: BUCKET, project: 'p' },
  { id: 'brought', kind: BUCKET, project: 'p' },
];
const EDGES: readonly EdgeInShort[] = [
  { type: 'READS_DATA', from: 'job', to: 'leaf', flow: 'in' },
  { type: 'READS_DATA', from: 'job', to: 'shared', flow: 'in' },
  { type: 'READS_DATA', from: 'other', to: 'shared', flow: 'in' },
  { type: 'WRITES_TO', from: 'job', to: 'brought', flow: 'out' },
  { type: 'WRITES_TO', from: 'other', to: 'brought', flow: 'out' },
];

function view(spec: ViewSpec) {
  return buildView(makeGraph(NODES, EDGES), spec, new Map());
}

describe('collapsing a node', () => {
  const only = [nodeId('job'), nodeId('other'), nodeId('leaf'), nodeId('shared')];
  const expanded: ViewSpec = { ...INITIAL_VIEW, only, added: [nodeId('brought')] };

  it('sends back what expanding brought, and takes away what hangs on the node alone', () => {
    const taken = collapseOf(view(expanded), 'job');
    expect(taken).toStrictEqual({ back: ['brought'], away: ['leaf'] });
    const collapsed = collapse(expanded, taken);
    expect(view(collapsed).nodes.map(({ id }) => id)).toStrictEqual(['job', 'other', 'shared']);
    expect(collapsed).toMatchObject({ hidden: ['leaf'], added: [] });
  });

  it('leaves what is pinned', () => {
    const taken = collapseOf(view({ ...expanded, pinned: ['leaf', 'brought'] }), 'job');
    expect(taken).toStrictEqual({ back: [], away: [] });
  });
});

describe('areas', () => {
  const grouped = groupResources(INITIAL_VIEW, { by: 'project' });

  it('are folded with what was added of their members, and unfolded like any fold', () => {
    const before = { ...grouped, added: [nodeId('leaf'), nodeId('other')] };
    const drawn = view(before);
    const area = drawn.areas?.[0]?.id ?? '';
    const folded = foldAreas(before, drawn, [area]);
    expect(folded).toStrictEqual({ ...before, folded: [area], added: ['other'] });
    expect(view(folded).nodes.map(({ id }) => id)).toStrictEqual(['other', area]);
    expect(unfoldGroup(folded, area)).toStrictEqual({ ...folded, folded: [] });
    expect(unfoldAreas(folded)).toStrictEqual({ ...grouped, added: ['other'] });
  });

  it('are forgotten when resources are grouped otherwise', () => {
    const folded = { ...grouped, folded: ['area:1'] };
    expect(groupResources(folded, { by: 'label', key: 'team' })).toStrictEqual({
      ...INITIAL_VIEW,
      groupBy: { by: 'label', key: 'team' },
    });
    expect(groupResources(folded, undefined)).toStrictEqual(INITIAL_VIEW);
  });
});

describe('pins and spacing', () => {
  it('pin what is not pinned, and unpin where all is', () => {
    const one = togglePins(INITIAL_VIEW, ['job']);
    const both = togglePins(one, ['job', 'other']);
    expect(both.pinned).toStrictEqual(['job', 'other']);
    expect(togglePins(both, ['job']).pinned).toStrictEqual(['other']);
    expect(togglePins(both, ['other', 'job'])).toStrictEqual(INITIAL_VIEW);
    expect(unpinAll(both)).toStrictEqual(INITIAL_VIEW);
  });

  it('say nothing where cards stand as usual', () => {
    expect(spaceOut(INITIAL_VIEW, 'wide').spacing).toBe('wide');
    expect(spaceOut(spaceOut(INITIAL_VIEW, 'wide'), undefined)).toStrictEqual(INITIAL_VIEW);
  });
});
