import {
  identityRule,
  networkRule,
  privateConnectionRules,
  reservationRule,
  reservedRangeRule,
  textRule,
} from './common-rules.ts';
import type { ActingAgent, FieldPath, FieldSpec, ImplicitIdentity, LinkRule, SecretPath } from './kind.ts';

/*
 * The specification of a custom job (CustomJobSpec) stands in custom jobs, in the trials of tuning jobs and in the inputs of
 * training pipelines, so what is known about its fields is written once, for any `prefix` (path with its final dot).
 * https://cloud.google.com/vertex-ai/docs/reference/rest/v1/CustomJobSpec
 */

/** Every field of a job specification that names another resource. */
export function jobSpecLinks(prefix: FieldPath): readonly LinkRule[] {
  return [...jobLinks(prefix), ...workerPoolLinks(`${prefix}workerPoolSpecs[].`)];
}

function jobLinks(prefix: FieldPath): readonly LinkRule[] {
  return [
    networkRule(
      `${prefix}network`,
      'The job has private access to this network: it can reach what runs there, and what runs there can reach it.',
    ),
    identityRule(
      `${prefix}serviceAccount`,
      'Whoever may submit a job as this account, or change the code the job runs, acts with all its permissions.',
    ),
    outputRule(`${prefix}baseOutputDirectory.outputUriPrefix`),
    // Documents written for the field's former name are still found in the field.
    outputRule(`${prefix}baseOutputDirectory.gcsOutputDirectory`),
    {
      path: `${prefix}models[]`,
      to: 'gcp-ai-platform-model',
      parser: 'resource-name',
      relation: 'READS_MODEL',
      flow: 'in',
      bareId: '//aiplatform.googleapis.com/projects/{project}/locations/{location}/models/{value}',
      why: 'The job is given the files of this model: a poisoned model reaches the job, a leaked job reaches the model.',
    },
    ...privateConnectionRules(`${prefix}pscInterfaceConfig.`),
    reservedRangeRule(`${prefix}reservedIpRanges[]`, `${prefix}network`),
    {
      path: `${prefix}persistentResourceId`,
      to: 'gcp-ai-platform-persistent-resource',
      parser: 'resource-name',
      relation: 'RUNS_ON',
      flow: 'none',
      bareId: '//aiplatform.googleapis.com/projects/{project}/locations/{location}/persistentResources/{value}',
      why: 'The job shares these long-lived machines with other jobs, and their network, key and account apply.',
    },
    {
      path: `${prefix}tensorboard`,
      to: 'gcp-ai-platform-tensorboard',
      parser: 'resource-name',
      relation: 'LOGS_TO',
      flow: 'out',
      bareId: '//aiplatform.googleapis.com/projects/{project}/locations/{location}/tensorboards/{value}',
      why: 'Metrics, samples and graphs of the training become visible to everyone who can read this TensorBoard.',
    },
    contextRule(`${prefix}experiment`, 'The experiment keeps parameters and metrics of the job after the job is gone.'),
    contextRule(`${prefix}experimentRun`, 'The experiment run keeps parameters and metrics of this very job.'),
  ];
}

function outputRule(path: FieldPath): LinkRule {
  return {
    path,
    to: 'gcp-storage-bucket',
    parser: 'cloud-storage-uri',
    relation: 'WRITES_TO',
    flow: 'out',
    why: 'Checkpoints, models and logs end up here: who can read the bucket has the result, who can write it can replace it.',
  };
}

function contextRule(path: FieldPath, why: string): LinkRule {
  return {
    path,
    to: 'gcp-ai-platform-metadata-context',
    parser: 'resource-name',
    relation: 'TRACKED_BY',
    flow: 'out',
    bareId:
      '//aiplatform.googleapis.com/projects/{project}/locations/{location}/metadataStores/default/contexts/{value}',
    why,
  };
}

