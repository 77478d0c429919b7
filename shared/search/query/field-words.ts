import type { NodeState } from '../../graph/graph.ts';
import type { RelationId } from '../../kinds/kind.ts';
import type { Described } from './grammar.ts';

/*
 * The words of the query language for fields, as data: what every resource has, short words for fields of documents, and the words
 * of `has:`, `state:` and `crosses:`. All other fields come from the kind files.
 */

/** A field every resource has or may have. */
export interface CommonField extends Described {
  readonly source: 'kind' | 'state' | 'project' | 'location' | 'title' | 'id' | 'label' | 'time' | 'mark' | 'note';
  readonly aliases?: readonly string[];
}

/** Fields that do not depend on the kind. */
export const COMMON_FIELDS: readonly CommonField[] = [
  {
    name: 'kind',
    source: 'kind',
    meaning: 'kind of resource: a word, the title or the id of the kind',
    example: 'kind:bucket',
  },
  {
    name: 'state',
    source: 'state',
    meaning: 'state the resource reports, without its prefix, or collected, referenced, unresolved',
    example: 'state:failed',
    aliases: ['status'],
  },
  { name: 'project', source: 'project', meaning: 'project, by id or by number', example: 'project:*-dev' },
  {
    name: 'location',
    source: 'location',
    meaning: 'region, zone, multi-region or global',
    example: 'location:europe-*',
    aliases: ['region'],
  },
  {
    name: 'title',
    source: 'title',
    meaning: 'display name, or the last part of the name',
    example: 'title:forecast',
    aliases: ['name', 'displayName'],
  },
  {
    name: 'id',
    source: 'id',
    meaning: 'full name in any spelling, or its last part; with * any part of the full name',
    example: 'id:gs://tidewater-clickstream',
  },
  {
    name: 'label',
    source: 'label',
    meaning: 'a label’s key, or KEY=VALUE; label.KEY is the value of one label',
    example: 'label.team:forecast',
    aliases: ['labels'],
  },
  {
    name: 'created',
    source: 'time',
    meaning: 'time of creation',
    example: 'created:>2026-11-01',
    aliases: ['createTime'],
  },
  {
    name: 'started',
    source: 'time',
    meaning: 'time of the start',
    example: 'started:<2026-11',
    aliases: ['startTime'],
  },
  {
    name: 'ended',
    source: 'time',
    meaning: 'time of the end',
    example: 'ended:[2026-11-01 TO 2026-11-15]',
    aliases: ['endTime'],
  },
  {
    name: 'updated',
    source: 'time',
    meaning: 'time of the last change',
    example: 'updated:>-30d',
    aliases: ['updateTime'],
  },
  {
    name: 'mark',
    source: 'mark',
    meaning: 'mark of a reviewer at it, at one of its findings or at one of its links',
    example: 'mark:"to check"',
    aliases: ['marks'],
  },
  {
    name: 'note',
    source: 'note',
    meaning: 'text of a note at it, at one of its findings or at one of its links',
    example: 'note:*owner*',
    aliases: ['notes'],
  },
];

/** Short words for fields of documents; the key may be written for the value. */
export const FACT_ALIASES: Readonly<Record<string, string>> = {
  accelerator: 'acceleratorType',
  machine: 'machineType',
  replicas: 'replicaCount',
  rotation: 'rotationPeriod',
  nextRotation: 'nextRotationTime',
  output: 'outputUriPrefix',
  package: 'packageUris',
  argument: 'args',
  shell: 'enableWebAccess',
  retention: 'retentionPeriod',
};

/** Last parts of paths that say too little: such a field is called by its last two parts (`error.message`). */
export const VAGUE_NAMES: ReadonlySet<string> = new Set([
  'code',
  'count',
  'copy',
  'domain',
  'enable',
  'enabled',
  'format',
  'member',
  'message',
  'mode',
  'parent',
  'path',
  'ports',
  'publicRepository',
  'query',
  'role',
  'server',
  'type',
  'uri',
  'users',
  'values',
  'version',
  'address',
  'direction',
  'priority',
  'purpose',
]);

/** What `crosses:` takes. */
export const CROSSINGS: ReadonlyMap<string, 'project' | 'location'> = new Map([
  ['project', 'project'],
  ['region', 'location'],
  ['location', 'location'],
]);

/** Words of `state:` for what is known of a resource, not for what it reports. */
export const NODE_STATES: ReadonlyMap<string, NodeState> = new Map<string, NodeState>([
  ['present', 'present'],
  ['collected', 'present'],
  ['referenced', 'referenced'],
  ['not-collected', 'referenced'],
  ['unresolved', 'unresolved'],
]);

/** Words of `has:` that mean links of certain relations. */
export const HAS_RELATIONS: ReadonlyMap<string, readonly RelationId[]> = new Map<string, readonly RelationId[]>([
  ['cmek', ['USES_KMS_KEY']],
  ['network', ['PEERS_NETWORK', 'USES_NETWORK_ATTACHMENT']],
  ['serviceAccount', ['RUNS_AS']],
]);
