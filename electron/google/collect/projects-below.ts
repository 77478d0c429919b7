import { kindById } from '../../../shared/kinds/index.ts';
import type { KindId } from '../../../shared/kinds/index.ts';
import type { CoverageRow } from '../../../shared/inventory/inventory.ts';
import type { JsonObject } from '../../../shared/json.ts';
import type { ApiFailureData } from '../transport/api-failure.ts';
import { describeFailure, failureOf } from './failure-row.ts';
import type { Session } from './session.ts';

const SERVICE = 'cloudresourcemanager.googleapis.com';
const FOLDER: KindId = 'gcp-cloud-resource-manager-folder';
const PROJECT: KindId = 'gcp-cloud-resource-manager-project';

/** Has all it takes to list what lies in a folder or an organisation. */
const ROLE = 'roles/browser';

/** Most projects that are walked, as many as a request may name. */
const MOST_PROJECTS = 10_000;

/** Deeper than folders may lie in each other (ten), so that answers which contradict each other cannot make a loop. */
const DEEPEST = 16;

/**
 * Ids of the active projects below a folder or an organisation, through Resource Manager. What may not be listed has a coverage
 * row; of a folder whose projects may not be listed, those that the caller may see are taken all the same.
 * https://cloud.google.com/resource-manager/reference/rest/v3/projects/list
 */
export async function projectsBelow(scope: string, session: Session): Promise<readonly string[]> {
  const found = new Set<string>();
  const met = new Set([scope]);
  let level: readonly string[] = [scope];
  let isWhole = true;
  for (let depth = 0; level.length > 0 && depth < DEEPEST && found.size < MOST_PROJECTS; depth += 1) {
    const answers = await Promise.all(level.map((container) => readContainer(container, session)));
    for (const project of answers.flatMap(({ projects }) => projects)) {
      found.add(project);
    }
    isWhole &&= answers.every(({ isComplete }) => isComplete);
    level = [...new Set(answers.flatMap(({ folders }) => folders))].filter((folder) => !met.has(folder));
    for (const folder of level) {
      met.add(folder);
    }
  }
  const projects = [...found].slice(0, MOST_PROJECTS);
  const row = { ...place(scope, PROJECT), count: projects.length };
  if (found.size >= MOST_PROJECTS) {
    const error = `More than ${MOST_PROJECTS} projects lie below it; collect its folders one by one.`;
    await session.coverage({ ...row, status: 'limited', error });
  } else if (isWhole) {
    const error = 'Listed through Resource Manager; each location of these projects is read.';
    await session.coverage({ ...row, status: 'read', error });
  }
  return projects;
}

/** What lies directly in a folder or an organisation. */
async function readContainer(
  container: string,
  session: Session,
): Promise<{
  readonly projects: readonly string[];
  readonly folders: readonly string[];
  readonly isComplete: boolean;
}> {
  const [projects, folders] = await Promise.all([
    listBelow(container, PROJECT, session),
    listBelow(container, FOLDER, session),
  ]);
  const seen = 'failure' in projects ? await searchBelow(container, session) : projects.items;
  for (const [kind, answer] of [
    [PROJECT, projects],
    [FOLDER, folders],
  ] as const) {
    const about = { ...place(container, kind), resource: `//${SERVICE}/${container}`, aspect: 'parts' as const };
    if ('failure' in answer) {
      const facts = describeFailure(answer.failure, kind, { permission: kindById(kind).permissions.list, role: ROLE });
      const taken =
        kind === PROJECT && seen.length > 0 ? ` Those in it that you may see yourself are read: ${seen.length}.` : '';
      const count = kind === PROJECT ? seen.length : 0;
      await session.coverage({ ...about, ...facts, count, error: `${facts.error ?? ''}${taken}` });
    } else {
      await session.succeeded(about);
    }
  }
  return {
    projects: seen.filter(isActive).flatMap(({ projectId }) => (typeof projectId === 'string' ? projectId : [])),
    folders:
      'failure' in folders
        ? []
        : folders.items.filter(isActive).flatMap(({ name }) => (typeof name === 'string' ? name : [])),
    isComplete: !('failure' in projects) && !('failure' in folders),
  };
}

type Listed = { readonly items: readonly JsonObject[] } | { readonly failure: ApiFailureData };

async function listBelow(parent: string, kind: KindId, session: Session): Promise<Listed> {
  const { collection } = kindById(kind);
  try {
    return { items: await allPages(`v3/${collection}`, collection, { parent }, session) };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

/** Projects directly in a container that the caller may see; none where that may not be asked either. */
async function searchBelow(parent: string, session: Session): Promise<readonly JsonObject[]> {
  try {
    return await allPages('v3/projects:search', 'projects', { query: `parent:${parent}` }, session);
  } catch (error) {
    failureOf(error);
    return [];
  }
}

async function allPages(
  path: string,
  collectionKey: string,
  query: Readonly<Record<string, string>>,
  session: Session,
): Promise<readonly JsonObject[]> {
  const items: JsonObject[] = [];
  let pageToken: string | undefined;
  do {
    const token = pageToken === undefined ? {} : { pageToken };
    const page = await session.call((signal) =>
      session.options.transport.list({ service: SERVICE, path, query, collectionKey, signal, ...token }),
    );
    items.push(...page.items);
    pageToken = page.nextPageToken;
  } while (pageToken !== undefined && items.length < MOST_PROJECTS);
  return items;
}

function isActive({ state }: JsonObject): boolean {
  return state === undefined || state === 'ACTIVE';
}

function place(container: string, kind: KindId): Pick<CoverageRow, 'project' | 'location' | 'kind'> {
  return { project: container, location: '-', kind };
}
