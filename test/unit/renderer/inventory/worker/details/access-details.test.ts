import { describe, expect, it } from 'vitest';
import { accessDetails } from '../../../../../../renderer/inventory/worker/details/access-details.ts';
import type { AccessDetails } from '../../../../../../renderer/inventory/worker/protocol/access-protocol.ts';
import { createAccessModel } from '../../../../../../shared/graph/access/access-model.ts';
import type { JsonValue } from '../../../../../../shared/json.ts';
import { nodeId } from '../../../../../tools/make-graph.ts';
import {
  binding,
  BUCKET,
  FOLDER,
  graphWith,
  ORGANIZATION,
  principal,
  PROJECT,
  TRAINER,
} from '../../../../shared/graph/access/estate.ts';

const anna = 'user:anna@northwind.example';

function detailsOf(
  id: string,
  policies: Readonly<Record<string, readonly JsonValue[]>>,
  limit = 50,
): AccessDetails | undefined {
  const graph = graphWith(policies);
  const model = createAccessModel(graph);
  return accessDetails({ graph, model, mask: (_document, _path, value) => `<${value}>` }, nodeId(id), limit);
}

describe('accessDetails()', () => {
  it('lists who can do what to a resource, with where it was granted and the masked evidence', () => {
    expect(
      detailsOf(BUCKET, {
        [BUCKET]: [
          { role: 'roles/storage.objectViewer', members: ['allUsers'], condition: { title: 'May', expression: 'x' } },
        ],
        [PROJECT]: [binding('roles/storage.objectViewer', anna)],
      })?.whoCan,
    ).toStrictEqual({
      groups: [
        {
          relation: 'CAN_READ',
          count: 2,
          rows: [
            {
              node: { id: principal('allUsers'), kind: 'gcp-iam-principal', state: 'present', title: 'allUsers' },
              audience: 'public',
              evidence: {
                document: BUCKET,
                path: 'iamPolicy.bindings[0].members[0]',
                value: '<allUsers>',
                facts: { role: 'roles/storage.objectViewer', permission: 'storage.objects.get' },
              },
              condition: '<May>: <x>',
            },
            {
              node: { id: principal(anna), kind: 'gcp-iam-principal', state: 'present', title: anna },
              audience: 'one',
              inheritedFrom: {
                id: PROJECT,
                kind: 'gcp-cloud-resource-manager-project',
                state: 'present',
                title: 'ml-prod',
                project: 'ml-prod',
              },
              evidence: {
                document: PROJECT,
                path: 'iamPolicy.bindings[0].members[0]',
                value: `<${anna}>`,
                facts: { role: 'roles/storage.objectViewer', permission: 'storage.objects.get' },
              },
            },
          ],
        },
      ],
      policies: [
        expect.objectContaining({ state: 'read' }),
        expect.objectContaining({ state: 'read' }),
        expect.objectContaining({ node: expect.objectContaining({ id: FOLDER, title: 'ML' }), state: 'not-collected' }),
        {
          node: {
            id: ORGANIZATION,
            kind: 'gcp-cloud-resource-manager-organization',
            state: 'referenced',
            title: '884210336127',
          },
          state: 'not-collected',
        },
      ],
      complete: false,
    });
  });

  it('keeps to the number of rows asked for, and counts the others', () => {
    const members = Array.from({ length: 9 }, (_, index) => `user:u${index}@northwind.example`);
    const groups = detailsOf(BUCKET, { [BUCKET]: [binding('roles/storage.objectViewer', ...members)] }, 4)?.whoCan
      ?.groups;
    expect(groups?.map(({ count, rows }) => [count, rows.length])).toStrictEqual([[9, 4]]);
  });

  it('puts roles that are not known into a group of their own, with the reason', () => {
    const policies = { [BUCKET]: [binding('roles/brand.new', anna)] };
    const reason = 'This predefined role is not in the app’s table of roles, so what it gives is not known.';
    expect(
      [detailsOf(BUCKET, policies)?.whoCan, detailsOf(principal(anna), policies)?.whatCan].map((part) =>
        part?.groups.map(({ relation, rows }) => [relation, rows[0]?.unknown]),
      ),
    ).toStrictEqual([[['HAS_ROLE', reason]], [['HAS_ROLE', reason]]]);
  });

  it('tells what a principal can reach, and how many resources below a container', () => {
    const groups = detailsOf(principal(anna), { [PROJECT]: [binding('roles/storage.objectViewer', anna)] })?.whatCan
      ?.groups;
    expect(groups?.map(({ relation, rows }) => [relation, rows[0]?.node.id, rows[0]?.all])).toStrictEqual([
      ['CAN_READ', PROJECT, { kind: 'gcp-storage-bucket', count: 1, most: 1000 }],
    ]);
  });

  it('tells the ways to more rights where they begin and where they end', () => {
    const policies = {
      [TRAINER]: [binding('roles/iam.serviceAccountTokenCreator', anna)],
      [BUCKET]: [binding('roles/storage.objectViewer', 'serviceAccount:trainer@ml-prod.iam.gserviceaccount.com')],
    };
    const [start, end] = [detailsOf(principal(anna), policies), detailsOf(TRAINER, policies)];
    expect(start?.wayCount).toBe(1);
    expect(end?.ways).toStrictEqual(start?.ways);
    expect(start?.ways[0]?.steps.map(({ action, to }) => [action, to.id])).toStrictEqual([['get-token', TRAINER]]);
    expect(start?.ways[0]?.gains.map(({ relation, row }) => [relation, row.node.id])).toStrictEqual([
      ['CAN_READ', BUCKET],
    ]);
  });

  it('tells who stands behind a convenience group, which is not one of unknown members', () => {
    const group = 'projectEditor:ml-prod';
    const policies = {
      [PROJECT]: [binding('roles/editor', anna), binding('roles/owner', 'user:owner@northwind.example')],
      [BUCKET]: [binding('roles/storage.legacyBucketOwner', group)],
    };
    expect(detailsOf(principal(group), policies)?.behind?.map(({ node }) => node.title)).toStrictEqual([anna]);
    const row = detailsOf(BUCKET, policies)?.whoCan?.groups[0]?.rows[0];
    expect([row?.node.title, row?.audience]).toStrictEqual([group, 'group-of-role']);
  });

  it('is nothing for what is no matter of access', () => {
    expect([detailsOf(FOLDER, {})?.whatCan, detailsOf('//nothing.example/x', {})]).toStrictEqual([
      undefined,
      undefined,
    ]);
  });
});
