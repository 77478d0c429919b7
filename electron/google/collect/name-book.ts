import type { ProjectTie } from '../../../shared/inventory/inventory.ts';
import { isProjectNumber } from '../../../shared/resource/name-identity.ts';
import { withProject } from '../../../shared/resource/resource-name.ts';
import type { ParsedName, ResourceName } from '../../../shared/resource/resource-name.ts';

/** Which project number and id are one project, as far as learnt while collecting. */
export class NameBook {
  readonly #idOfNumber = new Map<string, string>();

  /** Returns whether the tie was new. */
  learn(tie: Pick<ProjectTie, 'projectId' | 'projectNumber'>): boolean {
    if (this.#idOfNumber.has(tie.projectNumber) || isProjectNumber(tie.projectId)) {
      return false;
    }
    this.#idOfNumber.set(tie.projectNumber, tie.projectId);
    return true;
  }

  /** Project id where it is known, else the given spelling. */
  project(project: string): string {
    return this.#idOfNumber.get(project) ?? project;
  }

  /** The same for all spellings of one resource. */
  key(name: ParsedName): ResourceName {
    return name.project === undefined ? name.name : withProject(name, this.project(name.project)).name;
  }
}
