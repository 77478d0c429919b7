import { afterEach, describe, expect, it } from 'vitest';
import { deriveGraph } from '../../../../../shared/graph/derive-graph.ts';
import { writeSnapshot } from '../../../../../shared/inventory/snapshot.ts';
import { kindById } from '../../../../../shared/kinds/index.ts';
import { buildEstate } from '../../../../doubles/google/build-estate.ts';
import { sampleEstate } from '../../../../doubles/google/sample-estate.ts';
import { startFakeGoogle } from '../../../../doubles/google/start.ts';
import type { FakeGoogle } from '../../../../doubles/google/start.ts';
import { collectAll, fakeOnly, NOW } from './harness.ts';

const JOB = 'gcp-ai-platform-custom-job';
const IMAGE = 'gcp-artifact-registry-docker-image';

const running: FakeGoogle[] = [];

async function start(...options: Parameters<typeof startFakeGoogle>): Promise<FakeGoogle> {
  const fake = await startFakeGoogle(...options);
  running.push(fake);
  return fake;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((fake) => fake.close()));
});

describe('collecting an estate', () => {
  it('lists the kinds in every location and reads what they name, hop by hop', async () => {
    const fake = await start({ estate: buildEstate({ projects: 2, locations: 3, jobsPerLocation: 40 }) });
    const found = await collectAll(fakeOnly(fake), ['ml-project-1', 'ml-project-2']);
    expect([found.complete, found.gaps, found.inventory.problems]).toStrictEqual([true, [], []]);
    expect(found.names(JOB)).toHaveLength(240);
    expect(found.names('gcp-ai-platform-model')).toHaveLength(6);
    expect(found.names('gcp-cloud-kms-key-ring')).toHaveLength(6);
    expect(found.names('gcp-storage-bucket')).toStrictEqual([
      '//storage.googleapis.com/ml-project-1-data',
      '//storage.googleapis.com/ml-project-1-output',
      '//storage.googleapis.com/ml-project-2-data',
      '//storage.googleapis.com/ml-project-2-output',
    ]);
    const missing = [...deriveGraph(found.inventory).nodes.values()].filter(
      ({ state, kind }) => state === 'referenced' && !['gcp-iam-role', 'gcp-iam-principal'].includes(kind),
    );
    expect([...new Set(missing.map(({ reason }) => reason))]).toStrictEqual([
      'Not read: it is not part of your projects. The account belongs to a service of Google’s and lies in a project of Google’s, which nobody else may read.',
    ]);
  });

  it('ties project numbers to ids by what was asked for', async () => {
    const fake = await start({ estate: buildEstate({ projects: 1, locations: 1, jobsPerLocation: 1 }) });
    const { inventory } = await collectAll(fakeOnly(fake), ['ml-project-1'], { request: { depth: 0 } });
    expect(inventory.projects).toStrictEqual([
      {
        projectId: 'ml-project-1',
        projectNumber: '700000000001',
        source: 'aiplatform.googleapis.com: asked for ml-project-1',
      },
    ]);
  });

  it('takes projects by number too', async () => {
    const fake = await start({ estate: buildEstate({ projects: 1, locations: 2, jobsPerLocation: 3 }) });
    const found = await collectAll(fakeOnly(fake), ['700000000001']);
    expect([found.complete, found.gaps.length, found.names(JOB).length]).toStrictEqual([true, 0, 6]);
    expect(found.inventory.projects.map(({ projectId }) => projectId)).toStrictEqual(['ml-project-1']);
  });

  it('stops at the depth that was asked for, and says what lies beyond', async () => {
    const fake = await start({ estate: buildEstate({ projects: 1, locations: 1, jobsPerLocation: 4 }) });
    const found = await collectAll(fakeOnly(fake), ['ml-project-1'], {
      request: { depth: 1, kinds: [JOB] },
    });
    expect(found.complete).toBe(true);
    expect(found.names('gcp-cloud-kms-crypto-key')).toHaveLength(1);
    expect(found.names('gcp-cloud-kms-key-ring')).toHaveLength(0);
    expect(found.gaps.find(({ kind }) => kind === 'gcp-cloud-kms-key-ring')).toStrictEqual({
      project: 'ml-project-1',
      location: '-',
      kind: 'gcp-cloud-kms-key-ring',
      status: 'skipped',
      count: 0,
      extent: 'named',
      error: '1 named elsewhere lie beyond the depth that was asked for.',
    });
    expect(fake.calls.count({ service: 'cloudkms.googleapis.com', method: 'GetKeyRing' })).toBe(0);
  });

  it('asks for nothing that is only named where no hop is wanted, and says so on each node', async () => {
    const fake = await start({ estate: buildEstate({ projects: 1, locations: 1, jobsPerLocation: 4 }) });
    const found = await collectAll(fakeOnly(fake), ['ml-project-1'], { request: { depth: 0, kinds: [JOB] } });
    expect([found.complete, new Set(found.inventory.documents.map(({ kind }) => kind))]).toStrictEqual([
      true,
      new Set([JOB]),
    ]);
    const named = [...deriveGraph(found.inventory).nodes.values()].filter(
      ({ state, kind }) => state === 'referenced' && kind !== 'gcp-iam-service-account',
    );
    expect(new Set(named.map(({ reason }) => reason))).toStrictEqual(
      new Set(['Not read: left out in any project. Only what is listed was asked for, not what it names.']),
    );
  });

  it('resolves each tag once and says when, with one document for all tags of an image', async () => {
    const fake = await start({ estate: buildEstate({ projects: 1, locations: 1, jobsPerLocation: 8 }) });
    const found = await collectAll(fakeOnly(fake), ['ml-project-1'], { request: { kinds: [JOB] } });
    const [image, ...others] = found.inventory.documents.filter(({ kind }) => kind === IMAGE);
    expect(others).toStrictEqual([]);
    expect([image?.aliases?.toSorted(), image?.aliasTime]).toStrictEqual([
      ['v0', 'v1', 'v2', 'v3'].map(
        (tag) =>
          `//artifactregistry.googleapis.com/projects/ml-project-1/locations/us/repositories/training/dockerImages/trainer:${tag}`,
      ),
      new Date(NOW).toISOString(),
    ]);
    const pulls = [...deriveGraph(found.inventory).edges.values()].find(({ type }) => type === 'PULLS_IMAGE');
    expect(pulls?.evidence[0]?.facts).toMatchObject({
      tag: 'v0',
      resolvesTo: `trainer@sha256:${'700000000001'.padStart(64, '0')}`,
      resolvedTime: new Date(NOW).toISOString(),
    });
    const { service } = kindById(IMAGE);
    expect(fake.calls.count({ service, method: 'GetTag' })).toBe(4);
    expect(fake.calls.count({ service, method: 'GetDockerImage' })).toBe(1);
  });

  it('reads policies, key versions, firewall rules and subnetworks of what jobs name', async () => {
    const fake = await start({ estate: sampleEstate() });
    const { projects } = sampleEstate();
    const found = await collectAll(
      fakeOnly(fake),
      projects.map(({ id }) => id),
    );
    const withPolicy = found.inventory.documents.filter(({ iamPolicy }) => iamPolicy !== undefined);
    expect([...new Set(withPolicy.map(({ kind }) => kind))].toSorted()).toStrictEqual([
      'gcp-artifact-registry-repository',
      'gcp-cloud-kms-crypto-key',
      'gcp-cloud-kms-key-ring',
      'gcp-cloud-resource-manager-organization',
      'gcp-cloud-resource-manager-project',
      'gcp-iam-service-account',
      'gcp-storage-bucket',
    ]);
    expect(found.names('gcp-compute-firewall').length).toBeGreaterThan(0);
    expect(found.names('gcp-compute-subnetwork').length).toBeGreaterThan(0);
    const keys = found.inventory.documents.filter(({ kind }) => kind === 'gcp-cloud-kms-crypto-key');
    expect(keys.every(({ data }) => Array.isArray(data['cryptoKeyVersions']))).toBe(true);
  });

  it('does not ask for what is Google’s own or in other registries', async () => {
    const estate = sampleEstate();
    const fake = await start({ estate });
    const found = await collectAll(
      fakeOnly(fake),
      estate.projects.map(({ id }) => id),
    );
    const external = found.gaps.filter(({ status }) => status === 'external');
    expect(external.length).toBeGreaterThan(0);
    const names = external.map(({ resource = '' }) => resource.slice(resource.lastIndexOf('/') + 1));
    const asked = fake.calls.all().filter(({ name }) => names.some((part) => name.endsWith(`/${part}`)));
    expect(asked).toStrictEqual([]);
  });

  it('gives the same snapshot over gRPC as over REST', async () => {
    const estate = sampleEstate();
    const fake = await start({ estate });
    const projects = estate.projects.map(({ id }) => id);
    const [overRest, overGrpc] = [fakeOnly(fake), fakeOnly(fake, 'grpc')];
    const [rest, grpc] = [await collectAll(overRest, projects), await collectAll(overGrpc, projects)];
    await overGrpc.close();
    const options = { createdTime: '2026-11-23T12:00:00Z', toolVersion: '1.0.0' };
    expect(fake.calls.count({ transport: 'grpc' })).toBeGreaterThan(0);
    expect(rest.names(JOB).length).toBeGreaterThan(10);
    expect(new TextDecoder().decode(writeSnapshot(grpc.inventory, options))).toBe(
      new TextDecoder().decode(writeSnapshot(rest.inventory, options)),
    );
  });

  it('reports progress by kind and location', async () => {
    const fake = await start({ estate: buildEstate({ projects: 1, locations: 2, jobsPerLocation: 3 }) });
    const { progress } = await collectAll(fakeOnly(fake), ['ml-project-1'], {
      request: { kinds: [JOB], depth: 0 },
    });
    expect(progress.at(-1)).toMatchObject({
      documents: 6,
      places: [
        { kind: JOB, location: 'europe-west4', waiting: 0, reading: 0, read: 1, failed: 0, documents: 3 },
        { kind: JOB, location: 'us-central1', waiting: 0, reading: 0, read: 1, failed: 0, documents: 3 },
      ],
      linked: { found: 0, done: 0, failed: 0 },
    });
  });
});
