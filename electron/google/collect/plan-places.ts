import { KINDS, kindById } from '../../../shared/kinds/index.ts';
import type { KindId } from '../../../shared/kinds/index.ts';
import { parseResourceName } from '../../../shared/resource/resource-name.ts';
import type { ParsedName } from '../../../shared/resource/resource-name.ts';
import { locationsOf } from './locations.ts';
import type { Place } from './list-page.ts';
import type { Session } from './session.ts';

/** What to list and what to read by name. */
export interface CollectionPlan {
  /** A question about some resources, of which more may be known: nothing is said about how many of a kind there are. */
  readonly isQuestion?: boolean;
  readonly kinds: readonly KindId[];
  /** Of the API's own grammar, for all lists. */
  readonly filter?: string;
  /** Resources to read by name. */
  readonly seeds: readonly ParsedName[];
  /** Ids to look for in all projects and, but for those with a location, all locations: that most are not there is no news. */
  readonly probes: readonly { readonly kind: KindId; readonly id: string; readonly location?: string }[];
}

/** Kinds that are listed where a request names none. */
export const STANDARD_KINDS: readonly KindId[] = KINDS.filter(
  ({ api }) => 'list' in api && api.list?.place === 'vertex-location' && api.list.standard,
).map(({ id }) => id);

/** Places of a plan, kinds before places, so that the jobs come first wherever they are. */
export async function planPlaces(
  { kinds, filter }: CollectionPlan,
  among: readonly string[],
  session: Session,
): Promise<readonly Place[]> {
  const filtered = filter === undefined ? {} : { filter };
  const isWalked = kinds.some((kind) => listPlaceOf(kind) === 'vertex-location');
  const projects = await Promise.all(
    among.map(async (project) => ({
      project,
      locations: isWalked ? await locationsOf(project, session) : [],
    })),
  );
  return kinds.flatMap((kind) =>
    projects.flatMap(({ project, locations }): readonly Place[] => {
      switch (listPlaceOf(kind)) {
        case 'vertex-location':
          return locations.map((location) => ({ kind, project, location, ...filtered }));
        case 'project':
          return [{ kind, project, location: '-' }];
        case undefined:
          return [];
      }
    }),
  );
}

/** Names of the ids of a plan, each once. */
export async function namesOfProbes(
  { probes }: CollectionPlan,
  among: readonly string[],
  session: Session,
): Promise<readonly ParsedName[]> {
  const found = await Promise.all(
    probes.flatMap(({ kind, id, location }) =>
      among.map(async (project) => {
        const locations = location === undefined ? await locationsOf(project, session) : [location];
        return locations.flatMap((each) => parseResourceName(id, { kinds: [kind], project, location: each }) ?? []);
      }),
    ),
  );
  return [...new Map(found.flat().map((name) => [name.name, name])).values()];
}

/** How all resources of a kind can be listed; undefined where they cannot. */
export function listPlaceOf(kind: KindId): 'vertex-location' | 'project' | undefined {
  const { api } = kindById(kind);
  return 'list' in api ? api.list?.place : undefined;
}
