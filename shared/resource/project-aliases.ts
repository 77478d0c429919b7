import { compareText } from '../compare.ts';
import type { ProjectTie } from '../inventory/inventory.ts';

/** Two sources that contradict each other about a project. Neither is applied. */
export interface ProjectConflict {
  readonly projectNumber: string;
  /** Ids the number was tied to, sorted; one when it is the id that was tied to several numbers. */
  readonly projectIds: readonly string[];
  /** Where the ties were learnt, sorted. */
  readonly sources: readonly string[];
}

/** Which project number and project id are the same project. */
export interface ProjectAliases {
  /** Project id for a number; the given spelling where the tie is not known. */
  canonical(project: string): string;
  /** Number of a project given by id or number; undefined when it is not known. */
  numberOf(project: string): string | undefined;
  /** Applied ties, number to id. */
  readonly idOfNumber: ReadonlyMap<string, string>;
  readonly conflicts: readonly ProjectConflict[];
}

/** Builds the table. The result does not depend on the order of the ties. */
export function createProjectAliases(ties: readonly ProjectTie[]): ProjectAliases {
  const idsOfNumber = new Map<string, Map<string, Set<string>>>();
  const numbersOfId = new Map<string, Set<string>>();
  for (const tie of ties) {
    const ids = idsOfNumber.get(tie.projectNumber) ?? new Map<string, Set<string>>();
    idsOfNumber.set(tie.projectNumber, ids);
    ids.set(tie.projectId, (ids.get(tie.projectId) ?? new Set()).add(tie.source));
    numbersOfId.set(tie.projectId, (numbersOfId.get(tie.projectId) ?? new Set()).add(tie.projectNumber));
  }
  const idOfNumber = new Map<string, string>();
  const numberOfId = new Map<string, string>();
  const conflicts: ProjectConflict[] = [];
  for (const [projectNumber, ids] of [...idsOfNumber].toSorted(([left], [right]) => compareText(left, right))) {
    const projectIds = [...ids.keys()].toSorted(compareText);
    const [only = '', another] = projectIds;
    if (another === undefined && numbersOfId.get(only)?.size === 1) {
      idOfNumber.set(projectNumber, only);
      numberOfId.set(only, projectNumber);
    } else {
      const sources = new Set([...ids.values()].flatMap((each) => [...each]));
      conflicts.push({ projectNumber, projectIds, sources: [...sources].toSorted(compareText) });
    }
  }
  return {
    canonical: (project) => idOfNumber.get(project) ?? project,
    numberOf: (project) => (/^\d+$/.test(project) ? project : numberOfId.get(project)),
    idOfNumber,
    conflicts,
  };
}
