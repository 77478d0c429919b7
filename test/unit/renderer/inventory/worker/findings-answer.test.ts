import { describe, expect, it } from 'vitest';
import { arrangeFindings, entriesOf } from '../../../../../renderer/inventory/worker/findings-answer.ts';
import { deriveInSteps, type OpenedInventory } from '../../../../../renderer/inventory/worker/opened-inventory.ts';
import { createMasker } from '../../../../../shared/inventory/masking.ts';
import { readSample } from '../../../../tools/judge-files.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const masker = createMasker(new Uint8Array(32));

function finish<Value>(steps: Generator<unknown, Value>): Value {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

const opened: OpenedInventory = finish(deriveInSteps(readSample(), ['sample'], () => NOW, masker));
const arranged = finish(arrangeFindings(opened, masker));

describe('the findings of an opened inventory', () => {
  it('are judged once, however often they are asked for', () => {
    expect(finish(opened.judgeInSteps())).toBe(finish(opened.judgeInSteps()));
  });

  it('are counted alike whatever they are put together by', () => {
    const { posture, groups } = arranged.overview;
    const failed = posture.reduce((sum, family) => sum + family.failed, 0);
    const sums = Object.values(groups).map((list) => list.reduce((sum, group) => sum + group.failed, 0));
    expect(sums).toStrictEqual([failed, failed, failed, failed]);
  });

  it('come in groups, worst first, those that are only unknown last', () => {
    const severities = arranged.overview.groups.severity.map(({ key }) => key);
    expect(severities).toStrictEqual(['critical', 'high', 'medium', 'low', 'info']);
    const failing = arranged.overview.groups.rule.map(({ failed }) => failed > 0);
    expect(failing).toStrictEqual(failing.toSorted((left, right) => Number(right) - Number(left)));
  });

  it('are listed page by page, with what explains them', () => {
    const page = entriesOf(arranged, 'rule', 'data-public-bucket', { offset: 0, limit: 1 }, { opened, masker });
    expect(page).toMatchObject([
      {
        status: 'fail',
        resourceTitle: 'tidewater-dev-scratch',
        resourceKind: 'Bucket',
        evidence: [{ path: 'iamPolicy.bindings[0].members[0]', value: 'allUsers' }],
        command: 'gcloud storage buckets update gs://tidewater-dev-scratch --public-access-prevention',
        marks: ['CIS GCP 5.1', 'ATT&CK T1530'],
      },
    ]);
    expect(entriesOf(arranged, 'rule', 'no-such-rule', { offset: 0, limit: 9 }, { opened, masker })).toStrictEqual([]);
  });
});
