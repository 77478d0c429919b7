import type { JsonObject } from '../../../shared/json.ts';

/** A project of the estate. Requests may name it by either; answers use what the service uses. */
export interface EstateProject {
  readonly id: string;
  /** Decimal digits. */
  readonly number: string;
  /** Vertex AI locations the project offers. */
  readonly locations: readonly string[];
  /** `folders/…`, `organizations/…`, nearest first. */
  readonly ancestors?: readonly string[];
}

/** One resource, in the canonical JSON of its REST API. */
export interface EstateDocument {
  /** Full resource name, as the API addresses it (service accounts by e-mail). */
  readonly name: string;
  /** Cloud Asset Inventory type: `aiplatform.googleapis.com/CustomJob`. */
  readonly assetType: string;
  readonly data: JsonObject;
  /** IAM policy, version 3. */
  readonly iamPolicy?: JsonObject;
}

/** What exists in the fake Google. */
export interface Estate {
  readonly projects: readonly EstateProject[];
  readonly documents: readonly EstateDocument[];
}
