import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UNKNOWN_GLYPH, glyph } from '../../renderer/graph/style/glyphs.ts';
import { deriveGraph } from '../../shared/graph/derive-graph.ts';
import { KINDS, isKindId, kindById } from '../../shared/kinds/index.ts';
import { extractLinks } from '../../shared/links/extract-links.ts';
import { RELATIONS } from '../../shared/links/relations.ts';
import { canonicalDocument } from '../../shared/resource/canonical.ts';
import type { ResourceDocument } from '../../shared/resource/document.ts';
import { documentName } from '../../shared/resource/document-name.ts';
import { apiDocumentFolders, readApiDocuments } from '../tools/api-documents.ts';
import { readPolicyDocuments } from '../tools/policy-documents.ts';

const SEVEN_MAIN_KINDS = [
  'gcp-ai-platform-custom-job',
  'gcp-ai-platform-model',
  'gcp-artifact-registry-docker-image',
  'gcp-cloud-kms-crypto-key',
  'gcp-compute-network',
  'gcp-iam-service-account',
  'gcp-storage-bucket',
];

/** Principals are named by policies and have no documents. */
const ONLY_NAMED = 'gcp-iam-principal';

/** Where a listing was made; documents that tell their own project must not be taken for resources of this one. */
const CONTEXT = { project: 'elsewhere', location: 'europe-west4' };

const documents = readApiDocuments().map(({ kind, file, data }) => {
  const { data: canonical, issues } = canonicalDocument(kind, data);
  const name = documentName(kind, canonical, CONTEXT);
  return { kind, file, issues, canonical, name, ...extractLinks(kind, canonical, name ?? CONTEXT) };
});

const graph = deriveGraph({
  documents: [
    ...documents.flatMap(({ kind, file, canonical, name }): ResourceDocument[] =>
      name === undefined ? [] : [{ kind, name: name.name, data: canonical, form: 'full', origin: { file } }],
    ),
    ...readPolicyDocuments(),
  ],
  projects: [],
  coverage: [],
  problems: [],
  skipped: [],
  unattachedPolicies: [],
  redactions: [],
});

function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe('the registry of kinds', () => {
  it('has one line for every kind file', () => {
    const folder = new URL('../../shared/kinds/', import.meta.url);
    const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
    const kindFiles = files.filter((file) => fileDefinesKind(new URL(file, folder)));
    expect(KINDS.length).toBe(kindFiles.length);
  });

  it('finds a kind by its id', () => {
    expect(KINDS.map(({ id }) => kindById(id))).toStrictEqual(KINDS);
    expect(KINDS.every(({ id }) => isKindId(id))).toBe(true);
    expect(isKindId('gcp-compute-instance')).toBe(false);
  });

  it('begins with the seven main kinds', () => {
    expect(KINDS.slice(0, 7).map(({ id }) => id)).toStrictEqual(SEVEN_MAIN_KINDS);
  });

  it('gives no id, title, name or asset type to two kinds', () => {
    expect(repeated(KINDS.map(({ id }) => id))).toStrictEqual([]);
    expect(repeated(KINDS.map(({ title }) => title))).toStrictEqual([]);
    expect(repeated(KINDS.map(({ plural }) => plural))).toStrictEqual([]);
    expect(repeated(KINDS.flatMap(({ names }) => names))).toStrictEqual([]);
    expect(repeated(KINDS.flatMap(({ assetTypes }) => assetTypes))).toStrictEqual([]);
    expect(repeated(KINDS.flatMap(({ searchWord }) => searchWord ?? []))).toStrictEqual([]);
    expect(repeated(KINDS.flatMap(({ discoveryKinds }) => discoveryKinds ?? []))).toStrictEqual([]);
  });

  it('tells collections of one service apart', () => {
    expect(repeated(KINDS.map(({ service, collection }) => `${service}/${collection}`))).toStrictEqual([]);
  });
});

