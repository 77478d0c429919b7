import { describe, expect, it } from 'vitest';
import {
  arrangeFindings,
  entriesOf,
  type ArrangeInput,
} from '../../../../../../renderer/inventory/worker/findings/findings-answer.ts';
import type { Standards } from '../../../../../../renderer/inventory/worker/findings/judge.ts';
import {
  deriveInSteps,
  type OpenedInventory,
} from '../../../../../../renderer/inventory/worker/opening/opened-inventory.ts';
import { ALL_FINDINGS } from '../../../../../../shared/findings/filter-findings.ts';
import { fingerprintOf } from '../../../../../../shared/findings/fingerprint.ts';
import { DEFAULT_SETTINGS } from '../../../../../../shared/findings/settings.ts';
import { earlierFindings } from '../../../../../../shared/findings/trend.ts';
import { createMasker } from '../../../../../../shared/inventory/masking.ts';
import { readSample } from '../../../../../tools/judge-files.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const masker = createMasker(new Uint8Array(32));

function finish<Value>(steps: Generator<unknown, Value>): Value {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

let standards: Standards = { settings: DEFAULT_SETTINGS, accepted: new Map(), reviewed: new Map() };
const opened: OpenedInventory = finish(
  deriveInSteps(
    readSample(),
    ['sample'],
    () => NOW,
    masker,
    () => standards,
  ),
);
const analysis = finish(opened.judge.inSteps());
const input: ArrangeInput = {
  analysis,
  graph: opened.graph,
  masker,
  earlier: undefined,
  find: () => ({ ids: [], problems: [] }),
};
const arranged = arrangeFindings(input, ALL_FINDINGS);
const [publicBucket] = analysis.findings.filter(({ rule }) => rule === 'data-public-bucket');

describe('the findings of an opened inventory', () => {
  it('are judged once, however often they are asked for', () => {
    expect(finish(opened.judge.inSteps())).toBe(opened.judge.atOnce());
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
    const page = entriesOf(arranged, 'rule', 'data-public-bucket', { offset: 0, limit: 1 }, input);
    expect(page).toMatchObject([
      {
        status: 'fail',
        resourceTitle: 'tidewater-dev-scratch',
        resourceKind: 'Bucket',
        evidence: [{ path: 'iamPolicy.bindings[0].members[0]', value: 'allUsers', title: 'tidewater-dev-scratch' }],
        command: 'gcloud storage buckets update gs://tidewater-dev-scratch --public-access-prevention',
        marks: ['CIS GCP 5.1', 'ATT&CK T1530'],
      },
    ]);
    expect(page[0]?.links).toContainEqual({
      type: 'CAN_READ',
      from: '//iam.googleapis.com/principals/allUsers',
      to: '//storage.googleapis.com/tidewater-dev-scratch',
    });
    expect(entriesOf(arranged, 'rule', 'no-such-rule', { offset: 0, limit: 9 }, input)).toStrictEqual([]);
  });

  it('are filtered by words of theirs or by what a query finds, without another posture', () => {
    const resource = publicBucket?.resource;
    const found = { ...input, find: () => ({ ids: resource === undefined ? [] : [resource], problems: [] }) };
    const { overview, findings } = arrangeFindings(found, {
      ...ALL_FINDINGS,
      query: 'data-public-bucket',
      statuses: ['fail'],
      families: ['data'],
    });
    expect(findings.filter(({ resource: of, rule }) => of !== resource && rule !== 'data-public-bucket')).toStrictEqual(
      [],
    );
    expect(findings).toContain(publicBucket);
    expect(overview.posture).toStrictEqual(arranged.overview.posture);
    expect(overview.shown.failed).toBe(findings.length);
  });

  it('tell what is new since the analysis before', () => {
    const earlier = earlierFindings(
      analysis.findings.filter((finding) => finding !== publicBucket),
      '2026-11-01T00:00:00Z',
    );
    const since = { ...input, earlier: { ...earlier, fingerprints: [...earlier.fingerprints, 'gone'] } };
    const { overview, findings } = arrangeFindings(since, { ...ALL_FINDINGS, only: 'new' });
    expect(findings).toStrictEqual([publicBucket]);
    expect(overview.trend).toStrictEqual({
      since: '2026-11-01T00:00:00Z',
      added: 1,
      gone: 1,
      same: earlier.fingerprints.length,
    });
  });
});

describe('what reviewers accept', () => {
  it('counts no more, and counts again when its last day is over', () => {
    const fingerprint = publicBucket === undefined ? '' : fingerprintOf(publicBucket);
    const acceptance = { reason: 'Known', expires: '2026-12-31', source: 'review' as const };
    standards = { ...standards, accepted: new Map([[fingerprint, acceptance]]) };
    const accepted = opened.judge.atOnce();
    expect(accepted.findings.filter(({ status }) => status === 'accepted').map(({ rule }) => rule)).toStrictEqual([
      'data-public-bucket',
    ]);
    expect(accepted.rules.find(({ rule }) => rule === 'data-public-bucket')).toMatchObject({ failed: 0, accepted: 1 });
    standards = { ...standards, accepted: new Map([[fingerprint, { ...acceptance, expires: '2026-11-19' }]]) };
    const lapsed = opened.judge.atOnce();
    expect(arrangeFindings({ ...input, analysis: lapsed }, ALL_FINDINGS).overview.lapsed).toBe(1);
    standards = { ...standards, accepted: new Map() };
    expect(opened.judge.atOnce()).toBe(analysis);
  });

  it('bears on other settings too', () => {
    standards = { ...standards, settings: { ...DEFAULT_SETTINGS, severities: { 'data-public-bucket': 'off' } } };
    const { findings } = opened.judge.atOnce();
    expect(findings.filter(({ rule }) => rule === 'data-public-bucket')).toStrictEqual([]);
  });
});
