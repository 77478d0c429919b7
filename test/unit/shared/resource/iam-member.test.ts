import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIamMember } from '../../../../shared/resource/iam-member.ts';

const POOL = 'iam.googleapis.com/projects/482915730164/locations/global/workloadIdentityPools/github';

describe('readIamMember()', () => {
  it.each([
    { text: 'user:Anna@Northwind.example', type: 'user', member: 'user:anna@northwind.example', audience: 'one' },
    { text: 'group:ml@northwind.example', type: 'group', member: 'group:ml@northwind.example', audience: 'many' },
    { text: 'domain:Northwind.example', type: 'domain', member: 'domain:northwind.example', audience: 'many' },
    { text: 'allUsers', type: 'allUsers', member: 'allUsers', audience: 'public' },
    {
      text: 'allAuthenticatedUsers',
      type: 'allAuthenticatedUsers',
      member: 'allAuthenticatedUsers',
      audience: 'public',
    },
    {
      text: 'serviceAccount:trainer@ml-prod.iam.gserviceaccount.com',
      type: 'serviceAccount',
      member: 'serviceAccount:trainer@ml-prod.iam.gserviceaccount.com',
      audience: 'one',
    },
    {
      text: 'serviceAccount:service-418820347715@gcp-sa-aiplatform.iam.gserviceaccount.com',
      type: 'serviceAccount',
      member: 'serviceAccount:service-418820347715@gcp-sa-aiplatform.iam.gserviceaccount.com',
      audience: 'agent',
    },
    {
      text: 'serviceAccount:ml-prod.svc.id.goog[training/runner]',
      type: 'workload',
      member: 'serviceAccount:ml-prod.svc.id.goog[training/runner]',
      audience: 'one',
    },
    {
      text: `principal://${POOL}/subject/repo:northwind/churn:ref:refs/heads/main`,
      type: 'principal',
      member: `principal://${POOL}/subject/repo:northwind/churn:ref:refs/heads/main`,
      audience: 'one',
    },
    {
      text: `principalSet://${POOL}/*`,
      type: 'principalSet',
      member: `principalSet://${POOL}/*`,
      audience: 'many',
    },
  ])('reads $text', ({ text, type, member, audience }) => {
    expect(readIamMember(text)).toStrictEqual({ type, member, deleted: false, audience });
  });

  it.each(['projectOwner', 'projectEditor', 'projectViewer'])('reads the convenience group %s', (type) => {
    expect(readIamMember(`${type}:example.com:ml-prod`)).toStrictEqual({
      type,
      member: `${type}:example.com:ml-prod`,
      deleted: false,
      audience: 'many',
      project: 'example.com:ml-prod',
    });
  });

  it.each([
    'deleted:user:anna@northwind.example?uid=123',
    'deleted:group:ml@northwind.example?uid=123',
    'deleted:serviceAccount:trainer@ml-prod.iam.gserviceaccount.com?uid=123',
    `deleted:principal://${POOL}/subject/anna`,
  ])('keeps %s apart from a living one', (text) => {
    const living = text.replace(/^deleted:/, '').replace(/\?uid=\d+$/, '');
    expect(readIamMember(text)).toStrictEqual({ ...readIamMember(living), member: text, deleted: true });
    expect(readIamMember(text).member).not.toBe(readIamMember(living).member);
  });

  it.each([
    { text: 'principalSet://goog/public:all', same: 'allUsers' },
    { text: 'principal://goog/subject/anna@northwind.example', same: 'user:anna@northwind.example' },
    { text: 'principalSet://goog/group/ml@northwind.example', same: 'group:ml@northwind.example' },
    {
      text: 'principal://iam.googleapis.com/projects/-/serviceAccounts/trainer@ml-prod.iam.gserviceaccount.com',
      same: 'serviceAccount:trainer@ml-prod.iam.gserviceaccount.com',
    },
  ])('takes $text for $same', ({ text, same }) => {
    expect(readIamMember(text)).toStrictEqual(readIamMember(same));
  });

  it.each([
    '',
    'anna@northwind.example',
    'user:',
    'user:anna',
    'robot:anna@northwind.example',
    'allUsers:x',
    'principal:anna',
    'serviceAccount:ml-prod.svc.id.goog[training]',
    'projectOwner:',
    'user:anna@northwind.example\u0000',
    `user:${'a'.repeat(3000)}@northwind.example`,
  ])('takes no part of “%s” for an identity', (text) => {
    expect(readIamMember(text)).toStrictEqual({
      type: 'unrecognised',
      member: text,
      deleted: false,
      audience: 'many',
    });
  });

  it('gives one spelling that reads as itself, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const { member } = readIamMember(text);
        expect(readIamMember(member).member).toBe(member);
      }),
    );
  });
});
