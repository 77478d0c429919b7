import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { JUDGED_PERMISSIONS } from '../../../../../shared/graph/access/judged-permissions.ts';
import { readRole } from '../../../../../shared/graph/access/read-role.ts';
import { ROLE_TABLE } from '../../../../../shared/graph/access/role-table.ts';
import {
  readRoleDefinitions,
  ROLE_DEFINITIONS_FILE,
  ROLE_TABLE_FILE,
  roleTableText,
} from '../../../../tools/make-role-table.ts';
import { documentOf } from '../../inventory-of.ts';

const ROLE = 'gcp-iam-role';

describe('the table of predefined roles', () => {
  it('is what its definitions give (else run `npx tsx test/tools/make-role-table.ts`)', () => {
    const definitions = readRoleDefinitions(readFileSync(ROLE_DEFINITIONS_FILE, 'utf8'), '', '');
    expect(readFileSync(ROLE_TABLE_FILE, 'utf8')).toBe(roleTableText(definitions));
  });

  it('holds nothing but judged permissions, each of which some role gives', () => {
    const given = new Set(ROLE_TABLE.flatMap((line) => line.split(' ').slice(1)));
    expect([...given].toSorted()).toStrictEqual([...JUDGED_PERMISSIONS].toSorted());
  });

  it('leaves out custom roles and permissions nobody judges by, from answers of the IAM API too', () => {
    const answer = JSON.stringify({
      roles: [
        { name: 'roles/b.reader', includedPermissions: ['x.y.z', 'storage.objects.get'] },
        { name: 'projects/p/roles/custom', includedPermissions: ['storage.objects.get'] },
        { name: 'roles/a.none' },
      ],
    });
    const text = roleTableText(readRoleDefinitions(answer, 'gcloud iam roles list', '2026-01-02'));
    expect(text.split('\n').filter((line) => line.startsWith("  '"))).toStrictEqual([
      "  'roles/a.none',",
      "  'roles/b.reader storage.objects.get',",
    ]);
  });
});

describe('readRole()', () => {
  it('knows predefined, basic and legacy roles', () => {
    expect(readRole('roles/storage.objectViewer', undefined)).toStrictEqual({
      status: 'known',
      source: 'predefined',
      permissions: ['storage.objects.get'],
    });
    expect(readRole('roles/logging.logWriter', undefined)).toStrictEqual({
      status: 'known',
      source: 'predefined',
      permissions: [],
    });
    expect(readRole('roles/storage.legacyBucketWriter', undefined)).toStrictEqual({
      status: 'known',
      source: 'predefined',
      permissions: ['storage.objects.create', 'storage.objects.delete'],
    });
  });

  it('reads a custom role from its document', () => {
    const document = documentOf(ROLE, {
      name: 'projects/ml-prod/roles/submitter',
      title: 'Submitter',
      includedPermissions: ['aiplatform.customJobs.get', 'aiplatform.customJobs.create', 'storage.objects.get'],
    });
    expect(readRole('projects/ml-prod/roles/submitter', document)).toStrictEqual({
      status: 'known',
      source: 'custom',
      permissions: ['aiplatform.customJobs.create', 'storage.objects.get'],
    });
  });

  it('takes the document of a predefined role before the table', () => {
    const document = documentOf(ROLE, { name: 'roles/new.role', includedPermissions: ['storage.objects.get'] });
    expect(readRole('roles/new.role', document)).toStrictEqual({
      status: 'known',
      source: 'predefined',
      permissions: ['storage.objects.get'],
    });
  });

  it('takes a deleted custom role to give nothing', () => {
    const document = documentOf(ROLE, {
      name: 'projects/ml-prod/roles/old',
      deleted: true,
      includedPermissions: ['storage.objects.get'],
    });
    expect(readRole('projects/ml-prod/roles/old', document)).toStrictEqual({
      status: 'known',
      source: 'custom',
      permissions: [],
    });
  });

  it('says why a role is unknown', () => {
    const listed = documentOf(ROLE, { name: 'projects/ml-prod/roles/listed', title: 'Listed' });
    expect([
      readRole('roles/somebody.elsesRole', undefined),
      readRole('organizations/884210336127/roles/custodian', undefined),
      readRole('projects/ml-prod/roles/listed', listed),
    ]).toStrictEqual([
      {
        status: 'unknown',
        reason: 'This predefined role is not in the app’s table of roles, so what it gives is not known.',
      },
      {
        status: 'unknown',
        reason: 'The document of this custom role is not in the inventory, so what it gives is not known.',
      },
      {
        status: 'unknown',
        reason: 'The role’s document does not list its permissions: describe the role instead of listing roles.',
      },
    ]);
  });
});
