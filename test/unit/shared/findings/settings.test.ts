import { describe, expect, it } from 'vitest';
import { acceptFindings, acceptKnown, hasExpired } from '../../../../shared/findings/accept.ts';
import { readBaseline } from '../../../../shared/findings/baseline.ts';
import { fillCommand, quoteForShell } from '../../../../shared/findings/command-line.ts';
import type { Finding } from '../../../../shared/findings/finding.ts';
import { fingerprintOf } from '../../../../shared/findings/fingerprint.ts';
import { readSettings } from '../../../../shared/findings/read-settings.ts';
import { DEFAULT_SETTINGS } from '../../../../shared/findings/settings.ts';
import { nodeId } from '../../../tools/make-graph.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');

function findingOf(status: Finding['status'], resource = '//storage.googleapis.com/a'): Finding {
  return {
    rule: 'data-public-bucket',
    family: 'data',
    severity: 'critical',
    status,
    title: 'Public',
    resource: nodeId(resource),
    nodes: [nodeId(resource)],
    edges: [],
    evidence: [],
    remediation: '',
  };
}

describe('a configuration', () => {
  it('may be empty', () => {
    expect(readSettings(null)).toStrictEqual({ ok: true, settings: DEFAULT_SETTINGS });
  });

  it('is refused with the place of each mistake', () => {
    const reading = readSettings({
      severities: { 'no-such-rule': 'low', 'image-latest': 'grave' },
      exceptions: [{ rule: 'image-latest', reason: '', expires: '31.12.2026' }],
      registry: [],
    });
    expect(reading.ok ? [] : reading.problems.map(({ path }) => path).toSorted()).toStrictEqual([
      '',
      'exceptions[0].expires',
      'exceptions[0].reason',
      'severities.image-latest',
      'severities.no-such-rule',
    ]);
  });
});

describe('an exception', () => {
  const exception = {
    rule: 'data-public-bucket',
    resource: '//storage.googleapis.com/a*',
    reason: 'Published on purpose',
  };

  it('accepts what fails, and nothing that is not known', () => {
    const findings = [findingOf('fail'), findingOf('unknown'), findingOf('fail', '//storage.googleapis.com/b')];
    expect(acceptFindings(findings, [exception], NOW).map(({ status }) => status)).toStrictEqual([
      'accepted',
      'unknown',
      'fail',
    ]);
  });

  it('holds until the end of its last day', () => {
    expect(hasExpired('2026-11-20', NOW)).toBe(false);
    expect(hasExpired('2026-11-19', NOW)).toBe(true);
    const expired = { ...exception, expires: '2026-11-19' };
    const lapsed = { reason: 'Published on purpose', expires: '2026-11-19', source: 'configuration' as const };
    expect(acceptFindings([findingOf('fail')], [expired], NOW)).toStrictEqual([{ ...findingOf('fail'), lapsed }]);
    expect(acceptFindings([findingOf('fail')], [expired, exception], NOW)[0]?.status).toBe('accepted');
  });

  it('takes no character of a resource for a pattern but the star', () => {
    const odd = { ...exception, resource: '//storage.googleapis.com/.' };
    expect(acceptFindings([findingOf('fail')], [odd], NOW)[0]?.status).toBe('fail');
  });
});

describe('a baseline', () => {
  it('is known again by rule, resource and evidence, whatever its place in a list and its mask', () => {
    const document = '//aiplatform.googleapis.com/x';
    const then = [{ document, path: 'args[3]', value: '[masked 9-16 characters #a1b2c3] (token)' }];
    const now = [{ document, path: 'args[7]', value: '[masked 9-16 characters #ffffff] (token)' }];
    expect(fingerprintOf({ rule: 'r', resource: document, evidence: now })).toBe(
      fingerprintOf({ rule: 'r', resource: document, evidence: then }),
    );
    expect(
      fingerprintOf({ rule: 'r', resource: document, evidence: [{ document, path: 'env[0]', value: 'x' }] }),
    ).not.toBe(fingerprintOf({ rule: 'r', resource: document, evidence: then }));
  });

  it('accepts findings, but for those that were unknown then', () => {
    const row = { rule: 'r', resource: 'x', evidence: [] };
    const reading = readBaseline({
      findings: [
        { ...row, status: 'fail' },
        { ...row, resource: 'y', status: 'unknown' },
      ],
    });
    const known = reading.ok ? [...reading.known.keys()] : [];
    expect(known).toStrictEqual([fingerprintOf({ rule: 'r', resource: 'x', evidence: [] })]);
    const acceptance = { reason: 'Known from the baseline', source: 'baseline' as const };
    const accepted = acceptKnown([findingOf('fail')], new Map([[fingerprintOf(findingOf('fail')), acceptance]]), NOW);
    expect(accepted).toStrictEqual([{ ...findingOf('fail'), status: 'accepted', accepted: acceptance }]);
  });

  it('says what is wrong with another file', () => {
    expect(readBaseline([])).toMatchObject({ ok: false });
  });
});

describe('a command', () => {
  it('is filled with names of the resource, quoted where a shell would read more than text', () => {
    const command = 'gcloud storage buckets update gs://{id} --project={project} --key={keyRing}';
    expect(
      fillCommand(command, (name) =>
        new Map([
          ['id', 'a b$(rm)'],
          ['project', 'p'],
        ]).get(name),
      ),
    ).toBe("gcloud storage buckets update 'gs://a b$(rm)' --project=p --key=KEY_RING");
  });

  it('quotes quotes, and lets no control character through', () => {
    expect(quoteForShell("it's\n\u202e")).toBe(`'it'\\''s\uFFFD\uFFFD'`);
  });

  it('takes no inherited property for a value', () => {
    expect(fillCommand('x {constructor}', () => undefined)).toBe('x CONSTRUCTOR');
  });
});
