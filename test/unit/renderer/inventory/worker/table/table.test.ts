import type { NodeId } from '../../../../../../shared/graph/graph.ts';
import { NOTHING_REVIEWED, type ReviewedResources } from '../../../../../../shared/review/reviewed-resources.ts';
import { describe, expect, it } from 'vitest';
import { createTableBuilder, type TableBuilder } from '../../../../../../renderer/inventory/worker/table/table.ts';
import type {
  ListQuestion,
  TableColumn,
  TableSort,
} from '../../../../../../renderer/inventory/worker/protocol/table-protocol.ts';
import { INITIAL_VIEW, type ViewSpec } from '../../../../../../shared/graph/view.ts';
import { makeGraph, nodeId } from '../../../../../tools/make-graph.ts';

const graph = makeGraph(
  [
    { id: 'train-2', kind: 'gcp-ai-platform-custom-job', project: 'acme-ml', lifecycle: 'JOB_STATE_FAILED' },
    { id: 'train-10', kind: 'gcp-ai-platform-custom-job', project: 'acme-ml' },
    { id: '=cmd|calc', kind: 'gcp-storage-bucket', state: 'referenced' },
    { id: 'trainer', kind: 'gcp-iam-service-account' },
    { id: 'trainer:latest', kind: 'gcp-artifact-registry-docker-image' },
    { id: 'reader', kind: 'gcp-iam-principal' },
  ],
  [
    { type: 'RUNS_AS', from: 'train-2', to: 'trainer' },
    { type: 'PULLS_IMAGE', from: 'train-2', to: 'trainer:latest', flow: 'in' },
    { type: 'RUNS_AS', from: 'train-10', to: 'trainer' },
    { type: 'CAN_READ', from: 'reader', to: '=cmd|calc' },
  ],
);

let reviewed: ReviewedResources = NOTHING_REVIEWED;

function builder(): TableBuilder {
  return createTableBuilder(
    graph,
    () => reviewed,
    (query) =>
      ({ title }) =>
        title === query ? `title: ${query}` : '',
  );
}

/** The rows in short: groups by title and count, resources by title, in trees moved in by their level. */
function textsOf(question: ListQuestion): readonly string[] {
  return builder()
    .page(question, 0, 50)
    .rows.map((row) => {
      const text = 'node' in row ? row.node.title : `${row.group.title} ${String(row.group.count)}`;
      return `${'  '.repeat((row.tree?.level ?? 1) - 1)}${text}`;
    });
}

function titles(column: TableColumn, descending = false, spec: ViewSpec = INITIAL_VIEW): readonly string[] {
  return textsOf({ spec, sort: { column, descending } });
}

const byTitle: TableSort = { column: 'title', descending: false };

