import { isKindId, kindById } from '../../../shared/kinds/index.ts';
import type { KindId } from '../../../shared/kinds/index.ts';
import type { ApiCall, ResolveApi } from '../../../shared/kinds/api.ts';
import { firstStringAt, pathSteps } from '../../../shared/links/field-path.ts';
import type { JsonObject } from '../../../shared/json.ts';
import type { ParsedName } from '../../../shared/resource/resource-name.ts';

/** Path and query of a call. */
export interface FilledCall {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

/** Relative name of a resource: `projects/p/locations/l/…`, parts encoded as the API wants them. */
export function relativeName({ name }: Pick<ParsedName, 'name'>): string {
  return name.slice(name.indexOf('/', 2) + 1);
}

/** Fills a call of a kind file with the variables of a resource's name and fields of its document. */
export function fillCall(call: ApiCall, name: ParsedName, document: JsonObject = {}): FilledCall {
  const values: Readonly<Record<string, string>> = { project: '-', ...name.variables };
  const path = fill(call.path, (variable) =>
    variable === 'name' ? relativeName(name) : encodePart(values[variable] ?? ''),
  );
  const query = Object.entries(call.query ?? {}).map(([key, text]): [string, string] => [
    key,
    fill(text, (variable) =>
      variable.startsWith('field:')
        ? (firstStringAt(document, pathSteps(variable.slice('field:'.length))) ?? '')
        : (values[variable] ?? ''),
    ),
  ]);
  return { path, query: Object.fromEntries(query) };
}

/** A call that tells the identity behind an id which is none, and how its answer is read. */
export interface Resolution extends FilledCall {
  /** The identity in the answer; undefined where the answer has none. */
  idOf(answer: JsonObject): string | undefined;
}

/** The call for an id that only stands for a resource (a tag), or undefined for one that is its identity. */
export function resolutionOf(resolve: ResolveApi | undefined, name: ParsedName): Resolution | undefined {
  const groups = resolve === undefined ? undefined : new RegExp(resolve.pattern, 'u').exec(name.id)?.groups;
  if (resolve === undefined || groups === undefined) {
    return undefined;
  }
  const values: Readonly<Record<string, string>> = { ...name.variables, ...groups };
  return {
    path: fill(resolve.path, (variable) => encodePart(values[variable] ?? '')),
    query: {},
    idOf(answer) {
      const text = firstStringAt(answer, pathSteps(resolve.answer.field)) ?? '';
      const found = new RegExp(resolve.answer.pattern, 'u').exec(text)?.groups;
      return found === undefined
        ? undefined
        : fill(resolve.id, (variable) => found[variable] ?? values[variable] ?? '');
    },
  };
}

function fill(template: string, valueOf: (variable: string) => string): string {
  return template.replaceAll(/\{([^{}]+)\}/g, (_match, variable: string) => valueOf(variable));
}

/** Addresses, digests and projects with a domain are written with `@` and `:` in paths. */
function encodePart(value: string): string {
  return encodeURIComponent(value).replaceAll('%40', '@').replaceAll('%3A', ':');
}

/** Kinds that come in the lists which belong to resources of a kind. */
export function partKindsOf(kind: KindId): readonly KindId[] {
  const { api } = kindById(kind);
  const parts = 'parts' in api ? (api.parts ?? []) : [];
  return parts.flatMap(({ as }) => ('kind' in as && isKindId(as.kind) ? [as.kind] : []));
}
