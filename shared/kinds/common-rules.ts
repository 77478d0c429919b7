import type { AccessRule, FieldPath, FieldSpec, Flow, LinkRule } from './kind.ts';

/** Bare network names belong to the project of the document that uses them. */
const NETWORK_NAME = '//compute.googleapis.com/projects/{project}/global/networks/{value}';

/** Rule for a customer-managed encryption key. */
export function keyRule(path: FieldPath, why: string): LinkRule {
  return { path, to: 'gcp-cloud-kms-crypto-key', parser: 'resource-name', relation: 'USES_KMS_KEY', flow: 'none', why };
}

/** Rule for the VPC network a managed resource is peered with. */
export function networkRule(path: FieldPath, why: string): LinkRule {
  return {
    path,
    to: 'gcp-compute-network',
    parser: 'resource-name',
    relation: 'PEERS_NETWORK',
    flow: 'both',
    bareId: NETWORK_NAME,
    why,
  };
}

/** Rule for the service account a workload acts as. */
export function identityRule(path: FieldPath, why: string): LinkRule {
  return { path, to: 'gcp-iam-service-account', parser: 'service-account', relation: 'RUNS_AS', flow: 'none', why };
}

/**
 * Rule for free text (arguments, environment, parameters) in which any resource may be named. The flow `both` lets the name of
 * the argument or variable decide, as far as it tells: `--output=…` is written, `--train-data=…` read.
 */
export function textRule(path: FieldPath, why: string, flow: Flow = 'both'): LinkRule {
  return { path, to: '*', parser: 'text', relation: 'REFERENCES_DATA', flow, confidence: 'heuristic', why };
}

/**
 * Rules for the private connection of Vertex AI workloads: a network attachment and the DNS zones looked up through it.
 * `prefix` is the path of a PscInterfaceConfig, with its final dot.
 * https://cloud.google.com/vertex-ai/docs/reference/rest/v1/PscInterfaceConfig
 */
export function privateConnectionRules(prefix: FieldPath): readonly LinkRule[] {
  return [
    {
      path: `${prefix}networkAttachment`,
      to: 'gcp-compute-network-attachment',
      parser: 'resource-name',
      relation: 'USES_NETWORK_ATTACHMENT',
      flow: 'both',
      bareId: '//compute.googleapis.com/projects/{project}/regions/{location}/networkAttachments/{value}',
      why: 'The workload gets an interface in this attachment and can talk to what the subnetworks behind it reach.',
    },
    {
      path: `${prefix}dnsPeeringConfigs[].targetNetwork`,
      to: 'gcp-compute-network',
      parser: 'resource-name',
      relation: 'DNS_PEERS',
      flow: 'both',
      bareId: '//compute.googleapis.com/projects/{field:.targetProject}/global/networks/{value}',
      why: 'Names of the peered domain are answered by this network, so it decides where the workload connects.',
    },
    {
      path: `${prefix}dnsPeeringConfigs[].targetProject`,
      to: 'gcp-cloud-resource-manager-project',
      parser: 'resource-name',
      relation: 'DNS_PEERS',
      flow: 'both',
      bareId: '//cloudresourcemanager.googleapis.com/projects/{value}',
      why: 'The DNS zones of this project answer for the peered domain.',
    },
  ];
}

/** Rule for reserved address ranges, which live in the project of the network in the field `networkPath`. */
export function reservedRangeRule(path: FieldPath, networkPath: FieldPath): LinkRule {
  return {
    path,
    to: 'gcp-compute-address',
    parser: 'resource-name',
    relation: 'USES_IP_RANGE',
    flow: 'both',
    bareId: `//compute.googleapis.com/projects/{projectOf:${networkPath}}/global/addresses/{value}`,
    why: 'The machines get addresses of this range, which firewall rules and allow-lists of the network then let through.',
  };
}

/** Rule for the reservations that machines are taken from; `prefix` is the path of a MachineSpec, with its final dot. */
export function reservationRule(prefix: FieldPath): LinkRule {
  return {
    path: `${prefix}reservationAffinity.values[]`,
    to: 'gcp-compute-reservation',
    parser: 'resource-name',
    relation: 'CONSUMES_RESERVATION',
    flow: 'none',
    why: 'The machines come out of this reservation, which may be paid for and shared by another project.',
  };
}

/** Facts of a google.rpc.Status at `path`. */
export function errorFacts(path: FieldPath): readonly FieldSpec[] {
  return [
    { path: `${path}.code`, label: 'Error code', group: 'error' },
    { path: `${path}.message`, label: 'Error', group: 'error' },
  ];
}

/** What permissions on a repository let one do to it and to the artifacts in it. */
export const ARTIFACT_ACCESS: readonly AccessRule[] = [
  { relation: 'CAN_READ', permissions: ['artifactregistry.repositories.downloadArtifacts'] },
  {
    relation: 'CAN_WRITE',
    permissions: ['artifactregistry.repositories.deleteArtifacts', 'artifactregistry.repositories.uploadArtifacts'],
  },
  {
    relation: 'CAN_ADMIN',
    permissions: ['artifactregistry.repositories.setIamPolicy', 'artifactregistry.repositories.update'],
  },
];
