import { describe, expect, it } from 'vitest';
import { lineageOf } from '../../../../../shared/graph/access/access-layer.ts';
import { deriveGraph } from '../../../../../shared/graph/derive-graph.ts';
import { documentOf, inShort, inventoryOf, JOB } from '../../inventory-of.ts';
import { nodeId } from '../../../../tools/make-graph.ts';
import { policyOf } from '../../../../tools/policy-documents.ts';
import { binding, BUCKET, graphWith, KEY, NUMBER, principal, PROJECT, TRAINER } from './estate.ts';

/** Links that policies make, with their evidence. */
function accessLinks(policies: Parameters<typeof graphWith>[0]): readonly string[] {
  return inShort(graphWith(policies)).links.filter((link) => /^(?:CAN_|HAS_ROLE)/.test(link));
}

describe('policies in the graph', () => {
  it('link each member by what its role gives on the resource, with the place in the policy', () => {
    expect(
      accessLinks({ [BUCKET]: [binding('roles/storage.objectUser', 'user:a@x.example', 'group:g@x.example')] }),
    ).toStrictEqual(
      ['CAN_READ', 'CAN_WRITE'].flatMap((relation) => [
        `${relation} ${principal('group:g@x.example')} -> ${BUCKET} (exact, none)\n  iamPolicy.bindings[0].members[1] = group:g@x.example`,
        `${relation} ${principal('user:a@x.example')} -> ${BUCKET} (exact, none)\n  iamPolicy.bindings[0].members[0] = user:a@x.example`,
      ]),
    );
  });

  it('keep role, permission and condition as facts of the evidence', () => {
    const condition = { title: 'Runs only', expression: 'resource.name.startsWith("projects/_/buckets/ml-models/")' };
    const graph = graphWith({
      [BUCKET]: [{ role: 'roles/storage.objectViewer', members: ['allUsers'], condition }],
    });
    expect([...graph.edges.values()].find(({ type }) => type === 'CAN_READ')?.evidence).toStrictEqual([
      {
        document: BUCKET,
        path: 'iamPolicy.bindings[0].members[0]',
        value: 'allUsers',
        facts: {
          role: 'roles/storage.objectViewer',
          permission: 'storage.objects.get',
          condition: 'Runs only: resource.name.startsWith("projects/_/buckets/ml-models/")',
        },
      },
    ]);
  });

  it('mark a binding whose condition was left out because the policy was read in version 1', () => {
    const graph = graphWith({
      [BUCKET]: [binding('roles/storage.objectViewer_withcond_2b17cc25d2cd9e2c54d8', 'allUsers')],
    });
    expect([...graph.edges.values()].find(({ type }) => type === 'CAN_READ')?.evidence[0]?.facts).toStrictEqual({
      role: 'roles/storage.objectViewer',
      permission: 'storage.objects.get',
      condition: 'Condition not read',
    });
  });

  it('say of an unknown role that it is unknown', () => {
    const graph = graphWith({ [KEY]: [binding('projects/ml-prod/roles/custom', 'user:a@x.example')] });
    const link = [...graph.edges.values()].find(({ to }) => to === KEY && graph.nodes.has(to));
    expect(link?.type).toBe('HAS_ROLE');
    expect(link?.evidence[0]?.facts).toStrictEqual({
      role: 'projects/ml-prod/roles/custom',
      unknown: 'The document of this custom role is not in the inventory, so what it gives is not known.',
    });
  });

  it('let service accounts meet the node they have, and never a deleted one the living', () => {
    const living = 'serviceAccount:trainer@ml-prod.iam.gserviceaccount.com';
    expect(
      accessLinks({
        [BUCKET]: [
          binding('roles/storage.objectViewer', living),
          binding('roles/storage.objectCreator', `deleted:${living}?uid=123`),
        ],
      }).map((link) => link.split('\n')[0]),
    ).toStrictEqual([
      `CAN_READ ${TRAINER} -> ${BUCKET} (exact, none)`,
      `CAN_WRITE ${TRAINER.replace('trainer@', 'deleted:trainer@')}?uid=123 -> ${BUCKET} (exact, none)`,
    ]);
  });

  it('spell the project of a convenience group by its id', () => {
    expect(
      accessLinks({ [BUCKET]: [binding('roles/storage.legacyBucketOwner', `projectEditor:${NUMBER}`)] })[0],
    ).toContain(`${principal('projectEditor:ml-prod')} -> ${BUCKET}`);
  });

  it('keep a member of no known form as an unresolved node with its text', () => {
    const graph = graphWith({ [BUCKET]: [binding('roles/storage.objectViewer', 'somebody')] });
    expect(graph.nodes.get(nodeId('unresolved:gcp-iam-principal:somebody'))).toStrictEqual({
      id: 'unresolved:gcp-iam-principal:somebody',
      kind: 'gcp-iam-principal',
      state: 'unresolved',
      title: 'somebody',
      reason: 'This is no member of an IAM policy in any form this app knows.',
    });
  });

  it('pass over what is no policy', () => {
    expect(
      [
        { bindings: 'none' },
        { bindings: [null, 3, 'x', { role: 7, members: ['allUsers'] }, { role: 'roles/owner', members: 'allUsers' }] },
        { bindings: [{ role: 'roles/owner', members: [null, 1, {}] }] },
        {},
      ].flatMap((policy) => [...deriveGraph(inventoryOf([policyOf(PROJECT, policy)])).edges.values()]),
    ).toStrictEqual([]);
  });

  it('leave the lineage as it is without them', () => {
    const plain = lineageOf(graphWith({}));
    const graph = graphWith({
      [BUCKET]: [binding('roles/storage.objectViewer', 'allUsers', 'serviceAccount:x@other.iam.gserviceaccount.com')],
    });
    expect([...lineageOf(graph).nodes.keys()]).toStrictEqual([...plain.nodes.keys()]);
    expect([...lineageOf(graph).edges.keys()]).toStrictEqual([...plain.edges.keys()]);
  });

  it('cost nothing where there are none', () => {
    const graph = deriveGraph(inventoryOf([documentOf('gcp-storage-bucket', { name: 'ml-models' })]));
    expect(lineageOf(graph)).toBe(graph);
  });
});

