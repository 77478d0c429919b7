import { describe, expect, it } from 'vitest';
import type { NodeId } from '../../../../../shared/graph/graph.ts';
import { addNodes } from '../../../../../shared/graph/view/add-nodes.ts';
import { INITIAL_VIEW, type View, type ViewNode, type ViewSpec } from '../../../../../shared/graph/view.ts';
import {
  chooseTime,
  clearFilters,
  displayOf,
  excludeValues,
  focusOn,
  foldAll,
  foldGroup,
  hideNodes,
  isFiltered,
  nodeIdsOf,
  revealNode,
  showAs,
  showOnly,
  showWhole,
  toggleAccess,
  unfoldGroup,
  viewNodesOf,
} from '../../../../../renderer/state/view/view-changes.ts';

const jobA = '//aiplatform.googleapis.com/projects/p/locations/europe-west4/customJobs/1' as NodeId;
const jobB = '//aiplatform.googleapis.com/projects/p/locations/europe-west4/customJobs/2' as NodeId;
const bucket = '//storage.googleapis.com/models' as NodeId;

const single: ViewNode = {
  id: bucket,
  kind: 'gcp-storage-bucket',
  state: 'referenced',
  title: 'models',
  subtitle: '',
  hiddenLinks: 0,
  attention: 0,
};
const fold: ViewNode = {
  id: 'group:jobs',
  kind: 'gcp-ai-platform-custom-job',
  state: 'present',
  title: 'train',
  subtitle: '2 jobs',
  members: [jobA, jobB],
  hiddenLinks: 0,
  attention: 0,
};
const view: View = { nodes: [single, fold], edges: [], shown: 3, total: 3, left: [] };

describe('view changes', () => {
  it('names the graph nodes behind view nodes, folds as their members', () => {
    expect(nodeIdsOf(view, ['group:jobs', bucket, 'gone'])).toStrictEqual([bucket, jobA, jobB]);
  });

  it('finds the view nodes that show graph nodes, alone or folded', () => {
    const other = '//storage.googleapis.com/other' as NodeId;
    expect(viewNodesOf(view, [jobB, other])).toStrictEqual(['group:jobs']);
    expect(viewNodesOf(view, [jobA, jobB, bucket])).toStrictEqual([bucket, 'group:jobs']);
    expect(viewNodesOf(view, [])).toStrictEqual([]);
  });

  it('hides nodes once each and takes them off those brought in', () => {
    const spec = hideNodes({ ...INITIAL_VIEW, hidden: [bucket], added: [jobA, jobB] }, [bucket, jobA]);
    expect(spec).toStrictEqual({ ...INITIAL_VIEW, hidden: [bucket, jobA], added: [jobB] });
  });

  it('replaces a list of hits by a focus, and a focus by a list of hits', () => {
    const focused = focusOn({ ...INITIAL_VIEW, only: [bucket] }, [jobA], 2, 'upstream');
    expect(focused).toStrictEqual({ ...INITIAL_VIEW, focus: { nodes: [jobA], depth: 2, direction: 'upstream' } });
    expect(showOnly(focused, [jobB])).toStrictEqual({ ...INITIAL_VIEW, only: [jobB] });
    expect(showWhole(focused)).toStrictEqual(INITIAL_VIEW);
  });

  it('unfolds a group once and folds it again', () => {
    const unfolded = unfoldGroup(unfoldGroup(INITIAL_VIEW, 'group:jobs'), 'group:jobs');
    expect(unfolded.unfolded).toStrictEqual(['group:jobs']);
    expect(foldGroup(unfolded, 'group:jobs')).toStrictEqual(INITIAL_VIEW);
    expect(foldAll(addNodes(unfolded, [jobA]))).toStrictEqual(INITIAL_VIEW);
  });

  it('reveals a node whatever filter keeps it out, and leaves the other filters', () => {
    const spec: ViewSpec = {
      ...INITIAL_VIEW,
      hidden: [bucket],
      exclude: {
        kinds: ['gcp-storage-bucket', 'gcp-compute-network'],
        states: ['referenced'],
        projects: ['', 'other'],
        locations: ['', 'us-central1'],
      },
    };
    expect(revealNode(spec, { id: bucket, kind: 'gcp-storage-bucket', state: 'referenced' })).toStrictEqual({
      ...INITIAL_VIEW,
      added: [bucket],
      exclude: { kinds: ['gcp-compute-network'], states: [], projects: ['other'], locations: ['us-central1'] },
    });
  });

  it('clears every filter but keeps layout and folds', () => {
    const layout: ViewSpec = { ...INITIAL_VIEW, layout: 'organic', unfolded: ['group:jobs'] };
    const spec = hideNodes(excludeValues(focusOn(layout, [jobA], 1), 'states', ['referenced']), [bucket]);
    expect(clearFilters(spec)).toStrictEqual(layout);
    expect([isFiltered(spec), isFiltered(layout)]).toStrictEqual([true, false]);
  });
});

describe('toggleAccess()', () => {
  it('asks for access and, again, no more, as if it had never been asked for', () => {
    const shown = toggleAccess(INITIAL_VIEW);
    expect(shown).toStrictEqual({ ...INITIAL_VIEW, access: true });
    expect(toggleAccess(shown)).toStrictEqual(INITIAL_VIEW);
  });
});

describe('showAs()', () => {
  it('shows a view as a table, a tree or a graph', () => {
    const tree = showAs(showAs(INITIAL_VIEW, 'table'), 'tree');
    expect([INITIAL_VIEW, tree].map(displayOf)).toStrictEqual(['graph', 'tree']);
    expect(showAs(tree, 'graph')).toStrictEqual(INITIAL_VIEW);
  });
});

describe('chooseTime()', () => {
  it('is a filter that "show all" takes away', () => {
    const spec = chooseTime(INITIAL_VIEW, { by: 'created', from: 0, to: 1000 });
    expect(spec).toStrictEqual({ ...INITIAL_VIEW, time: { by: 'created', from: 0, to: 1000 } });
    expect(isFiltered(spec)).toBe(true);
    expect(clearFilters(spec)).toStrictEqual(INITIAL_VIEW);
    expect(chooseTime(spec, undefined)).toStrictEqual(INITIAL_VIEW);
  });
});
