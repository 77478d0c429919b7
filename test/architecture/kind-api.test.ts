import { describe, expect, it } from 'vitest';
import type { ApiCall, KindApi } from '../../shared/kinds/api.ts';
import { KINDS, isKindId } from '../../shared/kinds/index.ts';
import type { KindDefinition } from '../../shared/kinds/kind.ts';
import { compileNameTemplate } from '../../shared/resource/name-template.ts';

type Readable = Exclude<KindApi, { readonly unavailable: string }>;

const readable = KINDS.flatMap((kind): { kind: KindDefinition; api: Readable }[] =>
  'get' in kind.api ? [{ kind, api: kind.api }] : [],
);

function callsOf({ get, policy, list, parts = [] }: Readable): readonly ApiCall[] {
  return [get, ...(policy === undefined ? [] : [policy]), ...(list?.place === 'project' ? [list] : []), ...parts];
}

function variablesOf({ path, query = {} }: ApiCall): readonly string[] {
  return [path, ...Object.values(query)].flatMap((text) =>
    [...text.matchAll(/\{([^{}:]+)(?::[^{}]*)?\}/g)].map(([, variable = '']) => variable),
  );
}

describe('how the API is asked for a kind', () => {
  it('is known for every kind, or why it cannot be asked', () => {
    const silent = KINDS.filter(({ api }) => ('get' in api ? api.get.path : api.unavailable) === '');
    expect(silent.map(({ id }) => id)).toStrictEqual([]);
  });

  it.each(readable.map(({ kind, api }) => ({ id: kind.id, kind, api })))('$id: paths have a version', ({ api }) => {
    const wrong = callsOf(api).filter(
      ({ path }) => !/^(?:compute\/|storage\/|bigquery\/)?v\d\/[a-z]/.test(path.replace('{name}', 'name')),
    );
    expect(wrong).toStrictEqual([]);
  });

  it.each(readable.map(({ kind, api }) => ({ id: kind.id, kind, api })))(
    '$id: paths use variables that its names have',
    ({ kind, api }) => {
      const known = new Set([
        'name',
        'field',
        'project',
        ...kind.names.flatMap((name) => compileNameTemplate(name).variables),
      ]);
      const unknown = callsOf(api)
        .flatMap(variablesOf)
        .filter((variable) => !known.has(variable));
      expect(unknown).toStrictEqual([]);
    },
  );

  it('asks for policies exactly where a permission for it is known', () => {
    const asks = readable.filter(({ api }) => api.policy !== undefined);
    expect(asks.filter(({ kind }) => kind.permissions.policy === undefined).map(({ kind }) => kind.id)).toStrictEqual(
      [],
    );
  });

  it('has lists only of kinds with a permission to list', () => {
    const lists = readable.filter(({ api }) => api.list !== undefined);
    expect(lists.filter(({ kind }) => kind.permissions.list === undefined).map(({ kind }) => kind.id)).toStrictEqual(
      [],
    );
  });

  it('names kinds that exist, and fields that are read as plain text or by rules', () => {
    const parts = readable.flatMap(({ api }) => api.parts ?? []);
    const kinds = parts.flatMap(({ as }) => ('kind' in as ? [as.kind] : []));
    expect(kinds.filter((kind) => !isKindId(kind))).toStrictEqual([]);
    const fields = readable.flatMap(({ kind, api }) =>
      (api.parts ?? []).flatMap(({ as }) => ('field' in as ? [{ kind, field: as.field }] : [])),
    );
    const unclaimed = fields.filter(({ kind, field }) => !kind.plainText.some((path) => path.startsWith(`${field}[]`)));
    expect(unclaimed).toStrictEqual([]);
  });

  it('has regular expressions that are valid', () => {
    const patterns = readable.flatMap(({ api }) => [
      ...(api.unasked ?? []).map(({ pattern }) => pattern),
      ...(api.resolve === undefined ? [] : [api.resolve.pattern, api.resolve.answer.pattern]),
    ]);
    expect(patterns.map((pattern) => new RegExp(pattern, 'u').flags)).toStrictEqual(patterns.map(() => 'u'));
  });
});
