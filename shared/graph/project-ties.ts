import type { ProjectTie } from '../inventory/inventory.ts';
import type { JsonObject } from '../json.ts';
import { kindById } from '../kinds/index.ts';
import type { KindId } from '../kinds/index.ts';
import { firstStringAt, pathSteps, stringsAt, valueAt } from '../links/field-path.ts';
import type { Origin, ResourceDocument } from '../resource/document.ts';
import { isProjectNumber, projectVariable } from '../resource/name-identity.ts';
import { parseResourceName } from '../resource/resource-name.ts';
import type { ParsedName } from '../resource/resource-name.ts';
import { parseServiceAccount } from '../resource/service-account.ts';

/** A document and its name taken apart. */
export interface NamedDocument {
  readonly document: ResourceDocument;
  readonly name: ParsedName;
}

/**
 * Finds which project number and which project id one document ties together. Only what is certain counts: two names of one
 * resource, the project an asset lies in, a project's own document, the default account of a project.
 */
export function tiesOfDocument({ document, name }: NamedDocument): readonly ProjectTie[] {
  const ofNames = projectsOfOtherNames(document, name);
  const ofFields = projectsOfFields(document);
  const ofAncestors = projectOfAncestors(document, name);
  if (ofNames.length + ofFields.length + ofAncestors.length === 0) {
    return NO_TIES;
  }
  const others = [...ofNames, ...ofFields, ...ofAncestors];
  const ties: ProjectTie[] = [];
  const projects = name.project === undefined ? others : [{ project: name.project, source: 'name' }, ...others];
  for (const { project, source } of projects) {
    for (const other of projects) {
      if (isProjectNumber(project) && !isProjectNumber(other.project)) {
        const words = source === 'name' ? other.source : source;
        ties.push({ projectNumber: project, projectId: other.project, source: describe(document.origin, words) });
      }
    }
  }
  return ties;
}

const NO_TIES: readonly ProjectTie[] = [];

interface Spelling {
  readonly project: string;
  readonly source: string;
}

/** Aliases and the document's own name fields name the same resource, so a project spelled otherwise there is the same. */
function projectsOfOtherNames(document: ResourceDocument, name: ParsedName): readonly Spelling[] {
  let others: { path: string; value: string }[] | undefined = document.aliases?.map((value) => ({
    path: 'alias',
    value,
  }));
  for (const { path } of kindById(document.kind).nameFields) {
    const value = firstStringAt(document.data, pathSteps(path));
    // Most documents repeat the name they were found by.
    if (value?.includes('/') === true && !document.name.endsWith(value)) {
      others ??= [];
      others.push({ path, value });
    }
  }
  return (
    others?.flatMap(({ path, value }) => {
      const other = parseResourceName(value, { kinds: [document.kind] });
      return other?.project !== undefined && sameButProject(name, other)
        ? { project: other.project, source: path }
        : [];
    }) ?? NO_SPELLINGS
  );
}

const NO_SPELLINGS: readonly Spelling[] = [];

function sameButProject(left: ParsedName, right: ParsedName): boolean {
  const project = projectVariable(left.kind);
  const keys = Object.keys(left.variables);
  return (
    keys.length === Object.keys(right.variables).length &&
    keys.every((key) => key === project || left.variables[key] === right.variables[key])
  );
}

/** Kinds whose documents tie a number and an id by fields of their own. */
const FIELD_TIES: Partial<Record<KindId, (data: JsonObject) => readonly Spelling[]>> = {
  'gcp-cloud-resource-manager-project': projectsOfProject,
  'gcp-iam-service-account': projectsOfAccount,
};

function projectsOfFields({ kind, data }: ResourceDocument): readonly Spelling[] {
  return FIELD_TIES[kind]?.(data) ?? NO_SPELLINGS;
}

/** Version 1 of the API says `projectNumber`, version 3 has the number in `name`. */
function projectsOfProject(data: JsonObject): readonly Spelling[] {
  const number = valueAt(data, ['projectNumber']);
  const [name = ''] = stringsAt(data, ['name']);
  const [id] = stringsAt(data, ['projectId']);
  const fromName = /^projects\/(\d+)$/.exec(name)?.[1];
  return [
    ...(typeof number === 'string' || typeof number === 'number' ? spelled(String(number), 'projectNumber') : []),
    ...(fromName === undefined ? [] : spelled(fromName, 'name')),
    ...(id === undefined ? [] : spelled(id, 'projectId')),
  ];
}

/** The address of a project's default account (`NUMBER-compute@…`) has the number, the field beside it the id. */
function projectsOfAccount(data: JsonObject): readonly Spelling[] {
  const [email] = stringsAt(data, ['email']);
  const [id] = stringsAt(data, ['projectId']);
  const account = email === undefined ? undefined : parseServiceAccount(email);
  const isDefault = account?.accountClass === 'default' && isProjectNumber(account.project);
  return id !== undefined && isDefault ? [...spelled(account.project, 'email'), ...spelled(id, 'projectId')] : [];
}

function spelled(project: string, source: string): readonly Spelling[] {
  return /^\d+$|^(?:[a-z0-9][a-z0-9.-]*:)?[a-z][a-z0-9-]*$/.test(project) ? [{ project, source }] : [];
}

/** An asset's nearest ancestor is the project it lies in, where its name has a project of its own. */
function projectOfAncestors({ ancestors }: ResourceDocument, name: ParsedName): readonly Spelling[] {
  const nearest = ancestors?.[0];
  const number = nearest === undefined ? undefined : /^projects\/(\d+)$/.exec(nearest)?.[1];
  return number === undefined || name.project === undefined ? NO_SPELLINGS : [{ project: number, source: 'ancestors' }];
}

function describe({ file, line, path }: Origin, words: string): string {
  const place = [line === undefined ? '' : ` line ${line}`, path === undefined ? '' : ` ${path}`].join('');
  return `${file}${place}: ${words}`;
}
