import type { FakeGoogle } from './start.ts';

/**
 * Environment in which gcloud and google-auth-library use the fake and nothing of this machine: settings in a folder of their
 * own, every API at the fake, a token from a file, no log files, no questions.
 */
export function gcloudEnvironment(
  fake: Pick<FakeGoogle, 'rest'>,
  options: { readonly configurationFolder: string; readonly tokenFile: string; readonly project: string },
): Readonly<Record<string, string>> {
  const overrides = Object.entries(PATHS).map(
    ([api, path]) => [`CLOUDSDK_API_ENDPOINT_OVERRIDES_${api}`, `${fake.rest}${path}`] as const,
  );
  return {
    ...Object.fromEntries(overrides),
    CLOUDSDK_CONFIG: options.configurationFolder,
    CLOUDSDK_AUTH_ACCESS_TOKEN_FILE: options.tokenFile,
    CLOUDSDK_CORE_PROJECT: options.project,
    CLOUDSDK_CORE_DISABLE_FILE_LOGGING: 'true',
    CLOUDSDK_CORE_DISABLE_PROMPTS: '1',
    CLOUDSDK_CORE_DISABLE_USAGE_REPORTING: 'true',
    CLOUDSDK_COMPONENT_MANAGER_DISABLE_UPDATE_CHECK: 'true',
    CLOUDSDK_SURVEY_DISABLE_PROMPTS: 'true',
  };
}

/** What follows the host in each API's endpoint, by gcloud's name of the API. */
const PATHS = {
  AIPLATFORM: '',
  ARTIFACTREGISTRY: '_service/artifactregistry.googleapis.com/',
  BIGQUERY: '_service/bigquery.googleapis.com/',
  CLOUDASSET: '_service/cloudasset.googleapis.com/',
  CLOUDKMS: '_service/cloudkms.googleapis.com/',
  CLOUDRESOURCEMANAGER: '_service/cloudresourcemanager.googleapis.com/',
  COMPUTE: 'compute/v1/',
  IAM: '_service/iam.googleapis.com/',
  IAMCREDENTIALS: '_service/iamcredentials.googleapis.com/',
  SECRETMANAGER: '_service/secretmanager.googleapis.com/',
  STORAGE: 'storage/v1/',
} as const;
