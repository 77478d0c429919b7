import type { ShapeAdapter } from './adapter.ts';

/**
 * `gcloud storage buckets list|describe --format=json` without `--raw`: its own names in snake_case, one level deep.
 * https://cloud.google.com/sdk/gcloud/reference/storage/buckets/describe
 */
export const gcloudStorageBucket: ShapeAdapter = {
  source: 'gcloud storage buckets',
  kind: 'gcp-storage-bucket',
  // Objects have a storage_url too, but no location.
  present: ['storage_url', 'name', 'location'],
  absent: ['kind'],
  fields: [
    { from: 'name', to: 'name' },
    { from: 'storage_url' },
    { from: 'acl', to: 'acl' },
    { from: 'autoclass', to: 'autoclass' },
    { from: 'autoclass_enabled_time', to: 'autoclass.toggleTime', convert: 'gcloud-time' },
    { from: 'cors_config', to: 'cors' },
    { from: 'creation_time', to: 'timeCreated', convert: 'gcloud-time' },
    { from: 'data_locations', to: 'customPlacementConfig.dataLocations' },
    { from: 'default_acl', to: 'defaultObjectAcl' },
    { from: 'default_event_based_hold', to: 'defaultEventBasedHold' },
    { from: 'default_kms_key', to: 'encryption.defaultKmsKeyName' },
    { from: 'default_storage_class', to: 'storageClass' },
    { from: 'generation', to: 'generation', convert: 'int64' },
    { from: 'hard_delete_time', to: 'hardDeleteTime', convert: 'gcloud-time' },
    { from: 'ip_filter_config', to: 'ipFilter' },
    { from: 'labels', to: 'labels' },
    { from: 'lifecycle_config', to: 'lifecycle' },
    { from: 'location', to: 'location' },
    { from: 'location_type', to: 'locationType' },
    { from: 'logging_config', to: 'logging' },
    { from: 'metageneration', to: 'metageneration', convert: 'int64' },
    { from: 'per_object_retention', to: 'objectRetention' },
    { from: 'public_access_prevention', to: 'iamConfiguration.publicAccessPrevention' },
    { from: 'requester_pays', to: 'billing.requesterPays' },
    { from: 'retention_policy', to: 'retentionPolicy' },
    { from: 'satisfies_pzs', to: 'satisfiesPZS' },
    { from: 'soft_delete_policy', to: 'softDeletePolicy' },
    { from: 'soft_delete_time', to: 'softDeleteTime', convert: 'gcloud-time' },
    { from: 'uniform_bucket_level_access', to: 'iamConfiguration.uniformBucketLevelAccess.enabled' },
    { from: 'update_time', to: 'updated', convert: 'gcloud-time' },
    { from: 'versioning_enabled', to: 'versioning.enabled' },
    { from: 'website_config', to: 'website' },
  ],
};
