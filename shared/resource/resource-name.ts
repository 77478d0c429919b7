import type { KindId } from '../kinds/index.ts';
import { parseImageId } from './image-id.ts';
import { normaliseVariables, projectVariable } from './name-identity.ts';
import { consolePages, readQueryPage } from './console-pages.ts';
import { relativeTemplates, tailSeparators, templatesByService, templatesOfKind } from './name-tables.ts';
import type { KindTemplate } from './name-tables.ts';
import { encodeSegment, splitInlineTail, tidyName } from './name-template.ts';
import type { TemplateTree } from './name-template.ts';
import { decodePercent, parseApiAddress, parseConsoleAddress, serviceOfHost } from './web-address.ts';
import type { ConsoleAddress } from './web-address.ts';

/** Full resource name: `//service/path`. Branded: only this file makes one. */
export type ResourceName = string & { readonly __resourceName: unique symbol };

/** A name taken apart. */
export interface ParsedName {
  readonly name: ResourceName;
  readonly kind: KindId;
  /** Project id or number as spelled; absent where the kind's names have none or it is not known (`-`). */
  readonly project?: string;
  /** Region, zone, multi-region or `global`, lower case. */
  readonly location?: string;
  /** Value of the last variable: what identifies the resource within its parent. */
  readonly id: string;
  readonly variables: Readonly<Record<string, string>>;
  /** What the name says beyond the identity: a model's or key's version, the path of an object. */
  readonly suffix?: string;
}

/** What is known about a name before it is read. */
export interface NameContext {
  /** Kinds the name may be of; all when absent. */
  readonly kinds?: readonly KindId[];
  /** Completes names that begin below the project (`global/networks/default`) and bare ids. */
  readonly project?: string;
  readonly location?: string;
}

/** Full names whose host is not Google's name images of other registries: `//docker.io/library/python:3.11`. */
const FOREIGN_KIND: KindId = 'gcp-artifact-registry-docker-image';

/**
 * Reads a resource's name in any spelling: full name, web address of the API (selfLink), page of the Google Cloud console,
 * relative name, name below the project or bare id where the context completes it.
 * Returns undefined for a text that is none. Never throws.
 */
export function parseResourceName(text: string, context: NameContext = {}): ParsedName | undefined {
  const trimmed = tidyName(text);
  if (trimmed === '') {
    return undefined;
  }
  if (trimmed.startsWith('//')) {
    return parseFullName(trimmed.slice(2), context);
  }
  if (/^https?:\/\//i.test(trimmed)) {
    const page = parseConsoleAddress(trimmed);
    if (page !== undefined) {
      return parseConsolePage(page, context);
    }
    const address = parseApiAddress(trimmed);
    const tree = address === undefined ? undefined : templatesByService.get(address.service);
    return address === undefined || tree === undefined ? undefined : matchPath(tree, address.path, context);
  }
  return parseRelativeName(trimmed.startsWith('/') ? trimmed.slice(1) : trimmed, context);
}

/**
 * Builds the canonical full name of a resource. `variables` are those of one of the kind's name templates; the template with
 * exactly these variables is used. Throws when none has them: callers pass variables of a parsed name or constants.
 */
export function formatResourceName(kind: KindId, variables: Readonly<Record<string, string>>): ResourceName {
  const template = canonicalTemplate(kind, variables);
  if (template === undefined && variables['registry'] === undefined) {
    throw new Error(`No name of ${kind} has the variables ${Object.keys(variables).join(', ')}`);
  }
  return writeName(template, variables);
}

/** Images of registries that are not Google's have no template. */
function writeName(template: KindTemplate | undefined, variables: Readonly<Record<string, string>>): ResourceName {
  if (template === undefined) {
    return `//${variables['registry'] ?? ''}/${variables['id'] ?? ''}` as ResourceName;
  }
  let name = `//${template.service}`;
  for (const part of template.parts) {
    name += part.literal === undefined ? `/${encodeSegment(variables[part.variable] ?? '')}` : `/${part.literal}`;
  }
  return name as ResourceName;
}

