import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UNKNOWN_GLYPH, glyph } from '../../renderer/graph/style/glyphs.ts';
import { KINDS, isKindId, kindById } from '../../shared/kinds/index.ts';
import type { KindDefinition } from '../../shared/kinds/kind.ts';
import { extractLinks } from '../../shared/links/extract-links.ts';
import { RELATIONS } from '../../shared/links/relations.ts';
import { canonicalDocument } from '../../shared/resource/canonical.ts';
import { documentName } from '../../shared/resource/document-name.ts';
import { apiDocumentFolders, readApiDocuments } from '../tools/api-documents.ts';

const SEVEN_MAIN_KINDS = [
  'gcp-ai-platform-custom-job',
  'gcp-ai-platform-model',
  'gcp-artifact-registry-docker-image',
  'gcp-cloud-kms-crypto-key',
  'gcp-compute-network',
  'gcp-iam-service-account',
  'gcp-storage-bucket',
];

/** Relations that no rule of a kind file makes, because they need more than one field or the lack of one. */
const DERIVED_RELATIONS = ['IMPLICIT_IDENTITY'];

const documents = readApiDocuments().map(({ kind, file, data }) => {
  const { data: canonical, issues } = canonicalDocument(kind, data);
  const context = { project: 'northwind-ml', location: 'europe-west4' };
  return {
    kind,
    file,
    issues,
    name: documentName(kind, canonical, context),
    ...extractLinks(kind, canonical, context),
  };
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
    expect(kind.assetTypes.length).toBeGreaterThan(0);
    expect(kind.nameFields.length).toBeGreaterThan(0);
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
    const sentences = [kind.description, ...kind.links.map(({ why }) => why), kind.implicitIdentity?.why ?? 'None.'];
    expect(sentences.filter((text) => !/^[A-Z].{10,160}\.$|^None\.$/.test(text))).toStrictEqual([]);
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
    expect([...apiDocumentFolders()].toSorted()).toStrictEqual(KINDS.map(({ id }) => id).toSorted());
  });

  it('name themselves as their kind', () => {
    expect(documents.filter(({ kind, name }) => name?.kind !== kind).map(({ file }) => file)).toStrictEqual([]);
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

describe('the relations', () => {
  it('are all made by a rule, or by joining documents', () => {
    const used = new Set<string>([...KINDS.flatMap(relationsOf), ...DERIVED_RELATIONS]);
    expect(Object.keys(RELATIONS).filter((relation) => !used.has(relation))).toStrictEqual([]);
  });

  it('have a label for each direction and a reason', () => {
    const incomplete = Object.entries(RELATIONS).filter(
      ([, { label, reverseLabel, why }]) =>
        !/^[a-z]/.test(label) || !/^[a-z]/.test(reverseLabel) || !/^[A-Z].*\.$/.test(why),
    );
    expect(incomplete).toStrictEqual([]);
  });
});

function relationsOf(kind: KindDefinition): readonly string[] {
  return kind.links.map(({ relation }) => relation);
}

function fileDefinesKind(file: URL): boolean {
  return readFileSync(file, 'utf8').includes('= defineKind({');
}