describe('the agents that act for a job', () => {
  it('pull its images and use its key, as the evidence of those links shows', () => {
    const job = documentOf(JOB, {
      name: `projects/${NUMBER}/locations/us-central1/customJobs/1`,
      encryptionSpec: { kmsKeyName: 'projects/ml-prod/locations/eu/keyRings/vertex/cryptoKeys/training' },
      jobSpec: {
        serviceAccount: 'trainer@ml-prod.iam.gserviceaccount.com',
        workerPoolSpecs: [{ containerSpec: { imageUri: 'eu-docker.pkg.dev/ml-prod/training/churn:prod' } }],
      },
    });
    const from = '//aiplatform.googleapis.com/projects/ml-prod/locations/us-central1/customJobs/1';
    const agent = `//iam.googleapis.com/projects/gcp-sa-aiplatform/serviceAccounts/service-${NUMBER}@gcp-sa-aiplatform.iam.gserviceaccount.com`;
    expect(inShort(graphWith({}, [job])).links.filter((link) => link.includes('_AS '))).toStrictEqual([
      `ENCRYPTS_AS ${from} -> ${agent} (derived, none)\n  encryptionSpec.kmsKeyName = projects/ml-prod/locations/eu/keyRings/vertex/cryptoKeys/training`,
      `PULLS_AS ${from} -> ${agent} (derived, none)\n  jobSpec.workerPoolSpecs[0].containerSpec.imageUri = eu-docker.pkg.dev/ml-prod/training/churn:prod`,
      `RUNS_AS ${from} -> ${TRAINER} (exact, none)\n  jobSpec.serviceAccount = trainer@ml-prod.iam.gserviceaccount.com`,
    ]);
  });

  it('are not guessed while no document tells the number of the project', () => {
    const job = documentOf(JOB, {
      name: 'projects/elsewhere/locations/us-central1/customJobs/1',
      jobSpec: {
        serviceAccount: 'trainer@ml-prod.iam.gserviceaccount.com',
        workerPoolSpecs: [{ containerSpec: { imageUri: 'eu-docker.pkg.dev/ml-prod/training/churn:prod' } }],
      },
    });
    expect(inShort(graphWith({}, [job])).links.filter((link) => link.startsWith('PULLS_AS'))).toStrictEqual([]);
  });
});
