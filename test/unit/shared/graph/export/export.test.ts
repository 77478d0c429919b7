import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { deriveGraph } from '../../../../../shared/graph/derive-graph.ts';
import { cell, writeCsv, writeEdgesCsv, writeNodesCsv } from '../../../../../shared/graph/export/csv.ts';
import { writeCytoscape } from '../../../../../shared/graph/export/cytoscape.ts';
import { quote, writeDot } from '../../../../../shared/graph/export/dot.ts';
import { exportRows } from '../../../../../shared/graph/export/export-rows.ts';
import type { ExportRows } from '../../../../../shared/graph/export/export-rows.ts';
import { escapeXml, writeGraphml } from '../../../../../shared/graph/export/graphml.ts';
import { toJson, writeJson } from '../../../../../shared/graph/export/json.ts';
import { createMasker, maskOf } from '../../../../../shared/inventory/masking.ts';
import { policyOf } from '../../../../tools/policy-documents.ts';
import { documentOf, inventoryOf, JOB } from '../../inventory-of.ts';

const KEY = new Uint8Array(32);
const ID = '//aiplatform.googleapis.com/projects/ml-prod/locations/us-central1/customJobs/1';
const JOB_DOCUMENT = documentOf(JOB, {
  name: 'projects/ml-prod/locations/us-central1/customJobs/1',
  displayName: '=cmd|"x"!A1 <b>&',
  jobSpec: {
    serviceAccount: 'sa@ml-prod.iam.gserviceaccount.com',
    baseOutputDirectory: { outputUriPrefix: 'gs://Bad Bucket/x' },
    workerPoolSpecs: [{ containerSpec: { args: ['--token', 'abc/def', '--in=gs://data-in/a'] } }],
    odd: 'some/where',
  },
});
const ROWS = exportRows(
  deriveGraph(inventoryOf([JOB_DOCUMENT])),
  [
    { code: 'syntax', severity: 'error', file: 'a.json', line: 3, path: '[1]', reason: 'bad' },
    { code: 'too-many', severity: 'error', file: '', reason: 'many' },
  ],
  createMasker(KEY),
);
const UNRESOLVED = 'unresolved:gcp-storage-bucket:gs://Bad Bucket/x';
const ACCOUNT = '//iam.googleapis.com/projects/ml-prod/serviceAccounts/sa@ml-prod.iam.gserviceaccount.com';
const INPUT = '//storage.googleapis.com/data-in';

function text(write: (rows: ExportRows) => Iterable<string>): string {
  return [...write(ROWS)].join('');
}