function workerPoolLinks(pool: FieldPath): readonly LinkRule[] {
  return [
    {
      path: `${pool}containerSpec.imageUri`,
      to: 'gcp-artifact-registry-docker-image',
      parser: 'image',
      relation: 'PULLS_IMAGE',
      flow: 'in',
      why: 'This is the code the job runs; who can push to its repository, or move its tag, decides what the job does.',
    },
    {
      path: `${pool}pythonPackageSpec.executorImageUri`,
      to: 'gcp-artifact-registry-docker-image',
      parser: 'image',
      relation: 'PULLS_IMAGE',
      flow: 'in',
      why: 'The Python package runs inside this image, with its interpreter and libraries.',
    },
    {
      path: `${pool}pythonPackageSpec.packageUris[]`,
      to: 'gcp-storage-bucket',
      parser: 'cloud-storage-uri',
      relation: 'LOADS_CODE_FROM',
      flow: 'in',
      why: 'The job installs and runs these packages: who can write the bucket runs code as the account of the job.',
    },
    reservationRule(`${pool}machineSpec.`),
    textRule(`${pool}containerSpec.command[]`, 'The command names this resource, so the job probably uses it.'),
    textRule(`${pool}containerSpec.args[]`, 'An argument names this resource, so the job probably reads or writes it.'),
    textRule(
      `${pool}containerSpec.env[].value`,
      'An environment variable names this resource, so the job probably uses it.',
    ),
    textRule(
      `${pool}pythonPackageSpec.args[]`,
      'An argument of the Python module names this resource, so the job probably reads or writes it.',
    ),
    textRule(
      `${pool}pythonPackageSpec.env[].value`,
      'An environment variable of the Python module names this resource, so the job probably uses it.',
    ),
  ];
}

/** Facts of the details pane for a job specification. */
export function jobSpecFacts(prefix: FieldPath): readonly FieldSpec[] {
  const pool = `${prefix}workerPoolSpecs[].`;
  return [
    { path: `${pool}machineSpec.machineType`, label: 'Machine type', group: 'compute' },
    { path: `${pool}machineSpec.acceleratorType`, label: 'Accelerator', group: 'compute', format: 'enum' },
    {
      path: `${pool}machineSpec.acceleratorCount`,
      label: 'Accelerators per replica',
      group: 'compute',
      format: 'count',
    },
    { path: `${pool}machineSpec.tpuTopology`, label: 'TPU topology', group: 'compute' },
    { path: `${pool}machineSpec.gpuPartitionSize`, label: 'GPU partition', group: 'compute' },
    {
      path: `${pool}machineSpec.reservationAffinity.reservationAffinityType`,
      label: 'Reservation use',
      group: 'compute',
      format: 'enum',
    },
    { path: `${pool}machineSpec.reservationAffinity.values[]`, label: 'Reservation', group: 'compute' },
    { path: `${pool}replicaCount`, label: 'Replicas', group: 'compute', format: 'count' },
    { path: `${pool}diskSpec.bootDiskType`, label: 'Boot disk type', group: 'compute' },
    { path: `${pool}diskSpec.bootDiskSizeGb`, label: 'Boot disk size (GB)', group: 'compute', format: 'count' },
    { path: `${prefix}persistentResourceId`, label: 'Persistent resource', group: 'compute' },
    { path: `${prefix}scheduling.strategy`, label: 'Provisioning', group: 'compute', format: 'enum' },
    { path: `${prefix}scheduling.timeout`, label: 'Time limit', group: 'compute', format: 'duration' },
    {
      path: `${prefix}scheduling.maxWaitDuration`,
      label: 'Longest wait for machines',
      group: 'compute',
      format: 'duration',
    },
    {
      path: `${prefix}scheduling.restartJobOnWorkerRestart`,
      label: 'Restarts with a worker',
      group: 'compute',
      format: 'flag',
    },
    { path: `${prefix}scheduling.disableRetries`, label: 'Retries disabled', group: 'compute', format: 'flag' },
    { path: `${pool}containerSpec.imageUri`, label: 'Image', group: 'image', format: 'code' },
    { path: `${pool}containerSpec.command[]`, label: 'Command', group: 'image', format: 'code' },
    { path: `${pool}containerSpec.args[]`, label: 'Arguments', group: 'image', format: 'code' },
    { path: `${pool}containerSpec.env[].name`, label: 'Environment variables', group: 'image', format: 'code' },
    { path: `${pool}pythonPackageSpec.executorImageUri`, label: 'Executor image', group: 'image', format: 'code' },
    { path: `${pool}pythonPackageSpec.packageUris[]`, label: 'Python packages', group: 'image', format: 'code' },
    { path: `${pool}pythonPackageSpec.pythonModule`, label: 'Python module', group: 'image', format: 'code' },
    { path: `${pool}pythonPackageSpec.args[]`, label: 'Module arguments', group: 'image', format: 'code' },
    {
      path: `${pool}pythonPackageSpec.env[].name`,
      label: 'Module environment variables',
      group: 'image',
      format: 'code',
    },
    { path: `${prefix}serviceAccount`, label: 'Service account', group: 'identity' },
    { path: `${prefix}enableWebAccess`, label: 'Interactive shell', group: 'identity', format: 'flag' },
    { path: `${prefix}enableDashboardAccess`, label: 'Dashboard access', group: 'identity', format: 'flag' },
    { path: `${prefix}network`, label: 'Network', group: 'network' },
    { path: `${prefix}reservedIpRanges[]`, label: 'Reserved ranges', group: 'network' },
    { path: `${prefix}pscInterfaceConfig.networkAttachment`, label: 'Network attachment', group: 'network' },
    { path: `${prefix}pscInterfaceConfig.dnsPeeringConfigs[].domain`, label: 'Peered DNS domain', group: 'network' },
    { path: `${prefix}baseOutputDirectory.outputUriPrefix`, label: 'Output directory', group: 'data', format: 'code' },
    { path: `${prefix}models[]`, label: 'Input models', group: 'data' },
    { path: `${prefix}tensorboard`, label: 'TensorBoard', group: 'data' },
    { path: `${prefix}experiment`, label: 'Experiment', group: 'data' },
    { path: `${prefix}experimentRun`, label: 'Experiment run', group: 'data' },
    { path: `${prefix}protectedArtifactLocationId`, label: 'Location of protected artifacts', group: 'data' },
    { path: `${pool}nfsMounts[].server`, label: 'NFS server', group: 'data' },
    { path: `${pool}nfsMounts[].path`, label: 'NFS path', group: 'data', format: 'code' },
    { path: `${pool}nfsMounts[].mountPoint`, label: 'NFS mount point', group: 'data', format: 'code' },
    { path: `${pool}lustreMounts[].instanceIp`, label: 'Lustre server', group: 'data' },
    { path: `${pool}lustreMounts[].volumeHandle`, label: 'Lustre volume', group: 'data' },
    { path: `${pool}lustreMounts[].filesystem`, label: 'Lustre file system', group: 'data' },
    { path: `${pool}lustreMounts[].mountPoint`, label: 'Lustre mount point', group: 'data', format: 'code' },
  ];
}

