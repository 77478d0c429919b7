import { describe, expect, it } from 'vitest';
import { deriveGraph } from '../../../../shared/graph/derive-graph.ts';
import { nodesNamed } from '../../../../shared/search/named-resource.ts';
import { policyOf } from '../../../tools/policy-documents.ts';
import { inventoryOf } from '../inventory-of.ts';

const graph = deriveGraph(
  inventoryOf([
    policyOf('//storage.googleapis.com/ml-models', {
      bindings: [
        {
          role: 'roles/storage.objectViewer',
          members: [
            'user:anna@northwind.example',
            'deleted:user:anna@northwind.example?uid=1',
            'serviceAccount:trainer@ml-prod.iam.gserviceaccount.com',
            'principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/*',
          ],
        },
      ],
    }),
  ]),
);

describe('a pasted member of a policy', () => {
  it.each([
    'user:Anna@northwind.example',
    'deleted:user:anna@northwind.example?uid=1',
    'principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/*',
  ])('names its principal: %s', (text) => {
    expect(nodesNamed(graph, text).map(({ title }) => title)).toStrictEqual([text.replace('Anna', 'anna')]);
  });

  it('names the account of a service account', () => {
    expect(
      nodesNamed(graph, 'serviceAccount:trainer@ml-prod.iam.gserviceaccount.com').map(({ kind }) => kind),
    ).toStrictEqual(['gcp-iam-service-account']);
  });
});
