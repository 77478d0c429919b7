import { VERTEX_SERVICE } from '../../../shared/kinds/vertex.ts';
import type { ApiFailureData, ApiFailureStatus } from '../transport/api-failure.ts';
import { failureOf, withoutStop } from './failure-row.ts';
import type { Session } from './session.ts';
import { STATIC_LOCATIONS, STATIC_LOCATIONS_DATE } from './static-locations.ts';

/** Failures of the list after which no location can be read, so that one row for all of them says enough. */
const CLOSED: ReadonlySet<ApiFailureStatus> = new Set(['api-disabled', 'project-unknown', 'quota-project-required']);

/**
 * Locations to walk in a project: those chosen, else those it offers, else those known when the program was made; `-` alone
 * where the project offers none because Vertex AI is not enabled in it, there is no such project, or the caller needs a quota project.
 */
export async function locationsOf(project: string, session: Session): Promise<readonly string[]> {
  const { request, options } = session;
  if (request.locations !== undefined) {
    return request.locations;
  }
  try {
    const offered = await session.callAbout(VERTEX_SERVICE, project, (signal) =>
      options.transport.listLocations({ project, signal }),
    );
    if (offered.length > 0) {
      return offered;
    }
    return await fallBack(project, 'the list is empty', session);
  } catch (error) {
    const failure = failureOf(error);
    if (CLOSED.has(failure.status)) {
      return ['-'];
    }
    return failure.status === 'cancelled' ? [] : fallBack(project, reasonOf(failure), session);
  }
}

function reasonOf({ status, message }: ApiFailureData): string {
  return status === 'denied' ? 'it takes aiplatform.locations.list' : withoutStop(message);
}

async function fallBack(project: string, reason: string, session: Session): Promise<readonly string[]> {
  await session.notice({ type: 'static-locations', project, listedOn: STATIC_LOCATIONS_DATE, reason });
  return STATIC_LOCATIONS;
}
