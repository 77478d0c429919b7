import { kindById } from '../../../shared/kinds/index.ts';
import type { KindId } from '../../../shared/kinds/index.ts';
import type { GoogleTransport, Page } from '../transport/transport.ts';
import { windowFilter } from './time-windows.ts';
import type { TimeWindow } from './time-windows.ts';

/** One kind in one place. */
export interface Place {
  readonly kind: KindId;
  readonly project: string;
  /** `-` for a list of all locations. */
  readonly location: string;
  /** Of the API's own grammar. */
  readonly filter?: string;
}

/** Which page of a place. */
export interface PageOf {
  readonly window: TimeWindow;
  readonly pageToken: string | undefined;
  readonly signal: AbortSignal;
}

/** Name of the time in a list's filter; undefined where the list cannot be filtered by time. */
export function timeFieldOf(kind: KindId): string | undefined {
  const { api } = kindById(kind);
  return 'list' in api && api.list?.place === 'vertex-location' ? api.list.timeField : undefined;
}

/** Asks for one page of a place. Rejects with an `ApiFailure`. */
export async function listPage(
  transport: Pick<GoogleTransport, 'list' | 'listPage'>,
  { kind, project, location, filter }: Place,
  { window, pageToken, signal }: PageOf,
): Promise<Page> {
  const { api, service } = kindById(kind);
  const token = pageToken === undefined ? {} : { pageToken };
  if ('list' in api && api.list?.place === 'project') {
    const query = Object.fromEntries(
      Object.entries(api.list.query ?? {}).map(([key, text]) => [key, text.replaceAll('{project}', project)]),
    );
    const path = api.list.path.replaceAll('{project}', encodeURIComponent(project).replaceAll('%3A', ':'));
    return await transport.list({ service, path, query, collectionKey: api.list.key, signal, ...token });
  }
  const time = windowFilter(timeFieldOf(kind) ?? '', window);
  const parts = [filter === undefined || time === '' ? (filter ?? '') : `(${filter})`, time];
  const both = parts.filter((part) => part !== '').join(' AND ');
  return await transport.listPage({
    kind,
    parent: `projects/${project}/locations/${location}`,
    signal,
    ...(both === '' ? {} : { filter: both }),
    ...token,
  });
}
