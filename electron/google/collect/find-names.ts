import { extractLinks } from '../../../shared/links/extract-links.ts';
import { createExtractionMemory } from '../../../shared/links/extraction-memory.ts';
import type { ExtractionMemory } from '../../../shared/links/extraction-memory.ts';
import { stringsAt } from '../../../shared/links/field-path.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { containerName, containersAmong } from '../../../shared/resource/container-name.ts';
import { parseResourceName } from '../../../shared/resource/resource-name.ts';
import type { ParsedName } from '../../../shared/resource/resource-name.ts';
import type { DocumentNames } from './frontier.ts';
import type { NamedAnswer } from './make-document.ts';

/** Finds what documents name, by the product's own link rules. */
export class NameFinder {
  readonly #memory: ExtractionMemory = createExtractionMemory();

  readonly #containers = new Map<string, ParsedName | undefined>();

  /** All a document leads to. */
  read(made: NamedAnswer): DocumentNames {
    return { named: this.#namesIn(made), containers: this.#containersOf(made) };
  }

  /** Each resource once, in the order in which the document names them; never the document's own. */
  #namesIn({ name, document }: NamedAnswer): readonly ParsedName[] {
    const { project, location } = name;
    const place = { ...(project === undefined ? {} : { project }), ...(location === undefined ? {} : { location }) };
    const found = new Map<string, ParsedName>();
    for (const { reading } of extractLinks(document.kind, document.data, place, this.#memory).candidates) {
      if (reading.ok && reading.parsed.name !== name.name) {
        found.set(reading.parsed.name, reading.parsed);
      }
    }
    for (const role of customRolesOf(document.iamPolicy)) {
      found.set(role.name, role);
    }
    return [...found.values()];
  }

  #containersOf({ document: { kind, data, ancestors } }: NamedAnswer): readonly ParsedName[] {
    const own = containerName(kind, data);
    return [...(own === undefined ? [] : [own]), ...containersAmong(ancestors)].flatMap((name) => {
      // Thousands of assets have the same few ancestors.
      if (!this.#containers.has(name)) {
        this.#containers.set(name, parseResourceName(`//cloudresourcemanager.googleapis.com/${name}`));
      }
      return this.#containers.get(name) ?? [];
    });
  }
}

/** Roles of the user's own that a policy grants: what they give is only in their documents. */
function customRolesOf(policy: JsonObject | undefined): readonly ParsedName[] {
  return stringsAt(policy, ['bindings', '[]', 'role']).flatMap((role) =>
    role.startsWith('roles/') ? [] : (parseResourceName(role, { kinds: ['gcp-iam-role'] }) ?? []),
  );
}
