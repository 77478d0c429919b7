import { describe, expect, it } from 'vitest';
import { createTableBuilder } from '../../../../../renderer/inventory/worker/table.ts';
import type { TableColumn, TableSort } from '../../../../../renderer/inventory/worker/table-protocol.ts';
import { INITIAL_VIEW, type ViewSpec } from '../../../../../shared/graph/view.ts';
import { makeGraph, nodeId } from '../../../../tools/make-graph.ts';

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

function titles(column: TableColumn, descending = false, spec: ViewSpec = INITIAL_VIEW): readonly string[] {
  const { rows } = createTableBuilder(graph).page(spec, { column, descending }, 0, 10);
  return rows.map(({ node }) => node.title);
}

const byTitle: TableSort = { column: 'title', descending: false };

describe('the table of resources', () => {
  it('has a row with all cells for each resource', () => {
    const { total, rows } = createTableBuilder(graph).page(INITIAL_VIEW, { column: 'status', descending: false }, 0, 1);
    expect(total).toBe(4);
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
    const builder = createTableBuilder(graph);
    const whole = builder.page(INITIAL_VIEW, byTitle, 0, 10).rows;
    expect(builder.page(INITIAL_VIEW, byTitle, 1, 2).rows).toStrictEqual(whole.slice(1, 3));
  });

  it('is written as CSV that no spreadsheet runs, secrets masked', () => {
    const spec: ViewSpec = { ...INITIAL_VIEW, access: true, only: [nodeId('=cmd|calc'), nodeId('train-2')] };
    const mask = (text: string): string => text.replace('acme', '***');
    expect(createTableBuilder(graph).csv(spec, byTitle, ['title', 'project'], mask)).toBe(
      'Title,Project\r\n"\'=cmd|calc",\r\ntrain-2,***-ml\r\n',
    );
  });
});
