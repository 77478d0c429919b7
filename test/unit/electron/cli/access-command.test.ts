import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../../electron/cli/program.ts';

const BUCKET = '//storage.googleapis.com/ml-models';
const ORGANIZATION = '//cloudresourcemanager.googleapis.com/organizations/9';

/** What `gcloud asset export` writes of a bucket and of two policies. */
const INPUT = [
  {
    name: BUCKET,
    asset_type: 'storage.googleapis.com/Bucket',
    resource: { data: { name: 'ml-models', projectNumber: '418820347715' } },
    ancestors: ['projects/418820347715', 'organizations/9'],
  },
  {
    name: BUCKET,
    asset_type: 'storage.googleapis.com/Bucket',
    iam_policy: { bindings: [{ role: 'roles/storage.objectViewer', members: ['allUsers'] }] },
    ancestors: ['projects/418820347715', 'organizations/9'],
  },
  {
    name: ORGANIZATION,
    asset_type: 'cloudresourcemanager.googleapis.com/Organization',
    iam_policy: { bindings: [{ role: 'roles/brand.new', members: ['group:g@x.example'] }] },
    ancestors: ['organizations/9'],
  },
]
  .map((line) => JSON.stringify(line))
  .join('\n');

async function run(...args: readonly string[]) {
  const written = { out: '', err: '' };
  const into = (key: 'out' | 'err'): Writable =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        written[key] += chunk.toString('utf8');
        done();
      },
    });
  const status = await runProgram(['access', ...args, '--in', '-'], {
    terminal: { stdin: Readable.from([Buffer.from(INPUT)]), stdout: into('out'), stderr: into('err') },
    now: () => Date.UTC(2026, 10, 23),
    version: '1.2.3',
    onInterrupt: () => () => undefined,
  });
  return { status, ...written };
}

describe('access', () => {
  it('tells who can, which policies are missing and which roles are not known', async () => {
    const { status, out, err } = await run('gs://ml-models');
    expect(JSON.parse(out)).toStrictEqual({
      access: [
        {
          id: BUCKET,
          whoCan: [
            {
              relation: 'CAN_READ',
              principal: '//iam.googleapis.com/principals/allUsers',
              resource: BUCKET,
              role: 'roles/storage.objectViewer',
              permissions: ['storage.objects.get'],
              evidence: { document: BUCKET, path: 'iamPolicy.bindings[0].members[0]', value: 'allUsers' },
            },
            {
              relation: 'HAS_ROLE',
              principal: '//iam.googleapis.com/principals/group:g@x.example',
              resource: BUCKET,
              role: 'roles/brand.new',
              permissions: [],
              inheritedFrom: ORGANIZATION,
              unknown: 'This predefined role is not in the app’s table of roles, so what it gives is not known.',
              evidence: {
                document: ORGANIZATION,
                path: 'iamPolicy.bindings[0].members[0]',
                value: 'group:g@x.example',
              },
            },
          ],
          policies: [
            { resource: BUCKET, state: 'read' },
            { resource: '//cloudresourcemanager.googleapis.com/projects/418820347715', state: 'not-collected' },
            { resource: ORGANIZATION, state: 'read' },
          ],
          complete: false,
          whatCan: [],
        },
      ],
      ways: [],
    });
    expect(err).toContain('projects/418820347715 was not collected, so others may have access too');
    expect(status).toBe(0);
  });

  it('tells what a member can reach, as a table too', async () => {
    const { out } = await run('allUsers', '--format', 'table');
    expect(out.split('\n').slice(0, 2)).toStrictEqual([
      'RELATION  PRINCIPAL  RESOURCE                            ROLE                        FROM  CONDITION  EVIDENCE',
      'CAN_READ  allUsers   //storage.googleapis.com/ml-models  roles/storage.objectViewer                   //storage.googleapis.com/ml-models iamPolicy.bindings[0].members[0]',
    ]);
  });

  it('says that nothing has a name, with a status of its own', async () => {
    const { status, err } = await run('user:nobody@x.example');
    expect([status, err.includes('Nothing is called "user:nobody@x.example".')]).toStrictEqual([1, true]);
  });

  it('lists the ways to more rights of the whole inventory without a name', async () => {
    const { status, out } = await run();
    expect([status, JSON.parse(out)]).toStrictEqual([0, { access: [], ways: [] }]);
  });
});
