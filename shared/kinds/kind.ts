import type { KindApi } from './api.ts';

/** How the value at a link rule's path is read; the parsers live in `shared/links/parsers/`. */
export type ParserId =
  /** Full name, relative name, selfLink, console URL; a bare id is completed by the rule's `bareId`. */
  | 'resource-name'
  /** Name of a resource below the target: the target is the part of the value that fits a name of the target's kind. */
  | 'parent-name'
  /** E-mail address of a service account, or a `projects/…/serviceAccounts/…` name. */
  | 'service-account'
  /** `gs://bucket/path` or `/gcs/bucket/path`. */
  | 'cloud-storage-uri'
  /** A bucket with or without a path below it, with or without `gs://`: `bucket/dir`. */
  | 'cloud-storage-path'
  /** A bare bucket name. */
  | 'bucket-name'
  /** Container image reference in Docker's grammar. */
  | 'image'
  /** `bq://project[.dataset[.table]]`. */
  | 'big-query-uri'
  /** Any text that may hold references (args, env): every reference found yields a link, heuristic unless the rule says else. */
  | 'text';

/** Direction in which data moves along a link, seen from the link's `from` end. `in`: from the target into the source. */
export type Flow = 'in' | 'out' | 'both' | 'none';

/** `exact`: the field names the target. `derived`: follows from several exact facts. `heuristic`: found in free text. */
export type Confidence = 'exact' | 'derived' | 'heuristic';

/** The closed vocabulary of relations; each has a label and a sentence in `shared/links/relations.ts`. */
export type RelationId =
  | 'USES_KMS_KEY'
  | 'PEERS_NETWORK'
  | 'RUNS_AS'
  | 'PULLS_IMAGE'
  | 'WRITES_TO'
  | 'LOADS_CODE_FROM'
  | 'READS_MODEL'
  | 'PRODUCED_MODEL'
  | 'LAUNCHED_BY'
  | 'USES_NETWORK_ATTACHMENT'
  | 'DNS_PEERS'
  | 'USES_IP_RANGE'
  | 'RUNS_ON'
  | 'CONSUMES_RESERVATION'
  | 'LOGS_TO'
  | 'TRACKED_BY'
  | 'REFERENCES_DATA'
  | 'IMPLICIT_IDENTITY'
  | 'SERVES_IMAGE'
  | 'STORED_IN'
  | 'READS_DATA'
  | 'DERIVED_FROM'
  | 'ADDS_VERSION_TO'
  | 'DEPLOYED_TO'
  | 'PART_OF'
  | 'PROXIES'
  | 'USES_SECRET'
  | 'PEERS_WITH'
  | 'CONNECTS_TO'
  | 'RESERVED_IN'
  | 'GUARDS'
  | 'APPLIES_TO'
  | 'ADMITS'
  | 'PULLS_AS'
  | 'ENCRYPTS_AS'
  | 'HAS_ROLE'
  | AccessRelation;

/** What an IAM policy lets a principal do to a resource. */
export type AccessRelation =
  | 'CAN_READ'
  | 'CAN_WRITE'
  | 'CAN_ADMIN'
  | 'CAN_DECRYPT'
  | 'CAN_ENCRYPT'
  | 'CAN_IMPERSONATE'
  | 'CAN_CREATE_KEYS'
  | 'CAN_RUN_JOBS';

/** Permissions each of which lets one do something to a resource, held on the resource itself or on what it lies in. */
export interface AccessRule {
  readonly relation: AccessRelation;
  readonly permissions: readonly string[];
}

/** A service agent of Google's that does part of a resource's work in its place. */
export interface ActingAgent {
  /** From the resource to the agent. */
  readonly relation: 'PULLS_AS' | 'ENCRYPTS_AS';
  /** The agent acts for every resource that has a link of this relation; that link's evidence is the agent's. */
  readonly for: RelationId;
  /** E-mail address; `{projectNumber}` is the number of the document's project. */
  readonly account: string;
}

/**
 * Path of fields below a document. Parts are separated by dots; `[]` after a part stands for every element of a list, `*` for
 * every key of a map, and `**` as the last part for the value there and everything below it.
 */
export type FieldPath = string;

