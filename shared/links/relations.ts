import type { RelationId } from '../kinds/kind.ts';

/** How a relation is spoken of. */
export interface Relation {
  /** Verb that reads from source to target: “job *runs as* account”. */
  readonly label: string;
  /** The same seen from the target: “account *identity of* job”. */
  readonly reverseLabel: string;
  /** Why a reviewer cares, one sentence. */
  readonly why: string;
  /** `access`: tells who may do what, not where data goes; drawn where access is asked for. */
  readonly layer?: 'access';
  /** The two can connect: nothing says that content of the one is in the other, though traffic flows between them. */
  readonly connects?: true;
  /** IAM policies alone make links of this relation. */
  readonly fromPolicies?: true;
}

/** Every relation of the graph. */
export const RELATIONS: Readonly<Record<RelationId, Relation>> = {
  USES_KMS_KEY: {
    label: 'encrypted by',
    reverseLabel: 'encrypts',
    why: 'Who controls the key can make the data readable or lose it for good.',
  },
  PEERS_NETWORK: {
    label: 'peers with network',
    reverseLabel: 'network of',
    why: 'The workload reaches what runs in the network, and is reached from there.',
    connects: true,
  },
  RUNS_AS: {
    label: 'runs as',
    reverseLabel: 'identity of',
    why: 'The workload has every permission of the account, and so has whoever controls the workload.',
  },
  IMPLICIT_IDENTITY: {
    label: 'runs implicitly as',
    reverseLabel: 'implicit identity of',
    why: 'No account is named, so an agent that Google manages and all such jobs of the project share is used.',
  },
  PULLS_IMAGE: {
    label: 'pulls image',
    reverseLabel: 'pulled by',
    why: 'The image is the code that runs: who can replace it runs code in its place.',
  },
  SERVES_IMAGE: {
    label: 'served by image',
    reverseLabel: 'serves',
    why: 'The image sees every prediction request and answer.',
  },
  LOADS_CODE_FROM: {
    label: 'loads code from',
    reverseLabel: 'code source of',
    why: 'Who can write there decides what runs.',
  },
  WRITES_TO: {
    label: 'writes to',
    reverseLabel: 'written by',
    why: 'Results leave the workload here; whoever can read there has them.',
  },
  STORED_IN: {
    label: 'stored in',
    reverseLabel: 'stores',
    why: 'Access to the storage is access to the content, whatever the resource’s own policy says.',
  },
  READS_DATA: {
    label: 'reads data from',
    reverseLabel: 'data source of',
    why: 'Who can write the data decides what is learnt from it.',
  },
  REFERENCES_DATA: {
    label: 'mentions',
    reverseLabel: 'mentioned by',
    why: 'Free text names the resource, so it is probably read or written; nothing more is certain.',
  },
  READS_MODEL: {
    label: 'reads model',
    reverseLabel: 'read by',
    why: 'What is wrong with the model is wrong with what is made from it.',
  },
  PRODUCED_MODEL: {
    label: 'produced',
    reverseLabel: 'produced by',
    why: 'Code, data and identity of the producer decide what the model is.',
  },
  ADDS_VERSION_TO: {
    label: 'adds a version to',
    reverseLabel: 'got a version from',
    why: 'Users of the model get the new version, often without a change on their side.',
  },
  DERIVED_FROM: {
    label: 'derived from',
    reverseLabel: 'origin of',
    why: 'Flaws and sensitive content of the origin are in the copy too.',
  },
  DEPLOYED_TO: {
    label: 'deployed to',
    reverseLabel: 'answers with',
    why: 'Everyone who may call the endpoint can use the model and probe what it learnt.',
  },
  LAUNCHED_BY: {
    label: 'launched by',
    reverseLabel: 'launched',
    why: 'Who controls the launcher decides what the job runs.',
  },
  RUNS_ON: {
    label: 'runs on',
    reverseLabel: 'runs',
    why: 'Jobs on shared machines share their network, key and account, and what others left there.',
  },
  CONSUMES_RESERVATION: {
    label: 'takes machines from',
    reverseLabel: 'provides machines to',
    why: 'The machines may belong to another project, which pays and decides who may use them.',
  },
  USES_NETWORK_ATTACHMENT: {
    label: 'attached through',
    reverseLabel: 'attaches',
    why: 'The attachment gives the workload an interface in a network of its owner.',
    connects: true,
  },
  DNS_PEERS: {
    label: 'resolves names in',
    reverseLabel: 'resolves names for',
    why: 'Who controls the names decides where the workload connects.',
    connects: true,
  },
  USES_IP_RANGE: {
    label: 'takes addresses from',
    reverseLabel: 'gives addresses to',
    why: 'Rules and allow-lists for the range hold for the workload.',
    connects: true,
  },
  RESERVED_IN: {
    label: 'reserved in',
    reverseLabel: 'has reserved',
    why: 'The network’s routes and rules hold for the reserved addresses.',
  },
  CONNECTS_TO: {
    label: 'connects to',
    reverseLabel: 'connected from',
    why: 'Traffic can pass between the two.',
    connects: true,
  },
  PEERS_WITH: {
    label: 'peered with',
    reverseLabel: 'peered with',
    why: 'What is reachable in the one network may be reachable from the other.',
    connects: true,
  },
  GUARDS: {
    label: 'guards',
    reverseLabel: 'guarded by',
    why: 'The rule decides which connections pass.',
  },
  APPLIES_TO: {
    label: 'applies to',
    reverseLabel: 'subject to',
    why: 'The rule holds only for what runs as the account.',
  },
  ADMITS: {
    label: 'admits',
    reverseLabel: 'admitted by',
    why: 'The target is on an allow-list and gets in where others do not.',
  },
  LOGS_TO: {
    label: 'logs to',
    reverseLabel: 'keeps logs of',
    why: 'Logs hold data of the workload, and are the traces an investigation needs.',
  },
  TRACKED_BY: {
    label: 'tracked by',
    reverseLabel: 'tracks',
    why: 'Parameters, metrics and artifacts of the run are kept there.',
  },
  PART_OF: {
    label: 'part of',
    reverseLabel: 'contains',
    why: 'Policies and settings of the whole hold for the part.',
  },
  PROXIES: {
    label: 'passes on',
    reverseLabel: 'passed on by',
    why: 'What is asked of the one repository may come from the other.',
  },
  USES_SECRET: {
    label: 'uses secret',
    reverseLabel: 'secret of',
    why: 'Who can read the secret can do what its user does with it.',
  },
  PULLS_AS: {
    label: 'pulls images as',
    reverseLabel: 'pulls images for',
    why: 'The agent, not the job’s own account, must be able to read the repository, and reads it for every job of the project.',
    layer: 'access',
  },
  ENCRYPTS_AS: {
    label: 'uses its key as',
    reverseLabel: 'uses the key for',
    why: 'The agent, not the job’s own account, must be able to use the key; without it the job cannot run.',
    layer: 'access',
  },
  HAS_ROLE: {
    label: 'has a role on',
    reverseLabel: 'gives a role to',
    why: 'The role acts on what lies in the resource, or is one whose permissions are not known, so that it may give anything.',
    layer: 'access',
    fromPolicies: true,
  },
  CAN_READ: {
    label: 'can read',
    reverseLabel: 'readable by',
    why: 'Whoever can read has the content, whatever the lineage says.',
    layer: 'access',
    fromPolicies: true,
  },
  CAN_WRITE: {
    label: 'can write',
    reverseLabel: 'writable by',
    why: 'Whoever can write decides what those who read there get, code included.',
    layer: 'access',
    fromPolicies: true,
  },
  CAN_ADMIN: {
    label: 'can administer',
    reverseLabel: 'administered by',
    why: 'Whoever can change settings or the policy can give themselves every other right.',
    layer: 'access',
    fromPolicies: true,
  },
  CAN_DECRYPT: {
    label: 'can decrypt with',
    reverseLabel: 'decrypts for',
    why: 'Whoever can decrypt with the key can read what it protects, once they have the data.',
    layer: 'access',
    fromPolicies: true,
  },
  CAN_ENCRYPT: {
    label: 'can encrypt with',
    reverseLabel: 'encrypts for',
    why: 'Whoever can encrypt with the key can make data that others take for genuine.',
    layer: 'access',
    fromPolicies: true,
  },
  CAN_IMPERSONATE: {
    label: 'can act as',
    reverseLabel: 'can be used by',
    why: 'Whoever can act as the account has every right of it.',
    layer: 'access',
    fromPolicies: true,
  },
  CAN_CREATE_KEYS: {
    label: 'can make keys of',
    reverseLabel: 'keys made by',
    why: 'A key of an account works from anywhere, and for as long as nobody deletes it.',
    layer: 'access',
    fromPolicies: true,
  },
  CAN_RUN_JOBS: {
    label: 'can run jobs in',
    reverseLabel: 'jobs run by',
    why: 'Whoever can run jobs runs code of their own with the rights of the jobs’ account.',
    layer: 'access',
    fromPolicies: true,
  },
};