/** Values of a job specification with a `/` that are not references: paths inside the machines. */
export function jobSpecPlainText(prefix: FieldPath): readonly FieldPath[] {
  const pool = `${prefix}workerPoolSpecs[].`;
  return [
    `${pool}containerSpec.command[]`,
    `${pool}containerSpec.args[]`,
    `${pool}containerSpec.env[].name`,
    `${pool}containerSpec.env[].value`,
    `${pool}pythonPackageSpec.pythonModule`,
    `${pool}pythonPackageSpec.args[]`,
    `${pool}pythonPackageSpec.env[].name`,
    `${pool}pythonPackageSpec.env[].value`,
    // The key is `compute.googleapis.com/reservation-name`: a label, not the name of a resource.
    `${pool}machineSpec.reservationAffinity.key`,
    `${pool}nfsMounts[].path`,
    `${pool}nfsMounts[].mountPoint`,
    `${pool}lustreMounts[].volumeHandle`,
    `${pool}lustreMounts[].filesystem`,
    `${pool}lustreMounts[].mountPoint`,
  ];
}

/** Values of a job specification that may be secrets. */
export function jobSpecSecrets(prefix: FieldPath): readonly SecretPath[] {
  const pool = `${prefix}workerPoolSpecs[].`;
  return [
    { path: `${pool}containerSpec.env[].value`, mask: 'value' },
    { path: `${pool}containerSpec.command[]`, mask: 'credentials' },
    { path: `${pool}containerSpec.args[]`, mask: 'credentials' },
    { path: `${pool}pythonPackageSpec.env[].value`, mask: 'value' },
    { path: `${pool}pythonPackageSpec.args[]`, mask: 'credentials' },
  ];
}

/**
 * Account a job specification without one runs as: the Custom Code service agent of its project.
 * https://cloud.google.com/vertex-ai/docs/general/access-control#service-agents
 */
export function jobSpecImplicitIdentity(prefix: FieldPath): ImplicitIdentity {
  return {
    present: `${prefix}workerPoolSpecs`,
    absent: `${prefix}serviceAccount`,
    account: 'service-{projectNumber}@gcp-sa-aiplatform-cc.iam.gserviceaccount.com',
    why: 'No account is named, so the job runs as the agent that all such jobs of the project share.',
  };
}

/**
 * The Vertex AI service agent pulls the images of every job, whatever account the job runs as, and uses the key in its place
 * (https://cloud.google.com/vertex-ai/docs/general/custom-service-account, https://cloud.google.com/vertex-ai/docs/general/cmek).
 */
export const JOB_AGENTS: readonly ActingAgent[] = [
  {
    relation: 'PULLS_AS',
    for: 'PULLS_IMAGE',
    account: 'service-{projectNumber}@gcp-sa-aiplatform.iam.gserviceaccount.com',
  },
  {
    relation: 'ENCRYPTS_AS',
    for: 'USES_KMS_KEY',
    account: 'service-{projectNumber}@gcp-sa-aiplatform.iam.gserviceaccount.com',
  },
];
