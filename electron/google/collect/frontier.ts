import type { UnaskedRule } from '../../../shared/kinds/api.ts';
import { kindById } from '../../../shared/kinds/index.ts';
import { unaskedRule } from '../../../shared/kinds/unasked.ts';
import { formatResourceName, parseResourceName } from '../../../shared/resource/resource-name.ts';
import type { ParsedName, ResourceName } from '../../../shared/resource/resource-name.ts';
import type { NameBook } from './name-book.ts';

const PROJECT = 'gcp-cloud-resource-manager-project';

/** A resource that documents name. */
export interface NamedResource {
  readonly key: ResourceName;
  readonly name: ParsedName;
  /** Hops from the nearest document that was listed. */
  depth: number;
  state: 'beyond' | 'asked' | 'settled';
  /** What its document names. */
  names: DocumentNames;
}

/** What a document leads to. */
export interface DocumentNames {
  /** Resources it names. */
  readonly named: readonly ParsedName[];
  /** The folders and the organisation it lies in, whose policies hold for it too: these are no hops. */
  readonly containers: readonly ParsedName[];
}

const NO_NAMES: DocumentNames = { named: [], containers: [] };

/** What becomes of a name when it is met for the first time within the depth. */
export interface FrontierEvents {
  /** It is to be read. */
  ask(resource: NamedResource): void;
  /** The answer is known without asking. */
  unasked(resource: NamedResource, rule: UnaskedRule): void;
}

/**
 * Follows names from document to document, up to a number of hops, and has each resource asked for once. A resource that is met
 * again on a shorter way takes what it names nearer too.
 */
export class Frontier {
  readonly #limit: number;
  readonly #book: NameBook;
  readonly #isListed: (name: ParsedName) => boolean;
  readonly #events: FrontierEvents;
  readonly #resources = new Map<ResourceName, NamedResource>();

  /** `isListed`: the resource comes with a list, or is known to be missing there, so it is not asked for by name. */
  constructor(limit: number, book: NameBook, isListed: (name: ParsedName) => boolean, events: FrontierEvents) {
    this.#limit = limit;
    this.#book = book;
    this.#isListed = isListed;
    this.#events = events;
  }

  /** Follows what a listed document names, and its project. */
  followDocument(name: ParsedName, names: DocumentNames): void {
    this.#followAll(names, 0);
    const project = this.#projectOf(name);
    if (project !== undefined) {
      this.follow(project, 1);
    }
  }

  follow(name: ParsedName, depth: number): void {
    // Names lead to names without a bound on their length, so no recursion.
    const waiting: { readonly name: ParsedName; readonly depth: number }[] = [{ name, depth }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const resource = this.#meet(next.name, next.depth);
      if (resource !== undefined) {
        for (const child of resource.names.named) {
          waiting.push({ name: child, depth: resource.depth + 1 });
        }
        for (const container of resource.names.containers) {
          waiting.push({ name: container, depth: Math.max(1, resource.depth) });
        }
        const project = this.#projectOf(resource.name);
        if (project !== undefined) {
          waiting.push({ name: project, depth: Math.max(1, resource.depth) });
        }
      }
    }
  }

  /** The document of a resource has come. */
  took(name: ParsedName, depth: number, names: DocumentNames): void {
    const resource = this.#resource(name);
    resource.state = 'settled';
    resource.names = names;
    resource.depth = Math.min(resource.depth, depth);
    this.#followAll(names, resource.depth);
  }

  /** What became of a resource is known from before, so it is not asked for; `names` are those in its document. */
  settle(name: ParsedName, names: DocumentNames = NO_NAMES): void {
    const resource = this.#resource(name);
    resource.state = 'settled';
    resource.names = names;
  }

  /** Resources that lie beyond the depth. */
  *beyond(): Generator<NamedResource, void> {
    for (const resource of this.#resources.values()) {
      if (resource.state === 'beyond') {
        yield resource;
      }
    }
  }

  /** `depth` is that of the document. */
  #followAll({ named, containers }: DocumentNames, depth: number): void {
    for (const name of named) {
      this.follow(name, depth + 1);
    }
    for (const name of containers) {
      this.follow(name, Math.max(1, depth));
    }
  }

  /** Returns the resource if this way to it is the shortest so far. */
  #meet(name: ParsedName, depth: number): NamedResource | undefined {
    const { api } = kindById(name.kind);
    if ('unavailable' in api || this.#isListed(name)) {
      return undefined;
    }
    const resource = this.#resource(name);
    if (depth >= resource.depth) {
      return undefined;
    }
    resource.depth = depth;
    if (resource.state === 'beyond' && depth <= this.#limit) {
      const rule = unaskedRule(name.kind, name.variables);
      resource.state = rule === undefined ? 'asked' : 'settled';
      if (rule === undefined) {
        this.#events.ask(resource);
      } else {
        this.#events.unasked(resource, rule);
      }
    }
    return resource;
  }

  #resource(name: ParsedName): NamedResource {
    const key = this.#book.key(name);
    const known = this.#resources.get(key);
    if (known !== undefined) {
      return known;
    }
    const resource: NamedResource = { key, name, depth: Infinity, state: 'beyond', names: NO_NAMES };
    this.#resources.set(key, resource);
    return resource;
  }

  #projectOf({ kind, project }: ParsedName): ParsedName | undefined {
    return project === undefined || kind === PROJECT ? undefined : projectName(this.#book.project(project));
  }
}

/** Name of a project; undefined for what can be none. */
export function projectName(project: string): ParsedName | undefined {
  return parseResourceName(formatResourceName(PROJECT, { id: project }), { kinds: [PROJECT] });
}