describe('the table of resources', () => {
  it('has a row with all cells for each resource', () => {
    const { total, resources, rows } = builder().page(
      { spec: INITIAL_VIEW, sort: { column: 'status', descending: false } },
      0,
      1,
    );
    expect([total, resources]).toStrictEqual([4, 4]);
    expect(rows).toStrictEqual([
      {
        node: {
          id: 'train-2',
          kind: 'gcp-ai-platform-custom-job',
          state: 'present',
          title: 'train-2',
          project: 'acme-ml',
          lifecycle: 'JOB_STATE_FAILED',
        },
        cells: {
          title: 'train-2',
          name: 'train-2',
          project: 'acme-ml',
          kind: 'Custom job',
          status: 'failed',
          links: '2',
          account: 'trainer',
          image: 'trainer:latest',
          state: 'collected',
        },
      },
    ]);
  });

  it('is sorted by any column, numbers by size, what is empty last either way', () => {
    expect(titles('links', true)).toStrictEqual(['train-2', 'trainer', 'train-10', 'trainer:latest']);
    expect(titles('image')[0]).toBe('train-2');
    expect(titles('image', true)[0]).toBe('train-2');
  });

  it('has what the view lets through, folded or not, and access where it is asked for', () => {
    const spec: ViewSpec = { ...INITIAL_VIEW, limit: 1, hidden: [nodeId('train-10')] };
    expect(titles('title', false, spec)).not.toContain('train-10');
    expect(titles('title', false, { ...INITIAL_VIEW, access: true })).toContain('reader');
  });

  it('comes in pages', () => {
    const tables = builder();
    const question = { spec: INITIAL_VIEW, sort: byTitle };
    const whole = tables.page(question, 0, 10).rows;
    expect(tables.page(question, 1, 2).rows).toStrictEqual(whole.slice(1, 3));
  });

  it('is written as CSV that no spreadsheet runs, secrets masked', () => {
    const spec: ViewSpec = { ...INITIAL_VIEW, access: true, only: [nodeId('=cmd|calc'), nodeId('train-2')] };
    const mask = (text: string): string => text.replace('acme', '***');
    expect(builder().csv({ spec, sort: byTitle }, ['title', 'project'], mask)).toBe(
      'Title,Project\r\n"\'=cmd|calc",\r\ntrain-2,***-ml\r\n',
    );
  });

  it('says why a resource is found, and is sorted by that too', () => {
    const question: ListQuestion = {
      spec: INITIAL_VIEW,
      sort: { column: 'why', descending: false },
      query: 'trainer',
    };
    expect(builder().page(question, 0, 1).rows).toMatchObject([{ cells: { title: 'trainer', why: 'title: trainer' } }]);
    expect(builder().page({ ...question, sort: byTitle }, 0, 1).rows[0]).not.toHaveProperty('cells.why');
  });

  it('is a tree of projects, locations and kinds with their counts, closed below the first level', () => {
    const question: ListQuestion = { spec: INITIAL_VIEW, sort: byTitle, open: { at: 'first', toggled: [] } };
    expect(textsOf(question)).toStrictEqual(['acme-ml 2', '  No location 2', 'No project 2', '  No location 2']);
    expect(textsOf({ ...question, open: { at: 'all', toggled: [] } })).toStrictEqual([
      'acme-ml 2',
      '  No location 2',
      '    Custom jobs 2',
      '      train-10',
      '      train-2',
      'No project 2',
      '  No location 2',
      '    Docker images 1',
      '      trainer:latest',
      '    Service accounts 1',
      '      trainer',
    ]);
  });

  it('is a tree of what the view groups by, where it does', () => {
    const spec: ViewSpec = { ...INITIAL_VIEW, groupBy: { by: 'launcher' } };
    expect(textsOf({ spec, sort: byTitle, open: { at: 'first', toggled: [] } })).toStrictEqual([
      'trainer (service account) 3',
      '  Custom jobs 2',
      '  Service accounts 1',
      'No launcher 1',
      '  Docker images 1',
    ]);
  });

  it('opens and closes groups of a tree by their ids, and tells where each row stands', () => {
    const question: ListQuestion = { spec: INITIAL_VIEW, sort: byTitle, open: { at: 'none', toggled: [] } };
    const [first] = builder().page(question, 0, 10).rows;
    expect(first).toStrictEqual({
      group: { id: '\u0000acme-ml', title: 'acme-ml', isOpen: false, count: 2 },
      tree: { level: 1, position: 1, siblings: 2 },
    });
    const open = { at: 'none', toggled: ['\u0000acme-ml'] } as const;
    expect(textsOf({ ...question, open })).toStrictEqual(['acme-ml 2', '  No location 2', 'No project 2']);
  });

  it('gives the resources of a stretch, of a group, and all, as many as are wanted', () => {
    const tables = builder();
    const table: ListQuestion = { spec: INITIAL_VIEW, sort: byTitle };
    const tree: ListQuestion = { ...table, open: { at: 'all', toggled: [] } };
    expect(tables.nodes(table, { from: 1, to: 2 }, 10)).toStrictEqual({ ids: ['train-2', 'trainer'], total: 2 });
    expect(tables.nodes(tree, { from: 2, to: 4 }, 1)).toStrictEqual({ ids: ['train-10'], total: 2 });
    expect(tables.nodes(tree, { group: '\u0000acme-ml' }, 10)).toStrictEqual({
      ids: ['train-10', 'train-2'],
      total: 2,
    });
    expect(tables.nodes(tree, { group: 'gone' }, 10)).toStrictEqual({ ids: [], total: 0 });
    expect(tables.nodes(tree, 'all', 2).total).toBe(4);
  });
});

describe('the columns of what reviewers made', () => {
  it('follow it, also in the order of a list that was made before', () => {
    const table = builder();
    const question: ListQuestion = { spec: INITIAL_VIEW, sort: { column: 'marks', descending: true } };
    const first = (): unknown => table.page(question, 0, 1).rows;
    const before = first();
    reviewed = new Map([['train-2' as NodeId, { marks: ['owned', 'to check'], notes: ['Ask Ada.', 'Asked.'] }]]);
    expect(before).not.toMatchObject([{ cells: { marks: 'owned, to check' } }]);
    expect(first()).toMatchObject([
      { node: { id: 'train-2' }, cells: { marks: 'owned, to check', notes: 'Ask Ada. · Asked.' } },
    ]);
  });
});
