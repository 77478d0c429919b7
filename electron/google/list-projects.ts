import type { ProjectChoice } from '../../shared/ipc/collection.ts';
import type { JsonObject } from '../../shared/json.ts';
import type { GoogleTransport } from './transport/transport.ts';

/** Most projects offered; who has more names them. */
const MOST = 5000;

/**
 * Lists the active projects the caller may see, by id. https://cloud.google.com/resource-manager/reference/rest/v3/projects/search
 */
export async function listProjects(transport: GoogleTransport): Promise<ProjectChoice[]> {
  const found: ProjectChoice[] = [];
  let pageToken: string | undefined;
  do {
    const page = await transport.list({
      service: 'cloudresourcemanager.googleapis.com',
      path: 'v3/projects:search',
      query: { query: 'state:ACTIVE', pageSize: '500' },
      collectionKey: 'projects',
      ...(pageToken === undefined ? {} : { pageToken }),
    });
    found.push(...page.items.flatMap(choiceOf));
    pageToken = page.nextPageToken;
  } while (pageToken !== undefined && found.length < MOST);
  return found.toSorted((left, right) => (left.id < right.id ? -1 : 1));
}

function choiceOf({ projectId, displayName }: JsonObject): ProjectChoice[] {
  if (typeof projectId !== 'string') return [];
  return [{ id: projectId, ...(typeof displayName === 'string' ? { name: displayName } : {}) }];
}
