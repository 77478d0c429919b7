/*
 * How Google's APIs are asked for resources of a kind. Paths begin with the API's version. In paths and values of queries,
 * `{name}` stands for the resource's relative name (`projects/p/…`), `{id}` and the like for the variables of its name, and
 * `{field:PATH}` for a field of its document.
 */

/** A call that reads. */
export interface ApiCall {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** How all resources of a kind in a place are listed. */
export type ListApi =
  /** A collection of Vertex AI, in each of its locations. */
  | {
      readonly place: 'vertex-location';
      /** Field of the list's filter with the time of creation, where it has one. Parts of a long list are read in parallel by it. */
      readonly timeField?: string;
      /** Whether a collection that names no kinds takes this one. */
      readonly standard: boolean;
    }
  /** All of a project at once; `{project}` is its id. */
  | (ApiCall & {
      readonly place: 'project';
      /** Key of the list in the answer. */
      readonly key: string;
    });

/** A list that belongs to a resource. */
export interface PartsApi extends ApiCall {
  /** Key of the list in the answer. */
  readonly key: string;
  readonly permission: string;
  /** `field`: the list is kept in the document, under this name. `kind`: its elements are resources of this kind. */
  readonly as: { readonly field: string } | { readonly kind: string };
  /** Least number of elements that are worth keeping. */
  readonly atLeast?: number;
}

/** The call that tells which resource a name stands for today. */
export interface ResolveApi {
  /** Regular expression; ids that fit are no identities yet (an image's tag). Its groups are variables of `path` and `id`. */
  readonly pattern: string;
  readonly path: string;
  /** Field of the answer, and a regular expression whose groups are variables of `id`. */
  readonly answer: { readonly field: string; readonly pattern: string };
  /** The identity. */
  readonly id: string;
  readonly permission: string;
}

/** Resources that are not asked for, because the answer is known. */
export interface UnaskedRule {
  readonly variable: string;
  /** Regular expression the value of the variable fits. */
  readonly pattern: string;
  /** `external`: nobody but its owner, who is not a customer, may read it. */
  readonly status: 'external' | 'not-found';
  readonly reason: string;
}

/** How resources of a kind are read; or why they cannot be. */
export type KindApi =
  | {
      readonly get: ApiCall;
      readonly resolve?: ResolveApi;
      readonly list?: ListApi;
      /** Asked for version 3, with its conditions: in the query, or in the body of a POST. */
      readonly policy?: ApiCall & { readonly verb: 'GET' | 'POST' };
      readonly parts?: readonly PartsApi[];
      readonly unasked?: readonly UnaskedRule[];
    }
  | { readonly unavailable: string };

/** Projects of Google that publish images, code and data for all. */
const GOOGLE_PROJECTS =
  '^(?:vertex-ai|cloud-aiplatform|deeplearning-platform-release|ml-pipeline|google-containers|google_containers|google-appengine|gke-release|distroless|cloud-builders|cloudsql-docker|gcp-sa-[a-z0-9-]+|google\\.com:.+)$';

/** Rule for what lies in a project of Google's. */
export function inGoogleProject(variable: 'project' | 'id'): UnaskedRule {
  return {
    variable,
    pattern: GOOGLE_PROJECTS,
    status: 'external',
    reason: 'It lies in a project of Google’s, which nobody else may read.',
  };
}
