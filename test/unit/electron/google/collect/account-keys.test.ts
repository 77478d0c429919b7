import { afterEach, describe, expect, it } from 'vitest';
import { analyse } from '../../../../../shared/findings/analyse.ts';
import { DEFAULT_SETTINGS } from '../../../../../shared/findings/settings.ts';
import { createAccessModel } from '../../../../../shared/graph/access/access-model.ts';
import { deriveGraph } from '../../../../../shared/graph/derive-graph.ts';
import { createMasker } from '../../../../../shared/inventory/masking.ts';
import { buildEstate } from '../../../../doubles/google/build-estate.ts';
import type { EstateDocument } from '../../../../doubles/google/estate.ts';
import type { FaultRule } from '../../../../doubles/google/faults.ts';
import { startFakeGoogle } from '../../../../doubles/google/start.ts';
import type { FakeGoogle } from '../../../../doubles/google/start.ts';
import { collectAll, fakeOnly, NOW } from './harness.ts';

const RULE = 'identity-old-user-managed-key';
const ACCOUNT = 'projects/ml-project-1/serviceAccounts/trainer@ml-project-1.iam.gserviceaccount.com';

const running: FakeGoogle[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((fake) => fake.close()));
});

function key(id: string, validAfterTime: string, keyType = 'USER_MANAGED'): EstateDocument {
  const name = `${ACCOUNT}/keys/${id}`;
  return {
    name: `//iam.googleapis.com/${name}`,
    assetType: 'iam.googleapis.com/ServiceAccountKey',
    data: { name, keyType, keyOrigin: 'GOOGLE_PROVIDED', keyAlgorithm: 'KEY_ALG_RSA_2048', validAfterTime },
  };
}

/** Status and resources of the finding about old keys after a live collection. */
async function judged(keys: readonly EstateDocument[], ...faults: FaultRule[]): Promise<readonly unknown[]> {
  const estate = buildEstate({ projects: 1, locations: 1, jobsPerLocation: 2 });
  const fake = await startFakeGoogle({ estate: { ...estate, documents: [...estate.documents, ...keys] }, faults });
  running.push(fake);
  const { inventory } = await collectAll(fakeOnly(fake), ['ml-project-1'], { request: { depth: 1 } });
  const graph = deriveGraph(inventory);
  const { findings, rules } = analyse({
    graph,
    access: createAccessModel(graph),
    inventory,
    masker: createMasker(new Uint8Array(32)),
    now: NOW,
    settings: DEFAULT_SETTINGS,
    rules: [RULE],
  });
  const { examined, failed, unknown } = rules.find(({ rule }) => rule === RULE) ?? {
    examined: 0,
    failed: 0,
    unknown: 0,
  };
  return [
    { examined, failed, unknown },
    findings.flatMap(({ nodes }) => nodes.filter((node) => node.includes('/keys/'))),
  ];
}

describe('keys of a service account that a collection reads', () => {
  it('are judged by their age, without those that Google keeps', async () => {
    const old = key('aa11', '2024-01-01T00:00:00Z');
    const found = await judged([
      old,
      key('bb22', '2026-11-20T00:00:00Z'),
      key('cc33', '2024-01-01T00:00:00Z', 'SYSTEM_MANAGED'),
    ]);
    expect(found).toStrictEqual([{ examined: 1, failed: 1, unknown: 0 }, [old.name]]);
  });

  it('are known to be none where the account has none, and unknown where they may not be listed', async () => {
    expect(await judged([])).toStrictEqual([{ examined: 1, failed: 0, unknown: 0 }, []]);
    expect(await judged([], { method: 'ListServiceAccountKeys', fault: { kind: 'denied' } })).toStrictEqual([
      { examined: 1, failed: 0, unknown: 1 },
      [],
    ]);
  });
});
