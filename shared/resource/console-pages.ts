import { KINDS } from '../kinds/index.ts';
import type { KindId } from '../kinds/index.ts';
import { compileNameTemplate, createTemplateTree } from './name-template.ts';
import type { TemplateTree } from './name-template.ts';
import type { KindTemplate } from './name-tables.ts';
import { parseConsoleAddress } from './web-address.ts';
import type { ConsoleAddress } from './web-address.ts';

/** A page that tells its resource in the query: `/bigquery?p=PROJECT&d=DATASET&t=TABLE`. */
interface QueryPage {
  readonly kind: KindId;
  readonly path: string;
  /** Variable of the kind's name by parameter. */
  readonly variables: ReadonlyMap<string, string>;
}

/** What a page of the console tells about a resource. */
export interface PageReading {
  readonly kind: KindId;
  readonly variables: Readonly<Record<string, string>>;
}

/** Pages by their path; where kinds share a page, all are found, in the registry's order. */
export const consolePages: TemplateTree<KindTemplate> = createTemplateTree();

/** Pages that people have bookmarked or tools have printed, and that are not the ones we would open. */
const FORMER_PAGES: readonly (readonly [KindId, string])[] = [
  ['gcp-ai-platform-model', 'vertex-ai/locations/{location}/models/{id}'],
  ['gcp-ai-platform-endpoint', 'vertex-ai/locations/{location}/endpoints/{id}'],
  ['gcp-artifact-registry-docker-image', 'artifacts/docker/{project}/{location}/{repository}/{id}'],
  ['gcp-artifact-registry-repository', 'artifacts/docker/{project}/{location}/{id}'],
];

const queryPages: QueryPage[] = [];

for (const kind of KINDS) {
  const page = kind.consoleUrl === undefined ? undefined : parseConsoleAddress(kind.consoleUrl);
  if (page?.path.includes('{id}') === true) {
    addConsolePage(kind.id, page.path);
  } else if (page !== undefined) {
    addQueryPage(kind.id, page);
  }
}
for (const [kind, path] of FORMER_PAGES) {
  addConsolePage(kind, path);
}

/** Reads a page that tells its resource in the query. The reading with the most variables comes first. */
export function readQueryPage({ path, parameters }: ConsoleAddress): readonly PageReading[] {
  return queryPages
    .filter(
      (page) => page.path === path && [...page.variables.keys()].every((name) => (parameters.get(name) ?? '') !== ''),
    )
    .toSorted((left, right) => right.variables.size - left.variables.size)
    .map(({ kind, variables }) => ({
      kind,
      variables: Object.fromEntries([...variables].map(([name, variable]) => [variable, parameters.get(name) ?? ''])),
    }));
}

function addConsolePage(kind: KindId, path: string): void {
  const template = compileNameTemplate(`//console/${path}`);
  // Pages below the resource's own (`/cpu`, `/details`) are the same resource.
  const end = template.parts.findLastIndex((part) => part.variable !== undefined) + 1;
  consolePages.add(template.parts.slice(0, end), { ...template, kind });
}

/** A list page has no id in its query either and identifies nothing. */
function addQueryPage(kind: KindId, { path, parameters }: ConsoleAddress): void {
  const variables = new Map(
    [...parameters].flatMap(([name, value]): [string, string][] => {
      const variable = /^\{(\w+)\}$/.exec(value)?.[1];
      return variable === undefined ? [] : [[name, variable]];
    }),
  );
  if ([...variables.values()].includes('id')) {
    queryPages.push({ kind, path, variables });
  }
}
