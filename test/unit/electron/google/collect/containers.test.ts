import { afterEach, describe, expect, it } from 'vitest';
import { createAccessModel } from '../../../../../shared/graph/access/access-model.ts';
import { deriveGraph } from '../../../../../shared/graph/derive-graph.ts';
import { buildEstate } from '../../../../doubles/google/build-estate.ts';
import type { FaultRule } from '../../../../doubles/google/faults.ts';
import { startFakeGoogle } from '../../../../doubles/google/start.ts';
import type { FakeGoogle } from '../../../../doubles/google/start.ts';
import { nodeId } from '../../../../tools/make-graph.ts';
import type { Collected } from './harness.ts';
import { collectAll, fakeOnly, knownFrom } from './harness.ts';

const SERVICE = 'cloudresourcemanager.googleapis.com';
const PROJECT = `//${SERVICE}/projects/ml-project-1`;
const FOLDER = `//${SERVICE}/folders/300000000001`;
const ORGANIZATION = `//${SERVICE}/organizations/900000000001`;
const BUCKET = '//storage.googleapis.com/ml-project-1-output';

const running: FakeGoogle[] = [];

async function start(...faults: FaultRule[]): Promise<FakeGoogle> {
  const estate = buildEstate({ projects: 1, locations: 1, jobsPerLocation: 2 });
  const fake = await startFakeGoogle({ estate, faults });
  running.push(fake);
  return fake;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((fake) => fake.close()));
});

function whoCan({ inventory }: Collected, resource: string): readonly string[] {
  const { direct, inherited } = createAccessModel(deriveGraph(inventory)).whoCan(nodeId(resource));
  return [...direct, ...inherited].map(
    ({ relation, grant }) => `${relation} ${grant.evidence.value} on ${grant.resource}`,
  );
}

describe('folders and organisations above a project', () => {
  it('are read with their policies, however few hops are followed, so that inherited access is known', async () => {
    const fake = await start();
    const found = await collectAll(fakeOnly(fake), ['ml-project-1'], { request: { depth: 1 } });
    expect([found.complete, found.names('gcp-cloud-resource-manager-folder')]).toStrictEqual([true, [FOLDER]]);
    expect(found.names('gcp-cloud-resource-manager-organization')).toStrictEqual([ORGANIZATION]);
    expect(whoCan(found, BUCKET)).toStrictEqual(
      ['CAN_READ', 'CAN_WRITE', 'CAN_ADMIN'].map((relation) => `${relation} user:root@example.com on ${ORGANIZATION}`),
    );
    expect(whoCan(found, PROJECT)).toStrictEqual([`CAN_RUN_JOBS group:ml-engineers@example.com on ${FOLDER}`]);
  });

  it('have a row of their own where the policy, or the container itself, may not be read', async () => {
    const fake = await start(
      { method: 'GetIamPolicy', name: 'folders/300000000001', fault: { kind: 'denied' } },
      { method: 'GetOrganization', fault: { kind: 'denied' } },
    );
    const found = await collectAll(fakeOnly(fake), ['ml-project-1']);
    const gaps = found.gaps.map(({ kind, status, resource, aspect, permission, role }) => {
      return { kind, status, resource, aspect, permission, role };
    });
    expect(gaps).toStrictEqual([
      {
        kind: 'gcp-cloud-resource-manager-folder',
        status: 'denied',
        resource: FOLDER,
        aspect: 'iam-policy',
        permission: 'resourcemanager.folders.getIamPolicy',
        role: 'roles/iam.securityReviewer',
      },
      {
        kind: 'gcp-cloud-resource-manager-organization',
        status: 'denied',
        resource: ORGANIZATION,
        aspect: undefined,
        permission: 'resourcemanager.organizations.get',
        role: 'roles/resourcemanager.organizationViewer',
      },
    ]);
    const model = createAccessModel(deriveGraph(found.inventory));
    expect(model.whoCan(nodeId(BUCKET))).toMatchObject({
      complete: false,
      policies: [
        { resource: BUCKET },
        { resource: PROJECT },
        { resource: FOLDER, state: 'not-collected' },
        { resource: ORGANIZATION, state: 'not-collected' },
      ],
    });
  });

  it('are told by the ancestors of assets where the project itself may not be read', async () => {
    const fake = await start({ method: 'GetProject', fault: { kind: 'denied' } });
    const found = await collectAll(fakeOnly(fake), ['ml-project-1'], {
      request: { assets: 'only', kinds: ['gcp-ai-platform-custom-job'] },
    });
    expect(found.names('gcp-cloud-resource-manager-organization')).toStrictEqual([ORGANIZATION]);
  });

  it('are read when a collection goes on that was stopped after the project was', async () => {
    const fake = await start();
    const whole = await collectAll(fakeOnly(fake), ['ml-project-1']);
    const known = knownFrom(
      whole.records.filter(
        (record) =>
          (record.type !== 'document' || !record.document.kind.endsWith('-organization')) &&
          (record.type !== 'coverage' || !record.row.kind.endsWith('-organization')),
      ),
    );
    const resumed = await collectAll(fakeOnly(fake), ['ml-project-1'], { mode: { type: 'resume', known } });
    expect(resumed.names('gcp-cloud-resource-manager-organization')).toStrictEqual([ORGANIZATION]);
  });
});