describe.each(KINDS.map((kind) => ({ id: kind.id, kind })))('$id', ({ kind }) => {
  it('has a name of its own service', () => {
    expect(kind.names.filter((name) => !name.startsWith(`//${kind.service}/`))).toStrictEqual([]);
    expect(kind.assetTypes.length > 0 || kind.id === ONLY_NAMED).toBe(true);
    expect(kind.nameFields.length > 0 || kind.id === ONLY_NAMED).toBe(true);
  });

  it('leads only to kinds that exist', () => {
    const targets = kind.links.flatMap(({ to }) => to).filter((to) => to !== '*');
    expect(targets.filter((to) => !isKindId(to))).toStrictEqual([]);
  });

  it('has no path twice in its facts, plain texts, maps and secrets', () => {
    expect(repeated(kind.facts.map(({ path }) => path))).toStrictEqual([]);
    expect(repeated(kind.plainText)).toStrictEqual([]);
    expect(repeated(kind.maps)).toStrictEqual([]);
    expect(repeated(kind.secrets.map(({ path }) => path))).toStrictEqual([]);
    expect(repeated(kind.links.map(({ path, to }) => `${path} ${String(to)}`))).toStrictEqual([]);
  });

  it('says everything in whole sentences', () => {
    const reasons = [...kind.links, ...(kind.implicitIdentities ?? [])].map(({ why }) => why);
    expect([kind.description, ...reasons].filter((text) => !/^[A-Z].{10,160}\.$/.test(text))).toStrictEqual([]);
    expect(kind.facts.filter(({ label }) => !/^[A-Z]/.test(label))).toStrictEqual([]);
  });

  it('points to Google’s own pages', () => {
    expect(kind.reference).toMatch(/^https:\/\/cloud\.google\.com\//);
    expect(kind.consoleUrl ?? 'https://console.cloud.google.com/').toMatch(/^https:\/\/console\.cloud\.google\.com\//);
  });

  it('has a glyph', () => {
    expect(glyph(kind.appearance.glyph)).not.toBe(UNKNOWN_GLYPH);
  });
});

describe('the appearance of kinds', () => {
  it('gives every kind its own glyph', () => {
    expect(repeated(KINDS.map(({ appearance }) => appearance.glyph))).toStrictEqual([]);
  });

  it('gives every kind its own pair of shape and hue', () => {
    expect(repeated(KINDS.map(({ appearance: { shape, hue } }) => `${shape} ${hue}`))).toStrictEqual([]);
  });

  it('tells the seven main kinds apart by hue alone and by shape alone', () => {
    const main = KINDS.slice(0, 7);
    expect(repeated(main.map(({ appearance }) => appearance.hue))).toStrictEqual([]);
    expect(repeated(main.map(({ appearance }) => appearance.shape))).toStrictEqual([]);
  });
});

describe('the API answers among the fixtures', () => {
  it('cover every kind', () => {
    expect([...apiDocumentFolders()].toSorted()).toStrictEqual(
      KINDS.map(({ id }) => id)
        .filter((id) => id !== ONLY_NAMED)
        .toSorted(),
    );
  });

  it('name themselves as their kind', () => {
    expect(documents.filter(({ kind, name }) => name?.kind !== kind).map(({ file }) => file)).toStrictEqual([]);
  });

  it('keep their own project', () => {
    const strayed = documents.filter(({ name }) => name?.project === CONTEXT.project).map(({ file }) => file);
    expect(strayed).toStrictEqual([]);
  });

  it('are clean', () => {
    expect(documents.flatMap(({ issues }) => issues)).toStrictEqual([]);
  });

  it('hit every link rule of every kind', () => {
    const hit = new Set(documents.flatMap(({ candidates }) => candidates.map(({ rule }) => rule.rule)));
    const missed = KINDS.flatMap(({ id, links }) =>
      links.filter((rule) => !hit.has(rule)).map(({ path }) => `${id} ${path}`),
    );
    expect(missed).toStrictEqual([]);
  });

  it('have only references that can be read', () => {
    const unread = documents.flatMap(({ file, candidates }) =>
      candidates.filter(({ reading }) => !reading.ok).map(({ path, value }) => ({ file, path, value })),
    );
    expect(unread).toStrictEqual([]);
  });

  it('have no reference that nobody claims', () => {
    expect(documents.flatMap(({ unclaimed }) => unclaimed)).toStrictEqual([]);
  });
});

describe('the graph of the fixtures', () => {
  it('has one node for a resource named by project number and by project id', () => {
    const numbers = ['482915730164', '730512948816', '105573219944'];
    const split = [...graph.nodes.values()].filter(({ project }) => numbers.includes(project ?? ''));
    expect(split.map(({ id }) => id)).toStrictEqual([]);
  });

  it('has no unresolved node and no problem', () => {
    expect([...graph.nodes.values()].filter(({ state }) => state === 'unresolved')).toStrictEqual([]);
    expect(graph.problems).toStrictEqual([]);
  });
});

describe('the relations', () => {
  it('all occur in the graph of the fixtures', () => {
    const made = new Set<string>([...graph.edges.values()].map(({ type }) => type));
    expect(Object.keys(RELATIONS).filter((relation) => !made.has(relation))).toStrictEqual([]);
  });

  it('have a label for each direction and a reason', () => {
    const incomplete = Object.entries(RELATIONS).filter(
      ([, { label, reverseLabel, why }]) =>
        !/^[a-z]/.test(label) || !/^[a-z]/.test(reverseLabel) || !/^[A-Z].*\.$/.test(why),
    );
    expect(incomplete).toStrictEqual([]);
  });
});

function fileDefinesKind(file: URL): boolean {
  return readFileSync(file, 'utf8').includes('= defineKind({');
}
