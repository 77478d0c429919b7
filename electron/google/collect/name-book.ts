import type { ProjectTie } from '../../../shared/inventory/inventory.ts';
import { isProjectNumber } from '../../../shared/resource/name-identity.ts';
import { withProject } from '../../../shared/resource/resource-name.ts';
import type { ParsedName, ResourceName } from '../../../shared/resource/resource-name.ts';

/** Which project number and id are one project, as far as learnt while collecting. */
export class NameBook {
  readonly #idOfNumber = new Map<string, string>();
  readonly #numberOfId = new Map<string, string>();

  /** Returns whether the tie was new. */
  learn(tie: Pick<ProjectTie, 'projectId' | 'projectNumber'>): boolean {
    if (this.#idOfNumber.has(tie.projectNumber) || isProjectNumber(tie.projectId)) {
      return false;
    }
    this.#idOfNumber.set(tie.projectNumber, tie.projectId);
    this.#numberOfId.set(tie.projectId, tie.projectNumber);
    return true;
  }

  /** Project id where it is known, else the given spelling. */
  project(project: string): string {
    return this.#idOfNumber.get(project) ?? project;
  }

  /** The name as it is spelled, with the project's id, and with its number, as far as they are known. */
  spellings(name: ParsedName): readonly ResourceName[] {
    const { project } = name;
    if (project === undefined) {
      return [name.name];
    }
    const id = this.project(project);
    const number = this.#numberOfId.get(id) ?? id;
    return [name.name, withProject(name, id).name, withProject(name, number).name];
  }

  /** The same for all spellings of one resource. */
  key(name: ParsedName): ResourceName {
    return name.project === undefined ? name.name : withProject(name, this.project(name.project)).name;
  }
}