/** One row of a kind file: a field of the document that names another resource. */
export interface LinkRule {
  /** Where the values stand: a `FieldPath`, such as `jobSpec.workerPoolSpecs[].containerSpec.imageUri`. */
  readonly path: FieldPath;
  /** Kind the value names; several when the value itself tells which; `*` for every kind that no other rule of the same path takes. */
  readonly to: string | readonly string[];
  readonly parser: ParserId;
  readonly relation: RelationId;
  /** For the parser `text`, `both` means: guessed from the name of the argument or variable. */
  readonly flow: Flow;
  /** Defaults to `exact` (`heuristic` for the parser `text`). */
  readonly confidence?: Confidence;
  /** `to-document`: the value is the edge's source and this document its target (a tuning job names the custom jobs it launched). */
  readonly direction?: 'from-document' | 'to-document';
  /** Completes bare ids: a name template whose `{project}`, `{location}` come from the document, `{value}` from the field,
   * `{field:PATH}` from another field (of the same list element or map entry when PATH begins with a dot, of the document
   * otherwise) and `{projectOf:PATH}` from the resource name in another field, or from the document where that field is empty. */
  readonly bareId?: string;
  /** Why a reviewer cares, one sentence. */
  readonly why: string;
}

/**
 * The account a resource acts as when it names none.
 */
export interface ImplicitIdentity {
  /** The rule applies to documents that have this field... */
  readonly present: FieldPath;
  /** ...and lack this one; it is the (empty) place the link's evidence points at. */
  readonly absent: FieldPath;
  /** E-mail address; `{projectNumber}` is the number of the document's project. */
  readonly account: string;
  readonly why: string;
}

/** Fields that hold other spellings of a document's own name, so that references in any of them meet in one node. */
export interface AliasFields {
  /** Further ids, which may stand in a name where the id stands. */
  readonly ids?: readonly FieldPath[];
  /** Further names in full. */
  readonly names?: readonly FieldPath[];
  /** Tags of an image: names that may move to another image later. */
  readonly tags?: FieldPath;
  /** Time since when the aliases hold: of two documents with one alias the newer has it. */
  readonly since?: FieldPath;
}

/** Fields that only together with fields of other documents make a link (`PRODUCED_MODEL` of a custom job). */
export interface JoinFields {
  /** Names of the custom job that did the work of this document: models this document produced are that job's. */
  readonly backingJobs?: readonly FieldPath[];
  /** Cloud Storage prefixes below which this resource writes. */
  readonly outputPrefixes?: readonly FieldPath[];
  /** Cloud Storage directory of this resource's files: a job whose output prefix is above it produced the resource. */
  readonly artifact?: FieldPath;
}

/** One fact of the details pane. */
export interface FieldSpec {
  readonly path: FieldPath;
  readonly label: string;
  readonly group: FactGroup;
  readonly format?: 'text' | 'time' | 'duration' | 'bytes' | 'count' | 'code' | 'enum' | 'flag';
  /** Told beside the resource where it stands in an answer; with the words for a document that has no such field. */
  readonly brief?: true | { readonly absent: string };
}

export type FactGroup =
  | 'general'
  | 'times'
  | 'compute'
  | 'image'
  | 'encryption'
  | 'network'
  | 'identity'
  | 'data'
  | 'error';

/** Values that are masked: the whole value (`env` values), or the credentials found inside it (args). */
export interface SecretPath {
  readonly path: FieldPath;
  readonly mask: 'value' | 'credentials';
}

/** Place of a kind in the default layout: read by jobs, launches jobs, the job, written by jobs, guards or hosts jobs. */
export type Column = 'input' | 'launcher' | 'job' | 'output' | 'guard';

/** How a kind is drawn. Own glyphs; hue is a theme token, so that colours stay distinguishable in both themes. */
export interface Appearance {
  /** Name of the glyph in `renderer/graph/glyphs.ts`. */
  readonly glyph: string;
  readonly shape:
    | 'ellipse'
    | 'round-rectangle'
    | 'hexagon'
    | 'diamond'
    | 'octagon'
    | 'barrel'
    | 'tag'
    | 'pentagon'
    | 'cut-rectangle'
    | 'rhomboid';
  readonly hue: 'blue' | 'orange' | 'green' | 'purple' | 'vermilion' | 'sky' | 'yellow' | 'teal' | 'pink' | 'grey';
}

