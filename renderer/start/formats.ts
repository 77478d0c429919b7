/** One kind of file the app reads, and the commands that make it. */
export interface FormatHelp {
  readonly title: string;
  readonly description: string;
  readonly commands: readonly string[];
}

/**
 * What can be opened, in the order in which a reviewer is likely to have it. Words in capitals are for the user to fill in.
 * Commands: https://cloud.google.com/sdk/gcloud/reference
 */
export const FORMATS: readonly FormatHelp[] = [
  {
    title: 'Custom jobs from gcloud',
    description:
      'The output of list or describe, as JSON or YAML; once for each region. Jobs alone give a first picture: what they name is shown, though not collected.',
    commands: ['gcloud ai custom-jobs list --project=PROJECT --region=REGION --format=json > custom-jobs.json'],
  },
  {
    title: 'What the jobs use, from gcloud',
    description:
      'Each further listing fills in a part of the picture. Open them together with the jobs, or the whole folder.',
    commands: [
      'gcloud ai models list --project=PROJECT --region=REGION --format=json > models.json',
      'gcloud ai hp-tuning-jobs list --project=PROJECT --region=REGION --format=json > tuning-jobs.json',
      'gcloud artifacts docker images list REGION-docker.pkg.dev/PROJECT/REPOSITORY --include-tags --format=json > images.json',
      'gcloud kms keys list --project=PROJECT --location=REGION --keyring=KEY_RING --format=json > keys.json',
      'gcloud iam service-accounts list --project=PROJECT --format=json > service-accounts.json',
      'gcloud storage buckets list --project=PROJECT --format=json > buckets.json',
      'gcloud compute networks list --project=PROJECT --format=json > networks.json',
      'gcloud compute firewall-rules list --project=PROJECT --format=json > firewall-rules.json',
      'gcloud projects describe PROJECT --format=json > project.json',
      'gcloud projects get-iam-policy PROJECT --format=json > policy.json',
    ],
  },
  {
    title: 'Cloud Asset Inventory',
    description:
      'One export for a whole project, folder or organisation: the most complete source. Export lines, list and search answers are read; types that are not ours are counted and skipped.',
    commands: [
      'gcloud asset export --project=PROJECT --content-type=resource --output-path=gs://BUCKET/resources.ndjson',
      'gcloud asset export --project=PROJECT --content-type=iam-policy --output-path=gs://BUCKET/policies.ndjson',
      'gcloud storage cp gs://BUCKET/resources.ndjson gs://BUCKET/policies.ndjson .',
      'gcloud asset list --project=PROJECT --content-type=resource --format=json > assets.json',
    ],
  },
  {
    title: 'Answers of the APIs',
    description: 'Pages such as {"customJobs": […]}, single resources, arrays, and one resource a line (NDJSON).',
    commands: [
      'curl -H "Authorization: Bearer $(gcloud auth print-access-token)" "https://REGION-aiplatform.googleapis.com/v1/projects/PROJECT/locations/REGION/customJobs" > custom-jobs.json',
    ],
  },
  {
    title: 'Job specifications',
    description: 'YAML or JSON written for a job that was not submitted yet: see what it would reach before it runs.',
    commands: ['gcloud ai custom-jobs create --region=REGION --display-name=NAME --config=job.yaml'],
  },
  {
    title: 'Snapshots of this app',
    description:
      'Files ending in .lineage.json or .lineage.json.gz, saved with File > Save snapshot. Secrets are masked in them.',
    commands: [],
  },
];
