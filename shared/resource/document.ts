import type { JsonObject } from '../json.ts';
import type { KindId } from '../kinds/index.ts';
import type { ResourceName } from './resource-name.ts';

/** Where a document was read. */
export interface Origin {
  /** File as the user named it; `-` for standard input. */
  readonly file: string;
  /** 1-based line of the record's start, where the format has lines. */
  readonly line?: number;
  /** Path of the record inside the file: `[3]`, `customJobs[0]`. */
  readonly path?: string;
}

/**
 * One raw resource document in canonical form (REST v1 JSON), however it was obtained. Immutable; everything else is derived.
 */
export interface ResourceDocument {
  readonly kind: KindId;
  /** Full name as the source spells it: the project may be a number or an id. */
  readonly name: ResourceName;
  readonly data: JsonObject;
  /** `full`: the API's document. `summary`: only some fields are known (an asset line with name and type, a search result).
   * `unsubmitted`: a job specification that was not sent to the API. `policy`: only an IAM policy is known. */
  readonly form: 'full' | 'summary' | 'unsubmitted' | 'policy';
  readonly iamPolicy?: JsonObject;
  /** `projects/NUMBER`, `folders/…`, `organizations/…`, nearest first. */
  readonly ancestors?: readonly string[];
  /** Other names the source gave to the same resource (a numeric id, a unique id). */
  readonly aliases?: readonly ResourceName[];
  /** RFC 3339 time at which the source was asked what the aliases stand for: an image's tag resolves to it today. */
  readonly aliasTime?: string;
  /** RFC 3339 time at which the source says the document was current, if it says. */
  readonly updateTime?: string;
  readonly origin: Origin;
}
