import { address } from './address.ts';
import { bigQueryDataset } from './big-query-dataset.ts';
import { bigQueryTable } from './big-query-table.ts';
import { bucket } from './bucket.ts';
import { cryptoKey } from './crypto-key.ts';
import { customJob } from './custom-job.ts';
import { dataset } from './dataset.ts';
import { dockerImage } from './docker-image.ts';
import { endpoint } from './endpoint.ts';
import { firewall } from './firewall.ts';
import { hyperparameterTuningJob } from './hyperparameter-tuning-job.ts';
import { folder } from './folder.ts';
import { keyRing } from './key-ring.ts';
import { metadataContext } from './metadata-context.ts';
import type { KindDefinition } from './kind.ts';
import { model } from './model.ts';
import { network } from './network.ts';
import { nasJob } from './nas-job.ts';
import { networkAttachment } from './network-attachment.ts';
import { organization } from './organization.ts';
import { persistentResource } from './persistent-resource.ts';
import { pipelineJob } from './pipeline-job.ts';
import { principal } from './principal.ts';
import { project } from './project.ts';
import { repository } from './repository.ts';
import { reservation } from './reservation.ts';
import { role } from './role.ts';
import { secret } from './secret.ts';
import { serviceAccountKey } from './service-account-key.ts';
import { serviceAccount } from './service-account.ts';
import { subnetwork } from './subnetwork.ts';
import { tensorboard } from './tensorboard.ts';
import { trainingPipeline } from './training-pipeline.ts';

/** Every kind of the product, in the order in which lists and legends show them: the job, what it links to, the rest. */
const definitions = [
  customJob,
  model,
  dockerImage,
  cryptoKey,
  network,
  serviceAccount,
  bucket,
  trainingPipeline,
  hyperparameterTuningJob,
  nasJob,
  pipelineJob,
  endpoint,
  tensorboard,
  persistentResource,
  metadataContext,
  dataset,
  repository,
  serviceAccountKey,
  keyRing,
  subnetwork,
  firewall,
  networkAttachment,
  address,
  reservation,
  bigQueryTable,
  bigQueryDataset,
  secret,
  project,
  folder,
  organization,
  principal,
  role,
] as const;

/** Ids of all kinds the product knows. */
export type KindId = (typeof definitions)[number]['id'];

/** Every kind, in a stable order: the job first, then what it links to, then the rest. */
export const KINDS: readonly KindDefinition<KindId>[] = definitions;

const byId: ReadonlyMap<string, KindDefinition<KindId>> = new Map(KINDS.map((kind) => [kind.id, kind]));

/** Returns the definition of a kind. */
export function kindById(id: KindId): KindDefinition<KindId> {
  const kind = byId.get(id);
  if (kind === undefined) {
    throw new Error(`No kind has the id ${id}`);
  }
  return kind;
}

/** Whether a text is the id of a kind. */
export function isKindId(text: string): text is KindId {
  return byId.has(text);
}
