import type { ClientOptions, GaxModule } from './shared-gax.ts';
import type { VertexClients } from './collections.ts';

/** Loads the official client of a service, each from a file of its own: the whole package takes a second and 90 MB. */
export const CLIENT_LOADERS: {
  readonly [Name in keyof VertexClients]: (options: ClientOptions, gax: GaxModule) => Promise<VertexClients[Name]>;
} = {
  async dataset(options, gax) {
    const { DatasetServiceClient } = await import('@google-cloud/aiplatform/build/src/v1/dataset_service_client.js');
    return new DatasetServiceClient(options, gax);
  },
  async endpoint(options, gax) {
    const { EndpointServiceClient } = await import('@google-cloud/aiplatform/build/src/v1/endpoint_service_client.js');
    return new EndpointServiceClient(options, gax);
  },
  async job(options, gax) {
    const { JobServiceClient } = await import('@google-cloud/aiplatform/build/src/v1/job_service_client.js');
    return new JobServiceClient(options, gax);
  },
  async metadata(options, gax) {
    const { MetadataServiceClient } = await import('@google-cloud/aiplatform/build/src/v1/metadata_service_client.js');
    return new MetadataServiceClient(options, gax);
  },
  async model(options, gax) {
    const { ModelServiceClient } = await import('@google-cloud/aiplatform/build/src/v1/model_service_client.js');
    return new ModelServiceClient(options, gax);
  },
  async persistentResource(options, gax) {
    const { PersistentResourceServiceClient } =
      await import('@google-cloud/aiplatform/build/src/v1/persistent_resource_service_client.js');
    return new PersistentResourceServiceClient(options, gax);
  },
  async pipeline(options, gax) {
    const { PipelineServiceClient } = await import('@google-cloud/aiplatform/build/src/v1/pipeline_service_client.js');
    return new PipelineServiceClient(options, gax);
  },
  async tensorboard(options, gax) {
    const { TensorboardServiceClient } =
      await import('@google-cloud/aiplatform/build/src/v1/tensorboard_service_client.js');
    return new TensorboardServiceClient(options, gax);
  },
};
