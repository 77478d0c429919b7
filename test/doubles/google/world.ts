import type { Estate, EstateDocument, EstateProject } from './estate.ts';

/** The estate as it is now: it may change between two calls. Names are looked up with the project by id or by number. */
export interface World {
  readonly projects: readonly EstateProject[];
  /** The project of a number or an id. */
  project(idOrNumber: string): EstateProject | undefined;
  /** Adds a document, or replaces the one of the same name. */
  put(document: EstateDocument): void;
  remove(name: string): void;
  /** By full name. */
  get(name: string): EstateDocument | undefined;
  /** Children of a parent's full name in one collection, newest first (Google promises no order). */
  list(parent: string, collection: string): readonly EstateDocument[];
  all(): readonly EstateDocument[];
  /** A name with every project it holds written by number, so that two spellings are equal. */
  normalise(name: string): string;
}

/** Makes the world that an estate describes. */
export function createWorld(estate: Estate): World {
  const projects = new Map<string, EstateProject>();
  for (const project of estate.projects) {
    projects.set(project.id, project);
    projects.set(project.number, project);
  }
  const documents = new Map<string, EstateDocument>();
  const collections = new Map<string, Map<string, EstateDocument>>();
  const sorted = new Map<string, readonly EstateDocument[]>();

  function normalise(name: string): string {
    return name.replace(/(^|\/)projects\/([^/]+)/u, (_whole, before: string, project: string) => {
      return `${before}projects/${projects.get(project)?.number ?? project}`;
    });
  }

  /** Vertex AI answers with the project's number, whatever the request or the creator wrote. */
  function withNumericName(document: EstateDocument): EstateDocument {
    const { name, data } = document;
    const written = data['name'];
    return name.startsWith('//aiplatform.googleapis.com/') && typeof written === 'string'
      ? { ...document, name: normalise(name), data: { ...data, name: normalise(written) } }
      : document;
  }

  const world: World = {
    projects: estate.projects,
    project: (idOrNumber) => projects.get(idOrNumber),
    normalise,
    put(given) {
      const key = normalise(given.name);
      const document = withNumericName(given);
      documents.set(key, document);
      const collection = collectionOf(key);
      const members = collections.get(collection) ?? new Map<string, EstateDocument>();
      members.set(key, document);
      collections.set(collection, members);
      sorted.delete(collection);
    },
    remove(name) {
      const key = normalise(name);
      documents.delete(key);
      collections.get(collectionOf(key))?.delete(key);
      sorted.delete(collectionOf(key));
    },
    get: (name) => documents.get(normalise(name)),
    list(parent, collection) {
      const key = `${normalise(parent)}/${collection}`;
      const known = sorted.get(key);
      if (known !== undefined) {
        return known;
      }
      const members = [...(collections.get(key)?.values() ?? [])].toSorted(newestFirst);
      sorted.set(key, members);
      return members;
    },
    all: () => [...documents.values()],
  };
  for (const document of estate.documents) {
    world.put(document);
  }
  return world;
}

/** `//service/a/1/b/2` is in `//service/a/1/b`; a bucket, `//storage.googleapis.com/NAME`, in `//storage.googleapis.com/b`. */
function collectionOf(name: string): string {
  const parent = name.slice(0, name.lastIndexOf('/'));
  return parent.lastIndexOf('/') === 1 ? `${parent}/b` : parent;
}

function newestFirst(left: EstateDocument, right: EstateDocument): number {
  const difference = createdAt(right) - createdAt(left);
  return difference === 0 ? (left.name < right.name ? -1 : 1) : difference;
}

function createdAt(document: EstateDocument): number {
  const { createTime } = document.data;
  return typeof createTime === 'string' ? Date.parse(createTime) : 0;
}