describe('the graph as JSON', () => {
  it('has exactly the agreed keys, sorted by id, with secrets masked', () => {
    const args = 'jobSpec.workerPoolSpecs[0].containerSpec.args';
    expect(JSON.parse(text(writeJson))).toStrictEqual({
      nodes: [
        { id: ID, kind: JOB, state: 'present', title: '=cmd|"x"!A1 <b>&', project: 'ml-prod', location: 'us-central1' },
        {
          id: ACCOUNT,
          kind: 'gcp-iam-service-account',
          state: 'referenced',
          title: 'sa@ml-prod.iam.gserviceaccount.com',
          project: 'ml-prod',
        },
        { id: INPUT, kind: 'gcp-storage-bucket', state: 'referenced', title: 'data-in' },
        {
          id: UNRESOLVED,
          kind: 'gcp-storage-bucket',
          state: 'unresolved',
          title: 'gs://Bad Bucket/x',
          reason: expect.any(String) as string,
        },
      ],
      edges: [
        {
          type: 'REFERENCES_DATA',
          from: ID,
          to: INPUT,
          confidence: 'heuristic',
          flow: 'in',
          evidence: [{ document: ID, path: `${args}[2]`, value: '--in=gs://data-in/a' }],
        },
        {
          type: 'RUNS_AS',
          from: ID,
          to: ACCOUNT,
          confidence: 'exact',
          flow: 'none',
          evidence: [{ document: ID, path: 'jobSpec.serviceAccount', value: 'sa@ml-prod.iam.gserviceaccount.com' }],
        },
        {
          type: 'WRITES_TO',
          from: ID,
          to: UNRESOLVED,
          confidence: 'exact',
          flow: 'out',
          evidence: [{ document: ID, path: 'jobSpec.baseOutputDirectory.outputUriPrefix', value: 'gs://Bad Bucket/x' }],
        },
      ],
      unclaimed: [{ document: ID, path: 'jobSpec.odd', value: 'some/where' }],
      problems: [{ file: 'a.json', line: 3, path: '[1]', reason: 'bad' }, { reason: 'many' }],
    });
  });

  it('writes keys in the agreed order, one element per line', () => {
    const [first, second, third] = text(writeJson).split('\n');
    expect([first, second]).toStrictEqual(['{', '"nodes":[']);
    expect(Object.keys(JSON.parse((third ?? '').replace(/,$/, '')) as object)).toStrictEqual([
      'id',
      'kind',
      'state',
      'title',
      'project',
      'location',
    ]);
    expect(Object.keys(JSON.parse(text(writeJson)) as object)).toStrictEqual([
      'nodes',
      'edges',
      'unclaimed',
      'problems',
    ]);
    expect(text(writeJson)).toContain('{"type":"RUNS_AS","from":');
  });

  it('is valid for an empty graph', () => {
    const rows = exportRows(deriveGraph(inventoryOf([])), [], createMasker(KEY));
    expect([...writeJson(rows)].join('')).toBe('{\n"nodes":[],\n"edges":[],\n"unclaimed":[],\n"problems":[]\n}\n');
    expect(JSON.parse([...writeCytoscape(rows)].join(''))).toStrictEqual({
      data: { name: 'Vertex AI lineage' },
      elements: { nodes: [], edges: [] },
    });
  });

  it('escapes what could act on a terminal', () => {
    expect(toJson(['\u001b[31m\u009b\u202e'])).toBe('["\\u001b[31m\\u009b\\u202e"]');
  });

  it('masks a secret wherever it stands', () => {
    const document = documentOf(JOB, {
      name: 'projects/p/locations/us-central1/customJobs/1',
      displayName: 'run --token=s3cr3t',
      jobSpec: { workerPoolSpecs: [{ containerSpec: { args: ['--password', 's3cr3t/x', 'gs://U:s3cr3t@b/x'] } }] },
    });
    const rows = exportRows(deriveGraph(inventoryOf([document])), [], createMasker(KEY));
    expect(JSON.stringify(rows)).not.toContain('s3cr3t');
    expect(rows.nodes.find(({ kind }) => kind === JOB)?.title).toBe(`run --token=${maskOf(KEY, 's3cr3t')}`);
    const ids = new Set(rows.nodes.map(({ id }) => id));
    expect(rows.edges.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toStrictEqual([]);
  });
});

describe('what policies allow, as JSON', () => {
  it('has role, permission and condition beside its evidence', () => {
    const condition = { title: 'May', expression: 'request.time < timestamp("2026-06-01T00:00:00Z")' };
    const policy = policyOf('//storage.googleapis.com/ml-models', {
      version: 3,
      bindings: [
        { role: 'roles/storage.objectViewer', members: ['allUsers'], condition },
        { role: 'roles/brand.new', members: ['domain:x.example'] },
      ],
    });
    const rows = exportRows(deriveGraph(inventoryOf([policy])), [], createMasker(KEY));
    const place = { document: '//storage.googleapis.com/ml-models' };
    expect(rows.edges.map(({ type, evidence }) => [type, evidence])).toStrictEqual([
      [
        'CAN_READ',
        [
          {
            ...place,
            path: 'iamPolicy.bindings[0].members[0]',
            value: 'allUsers',
            role: 'roles/storage.objectViewer',
            permission: 'storage.objects.get',
            condition: 'May: request.time < timestamp("2026-06-01T00:00:00Z")',
          },
        ],
      ],
      [
        'HAS_ROLE',
        [
          {
            ...place,
            path: 'iamPolicy.bindings[1].members[0]',
            value: 'domain:x.example',
            role: 'roles/brand.new',
            unknown: 'This predefined role is not in the app’s table of roles, so what it gives is not known.',
          },
        ],
      ],
    ]);
  });
});

describe('the graph for Cytoscape', () => {
  it('has every node and link as an element', () => {
    const { elements } = JSON.parse(text(writeCytoscape)) as {
      elements: { nodes: { data: object }[]; edges: { data: object }[] };
    };
    expect(elements.nodes.map(({ data }) => (data as { id: string }).id)).toStrictEqual([
      ID,
      ACCOUNT,
      INPUT,
      UNRESOLVED,
    ]);
    expect(elements.edges[1]?.data).toStrictEqual({
      id: `RUNS_AS ${ID} ${ACCOUNT}`,
      source: ID,
      target: ACCOUNT,
      interaction: 'RUNS_AS',
      confidence: 'exact',
      flow: 'none',
      evidence: [`${ID} jobSpec.serviceAccount = sa@ml-prod.iam.gserviceaccount.com`],
    });
  });
});

describe('the graph as GraphML', () => {
  it('declares its keys and escapes all text', () => {
    const lines = text(writeGraphml).split('\n');
    expect(lines.slice(0, 3)).toStrictEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
      '  <key id="n-kind" for="node" attr.name="kind" attr.type="string"/>',
    ]);
    expect(lines.find((line) => line.includes(`node id="${ID}"`))).toContain(
      '<data key="n-title">=cmd|&quot;x&quot;!A1 &lt;b&gt;&amp;</data>',
    );
    expect(lines.filter((line) => line.startsWith('    <edge '))).toHaveLength(3);
  });

  it('replaces characters that XML does not allow', () => {
    expect(escapeXml('a\u0000\u0008\ud800\ufffe\tb\n😀')).toBe('a\ufffd\ufffd\ufffd\ufffd&#9;b&#10;😀');
  });
});