/** Makes the parsed form of a name from its variables; undefined where a value cannot be what its place demands. */
export function buildName(
  kind: KindId,
  variables: Readonly<Record<string, string>>,
  suffix?: string,
): ParsedName | undefined {
  const identity = normaliseVariables(kind, variables);
  const template = identity === undefined ? undefined : canonicalTemplate(kind, identity.variables);
  if (identity === undefined || (template === undefined && variables['registry'] === undefined)) {
    return undefined;
  }
  const { location } = identity.variables;
  const project = identity.variables[projectVariable(kind)];
  const place = location ?? (template?.isGlobal === true ? 'global' : undefined);
  const parsed: { -readonly [Key in keyof ParsedName]: ParsedName[Key] } = {
    name: writeName(template, identity.variables),
    kind,
    id: identity.variables[template?.idVariable ?? 'id'] ?? '',
    variables: identity.variables,
  };
  if (project !== undefined && project !== '-' && project !== '_') {
    parsed.project = project;
  }
  if (place !== undefined && place !== '-') {
    parsed.location = place;
  }
  const beyond = suffix ?? identity.suffix;
  if (beyond !== undefined) {
    parsed.suffix = beyond;
  }
  return parsed;
}

/** The same resource with its project spelled otherwise (number or id). */
export function withProject(parsed: ParsedName, project: string): ParsedName {
  const variable = projectVariable(parsed.kind);
  if (parsed.variables[variable] === undefined || parsed.variables[variable] === project) {
    return parsed;
  }
  const variables = { ...parsed.variables, [variable]: project };
  const id = variable === 'id' ? project : parsed.id;
  return { ...parsed, name: formatResourceName(parsed.kind, variables), project, id, variables };
}

/** The same resource with another id (a service account's address for its unique id, a digest for a tag). */
export function withId(parsed: ParsedName, id: string): ParsedName | undefined {
  const idVariable = templatesOfKind.get(parsed.kind)?.[0]?.idVariable ?? 'id';
  return buildName(parsed.kind, { ...parsed.variables, [idVariable]: id }, parsed.suffix);
}

/** Name of a job specification that was not sent to the API; `hash` tells specifications apart. */
export function unsubmittedName(
  kind: KindId,
  hash: string,
  place: { readonly project?: string; readonly location?: string } = {},
): ResourceName {
  return formatResourceName(kind, {
    project: place.project ?? '-',
    location: place.location ?? '-',
    id: `unsubmitted-${hash}`,
  });
}

function parseFullName(text: string, context: NameContext): ParsedName | undefined {
  const slash = text.indexOf('/');
  const host = (slash < 0 ? text : text.slice(0, slash)).toLowerCase();
  const path = slash < 0 ? '' : text.slice(slash + 1);
  if (host.endsWith('.googleapis.com')) {
    const tree = templatesByService.get(host) ?? templatesByService.get(serviceOfHost(host));
    return tree === undefined ? undefined : matchPath(tree, path, context);
  }
  const isRegistry = /^[a-z0-9][a-z0-9.-]*(?::\d+)?$/.test(host) && /[.:]|^localhost$/.test(host);
  const allowed = context.kinds === undefined || context.kinds.includes(FOREIGN_KIND);
  return isRegistry && allowed && parseImageId(path) !== undefined
    ? buildName(FOREIGN_KIND, { registry: host, id: path })
    : undefined;
}

function parseRelativeName(text: string, context: NameContext): ParsedName | undefined {
  const parsed = text.includes('/') ? matchPath(relativeTemplates, text, context) : undefined;
  if (parsed !== undefined) {
    return parsed;
  }
  if (context.project === undefined) {
    return bareName(text, context);
  }
  return text.includes('/')
    ? matchPath(relativeTemplates, `projects/${context.project}/${text}`, context)
    : bareName(text, context);
}

