import type { DatasetServiceClient } from '@google-cloud/aiplatform/build/src/v1/dataset_service_client.js';
import type { EndpointServiceClient } from '@google-cloud/aiplatform/build/src/v1/endpoint_service_client.js';
import type { JobServiceClient } from '@google-cloud/aiplatform/build/src/v1/job_service_client.js';
import type { MetadataServiceClient } from '@google-cloud/aiplatform/build/src/v1/metadata_service_client.js';
import type { ModelServiceClient } from '@google-cloud/aiplatform/build/src/v1/model_service_client.js';
import type { PersistentResourceServiceClient } from '@google-cloud/aiplatform/build/src/v1/persistent_resource_service_client.js';
import type { PipelineServiceClient } from '@google-cloud/aiplatform/build/src/v1/pipeline_service_client.js';
import type { TensorboardServiceClient } from '@google-cloud/aiplatform/build/src/v1/tensorboard_service_client.js';
import type { CallOptions } from 'google-gax';
import type { KindId } from '../../../../shared/kinds/index.ts';

/** The service clients that are used. */
export interface VertexClients {
  readonly dataset: DatasetServiceClient;
  readonly endpoint: EndpointServiceClient;
  readonly job: JobServiceClient;
  readonly metadata: MetadataServiceClient;
  readonly model: ModelServiceClient;
  readonly persistentResource: PersistentResourceServiceClient;
  readonly pipeline: PipelineServiceClient;
  readonly tensorboard: TensorboardServiceClient;
}

/** Gives the client of a service, ready for calls. */
export type ClientSource = <Name extends keyof VertexClients>(name: Name) => Promise<VertexClients[Name]>;

/** Fields that the requests of all lists share. */
export interface ListRequest {
  readonly parent: string;
  readonly filter: string;
  readonly pageSize: number;
  readonly pageToken: string;
}

/** Rows as decoded, the next request, and the whole answer. */
export type ListAnswer = readonly [
  rows: readonly object[],
  next: object | null,
  answer: { readonly nextPageToken?: string | null },
];

/** How a collection of Vertex AI is read over gRPC. */
export interface VertexCollection {
  /** Message of `google.cloud.aiplatform.v1`. */
  readonly message: string;
  readonly list: (clientOf: ClientSource, request: ListRequest, options: CallOptions) => Promise<ListAnswer>;
  readonly get: (
    clientOf: ClientSource,
    request: { readonly name: string },
    options: CallOptions,
  ) => Promise<readonly [object, ...(readonly unknown[])]>;
  /** Lists the versions of the resource that the request's `parent` names. */
  readonly versions?: VertexCollection['list'];
}

/** Every kind of Vertex AI that can be listed: the methods of the official client, and the message of its rows. */
export const VERTEX_COLLECTIONS: Readonly<Partial<Record<KindId, VertexCollection>>> = {
  'gcp-ai-platform-custom-job': {
    message: 'CustomJob',
    list: async (clientOf, ...call) => await (await clientOf('job')).listCustomJobs(...call),
    get: async (clientOf, ...call) => await (await clientOf('job')).getCustomJob(...call),
  },
  'gcp-ai-platform-hyperparameter-tuning-job': {
    message: 'HyperparameterTuningJob',
    list: async (clientOf, ...call) => await (await clientOf('job')).listHyperparameterTuningJobs(...call),
    get: async (clientOf, ...call) => await (await clientOf('job')).getHyperparameterTuningJob(...call),
  },
  'gcp-ai-platform-nas-job': {
    message: 'NasJob',
    list: async (clientOf, ...call) => await (await clientOf('job')).listNasJobs(...call),
    get: async (clientOf, ...call) => await (await clientOf('job')).getNasJob(...call),
  },
  'gcp-ai-platform-model': {
    message: 'Model',
    list: async (clientOf, ...call) => await (await clientOf('model')).listModels(...call),
    get: async (clientOf, ...call) => await (await clientOf('model')).getModel(...call),
    versions: async (clientOf, { parent, ...request }, options) =>
      await (await clientOf('model')).listModelVersions({ name: parent, ...request }, options),
  },
  'gcp-ai-platform-training-pipeline': {
    message: 'TrainingPipeline',
    list: async (clientOf, ...call) => await (await clientOf('pipeline')).listTrainingPipelines(...call),
    get: async (clientOf, ...call) => await (await clientOf('pipeline')).getTrainingPipeline(...call),
  },
  'gcp-ai-platform-pipeline-job': {
    message: 'PipelineJob',
    list: async (clientOf, ...call) => await (await clientOf('pipeline')).listPipelineJobs(...call),
    get: async (clientOf, ...call) => await (await clientOf('pipeline')).getPipelineJob(...call),
  },
  'gcp-ai-platform-endpoint': {
    message: 'Endpoint',
    list: async (clientOf, ...call) => await (await clientOf('endpoint')).listEndpoints(...call),
    get: async (clientOf, ...call) => await (await clientOf('endpoint')).getEndpoint(...call),
  },
  'gcp-ai-platform-persistent-resource': {
    message: 'PersistentResource',
    list: async (clientOf, ...call) => await (await clientOf('persistentResource')).listPersistentResources(...call),
    get: async (clientOf, ...call) => await (await clientOf('persistentResource')).getPersistentResource(...call),
  },
  'gcp-ai-platform-tensorboard': {
    message: 'Tensorboard',
    list: async (clientOf, ...call) => await (await clientOf('tensorboard')).listTensorboards(...call),
    get: async (clientOf, ...call) => await (await clientOf('tensorboard')).getTensorboard(...call),
  },
  'gcp-ai-platform-dataset': {
    message: 'Dataset',
    list: async (clientOf, ...call) => await (await clientOf('dataset')).listDatasets(...call),
    get: async (clientOf, ...call) => await (await clientOf('dataset')).getDataset(...call),
  },
  'gcp-ai-platform-metadata-context': {
    message: 'Context',
    list: async (clientOf, ...call) => await (await clientOf('metadata')).listContexts(...call),
    get: async (clientOf, ...call) => await (await clientOf('metadata')).getContext(...call),
  },
};