/** `gcloud` commands about one resource; placeholders are the variables of `names`, `{project}` and `{location}`. */
export interface KindCommands {
  readonly describe?: string;
  readonly cancel?: string;
  /** Takes somebody off the resource's IAM policy; `--member` and `--role` come after it. */
  readonly withdraw?: string;
}

/**
 * Everything the product knows about one kind of resource, as data. A kind is one file in this folder and one line in `index.ts`.
 */
export interface KindDefinition<Id extends string = string> {
  readonly id: Id;
  readonly title: string;
  readonly plural: string;
  /** What people call the kind in a query (`kind:job`) besides its title, id and collection; one word each, lower case. */
  readonly words?: readonly string[];
  readonly description: string;
  /** Reference page of the API's resource. */
  readonly reference: string;
  /** Host of the API, first part of the full resource name: `aiplatform.googleapis.com`. */
  readonly service: string;
  /** Key of the list in REST pages: `customJobs`. */
  readonly collection: string;
  /** Cloud Asset Inventory types, current first. */
  readonly assetTypes: readonly string[];
  /** Name templates, canonical first: `//aiplatform.googleapis.com/projects/{project}/locations/{location}/customJobs/{id}`.
   * The last variable is `{id}`; an optional end that says more than the identity stands in brackets: `models/{id}[@{version}]`.
   * Relative names, selfLinks and console addresses follow from these. */
  readonly names: readonly string[];
  /** `kind` values of discovery-style APIs: `compute#network`. */
  readonly discoveryKinds?: readonly string[];
  /** Fields that give a document its name, tried in order; a bare value is put into `template` as `{value}`, whose other
   * variables are field paths of the document. */
  readonly nameFields: readonly { readonly path: FieldPath; readonly template?: string }[];
  readonly aliases?: AliasFields;
  /** Word of the reverse look-up that finds what is linked to a resource of this kind: `bucket` in `bucket:NAME`. */
  readonly searchWord?: string;
  /** Field sets (all present) by which a document with no telling name is recognised. */
  readonly signatures: readonly (readonly string[])[];
  readonly permissions: {
    readonly get: string;
    readonly list?: string;
    readonly policy?: string;
    readonly role: string;
    /** Narrowest role that shows the policy, where that is another one. */
    readonly policyRole?: string;
  };
  readonly api: KindApi;
  /** Fields tried in order for the title; the last part of the name otherwise. */
  readonly titleFields: readonly string[];
  readonly stateField?: string;
  readonly labelsField?: string;
  readonly locationField?: string;
  readonly times: {
    readonly created?: string;
    readonly started?: string;
    readonly ended?: string;
    readonly updated?: string;
  };
  readonly facts: readonly FieldSpec[];
  readonly links: readonly LinkRule[];
  /** What permissions let one do to a resource of this kind; absent where the product does not judge that. */
  readonly access?: readonly AccessRule[];
  /** Name template of the resource whose IAM policy holds for this one too, with the variables of `names`; without it, that
   * is the project. */
  readonly policyParent?: string;
  /** Top-level field with the folder or organisation a document of this kind lies in, whose IAM policy holds for it too. */
  readonly containerField?: string;
  /** `access`: tells who may do what, not where data goes; drawn where access is asked for. */
  readonly layer?: 'access';
  readonly actingAgents?: readonly ActingAgent[];
  /** One for each job specification the document may hold. */
  readonly implicitIdentities?: readonly ImplicitIdentity[];
  readonly joins?: JoinFields;
  /** Paths that hold prose or technical values with a `/`, not references; a link rule of the same path comes first. */
  readonly plainText: readonly FieldPath[];
  /** Paths of maps whose keys are data (labels) and are not brought to camelCase; with `**` at the end, at every depth. */
  readonly maps: readonly FieldPath[];
  readonly secrets: readonly SecretPath[];
  readonly commands?: KindCommands;
  readonly column: Column;
  readonly appearance: Appearance;
  /** Google Cloud console page; variables are those of `names`. */
  readonly consoleUrl?: string;
}

/** Checks a definition's shape at compile time and keeps its id as a literal type. */
export function defineKind<const Id extends string>(definition: KindDefinition<Id>): KindDefinition<Id> {
  return definition;
}
