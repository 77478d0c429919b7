import { expect, it } from 'vitest';
import {
  collectionRequestSchema,
  credentialChoiceSchema,
  credentialSourceSchema,
} from '../../../../shared/ipc/connect.ts';

it.each([
  { source: 'adc' },
  { source: 'adc', impersonate: 'a@p.iam.gserviceaccount.com,b@p.iam.gserviceaccount.com', quotaProject: 'audit-1' },
  { source: 'gcloud' },
  { source: 'gcloud', configuration: 'tidewater-prod', quotaProject: 'example.com:legacy' },
])('takes the choice %j', (choice) => {
  expect(credentialChoiceSchema.parse(choice)).toStrictEqual(choice);
});

it.each([
  { source: 'file', path: '/tmp/key.json' },
  { source: 'adc', path: '/tmp/key.json' },
  { source: 'adc', json: { type: 'service_account' } },
  { source: 'gcloud', configuration: 'a&calc' },
  { source: 'gcloud', configuration: '--account=x' },
  { source: 'adc', impersonate: 'a@p.iam.gserviceaccount.com:signBlob?' },
  { source: 'adc', quotaProject: 'p\r\nauthorization: x' },
])('takes no file, no key and no text that could be more than a name: %j', (choice) => {
  expect(credentialChoiceSchema.safeParse(choice).success).toBe(false);
});

it('takes off what a source must not have on its way to the window', () => {
  const source = { choice: { source: 'adc' }, title: 'ADC', type: 'authorized_user', token: 'ya29.secret' };
  expect(credentialSourceSchema.parse(source)).toStrictEqual({
    choice: { source: 'adc' },
    title: 'ADC',
    type: 'authorized_user',
  });
});

it('takes a request, and refuses kinds, places and scopes that there are not', () => {
  const request = {
    projects: ['tidewater-ml-prod', '418820347715'],
    scope: 'organizations/884210336127',
    locations: ['europe-west4'],
    kinds: ['gcp-ai-platform-custom-job'],
    depth: 2,
    assets: 'auto',
    transport: 'rest',
  };
  expect(collectionRequestSchema.parse(request)).toStrictEqual(request);
  const wrong = [
    { projects: ['../x'] },
    { scope: 'projects/1' },
    { locations: ['a/b'] },
    { kinds: ['pod'] },
    { depth: -1 },
  ];
  expect(wrong.map((part) => collectionRequestSchema.safeParse({ ...request, ...part }).success)).toStrictEqual(
    wrong.map(() => false),
  );
});