/** A bare id is a name only where one kind is expected and the context has all else that its name needs. */
function bareName(text: string, context: NameContext): ParsedName | undefined {
  const [kind, another] = context.kinds ?? [];
  if (kind === undefined || another !== undefined || text.includes('/')) {
    return undefined;
  }
  const known: Readonly<Record<string, string | undefined>> = { project: context.project, location: context.location };
  for (const template of templatesOfKind.get(kind) ?? []) {
    const variables: Record<string, string> = {};
    for (const { variable } of template.parts) {
      const value = variable === template.idVariable ? text : known[variable ?? ''];
      if (variable !== undefined && value !== undefined) {
        variables[variable] = value;
      }
    }
    const complete = template.parts.every(
      ({ variable }) => variable === undefined || variables[variable] !== undefined,
    );
    if (complete) {
      const [id, suffix] = splitInlineTail(template, text);
      return buildName(kind, { ...variables, [template.idVariable]: decodePercent(id) }, suffix);
    }
  }
  return undefined;
}

function parseConsolePage(page: ConsoleAddress, context: NameContext): ParsedName | undefined {
  // The console has had two homes for Vertex AI; links to the first are still printed by the Python SDK.
  const segments = page.path
    .replace(/^ai\/platform\//, 'vertex-ai/')
    .replace('/sha256:', '@sha256:')
    .split('/');
  const extra = page.project === undefined ? {} : { project: page.project };
  for (let length = segments.length; length > 0; length -= 1) {
    const found = matchSegments(consolePages, segments, length, context, extra);
    if (found !== undefined) {
      return found;
    }
  }
  for (const { kind, variables } of readQueryPage(page)) {
    if (context.kinds === undefined || context.kinds.includes(kind)) {
      return buildName(kind, variables);
    }
  }
  return undefined;
}

function matchPath(tree: TemplateTree<KindTemplate>, path: string, context: NameContext): ParsedName | undefined {
  const segments = path.split('/');
  const whole = matchSegments(tree, segments, segments.length, context, {});
  if (whole !== undefined) {
    return whole;
  }
  for (const separator of tailSeparators) {
    const at = path.indexOf(separator);
    if (at > 0) {
      const head = path.slice(0, at).split('/');
      const suffix = decodePercent(path.slice(at + separator.length));
      const found = matchSegments(tree, head, head.length, context, {}, { separator, suffix });
      if (found !== undefined) {
        return found;
      }
    }
  }
  return undefined;
}

function matchSegments(
  tree: TemplateTree<KindTemplate>,
  segments: readonly string[],
  length: number,
  context: NameContext,
  extra: Readonly<Record<string, string>>,
  tail?: { readonly separator: string; readonly suffix: string },
): ParsedName | undefined {
  for (const template of tree.match(segments, length)) {
    const expected = context.kinds === undefined || context.kinds.includes(template.kind);
    if (expected && (tail === undefined || template.tail?.separator === tail.separator)) {
      const found = readVariables(template, segments, extra, tail?.suffix);
      if (found !== undefined) {
        return found;
      }
    }
  }
  return undefined;
}

function readVariables(
  template: KindTemplate,
  segments: readonly string[],
  extra: Readonly<Record<string, string>>,
  suffix: string | undefined,
): ParsedName | undefined {
  const variables: Record<string, string> = { ...extra };
  let beyond = suffix;
  for (let index = 0; index < template.parts.length; index += 1) {
    const variable = template.parts[index]?.variable;
    const segment = segments[index] ?? '';
    if (variable === template.idVariable && suffix === undefined) {
      const [value, inline] = splitInlineTail(template, segment);
      variables[variable] = decodePercent(value);
      beyond = inline;
    } else if (variable !== undefined) {
      variables[variable] = decodePercent(segment);
    }
  }
  return buildName(template.kind, variables, beyond);
}

function canonicalTemplate(kind: KindId, variables: Readonly<Record<string, string>>): KindTemplate | undefined {
  const size = Object.keys(variables).length;
  for (const template of templatesOfKind.get(kind) ?? []) {
    if (template.variables.length === size && template.variables.every((name) => variables[name] !== undefined)) {
      return template;
    }
  }
  return undefined;
}