describe('the graph as DOT', () => {
  it('quotes every text, and tells states and guesses apart by line style', () => {
    const lines = text(writeDot).split('\n');
    expect(lines).toContain(`  "${ID}" [label="=cmd|\\"x\\"!A1 <b>&\\n${JOB}", style="solid"];`);
    expect(lines.find((line) => line.startsWith(`  "${UNRESOLVED}" [`))).toContain('style="dotted"');
    expect(lines.find((line) => line.includes(`-> "${INPUT}"`))).toContain('label="REFERENCES_DATA", style="dashed"');
  });

  it('cannot be left by a quotation mark, a backslash or a line break', () => {
    expect(quote('a"]; x -> y ["\\')).toBe('"a\\"]; x -> y [\\"\\\\"');
    expect(quote('\\N\r\nb')).toBe('"\\\\N\\nb"');
  });
});

describe('the graph as CSV', () => {
  it('is a table of nodes and one of links with their evidence', () => {
    const { data: nodes } = Papa.parse(text(writeNodesCsv), { header: true, skipEmptyLines: true });
    expect(nodes[0]).toStrictEqual({
      id: ID,
      kind: JOB,
      state: 'present',
      title: '\'=cmd|"x"!A1 <b>&',
      project: 'ml-prod',
      location: 'us-central1',
      reason: '',
    });
    const { data: edges } = Papa.parse(text(writeEdgesCsv), { header: true, skipEmptyLines: true });
    expect(edges[0]).toStrictEqual({
      type: 'REFERENCES_DATA',
      from: ID,
      to: INPUT,
      confidence: 'heuristic',
      flow: 'in',
      document: ID,
      path: 'jobSpec.workerPoolSpecs[0].containerSpec.args[2]',
      value: "'--in=gs://data-in/a",
    });
    expect(text(writeCsv)).toBe(`${text(writeNodesCsv)}\r\n${text(writeEdgesCsv)}`);
  });

  it.each([
    ['=1+1', `"'=1+1"`],
    ['+1', `"'+1"`],
    ['-x', `"'-x"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\tx', `"'\tx"`],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['plain', 'plain'],
    ['', ''],
  ])('writes %j as the cell %s', (given, written) => {
    expect(cell(given)).toBe(written);
  });
});
