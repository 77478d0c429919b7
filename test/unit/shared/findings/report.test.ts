import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { default as Draft4 } from 'ajv-draft-04';
import { default as addFormats } from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { readBaseline } from '../../../../shared/findings/baseline.ts';
import { fingerprintOf } from '../../../../shared/findings/fingerprint.ts';
import { writeHtml } from '../../../../shared/findings/report/html.ts';
import { writeFindingsJson } from '../../../../shared/findings/report/json.ts';
import { writeMarkdown } from '../../../../shared/findings/report/markdown.ts';
import { writeSarif } from '../../../../shared/findings/report/sarif.ts';
import { acceptKnown } from '../../../../shared/findings/accept.ts';
import type { Acceptance } from '../../../../shared/findings/finding.ts';
import { withFindings } from '../../../../shared/findings/narrow-analysis.ts';
import type { Report } from '../../../../shared/findings/report/report.ts';
import { REPORT_FORMATS, writeReport } from '../../../../shared/findings/report/write-report.ts';
import type { JsonValue } from '../../../../shared/json.ts';
import { documentOf, inventoryOf, jobOf } from '../inventory-of.ts';
import { readSample, reportOn } from '../../../tools/judge-files.ts';

const sample = reportOn(readSample(), {
  severities: {},
  registries: [],
  regions: [],
  exceptions: [{ rule: 'data-no-access-logs', reason: 'Logged elsewhere' }],
  keyRotationDays: 90,
  accountKeyDays: 90,
  longRunHours: 72,
});

function textOf(pieces: Iterable<string>): string {
  return [...pieces].join('');
}

/** An inventory whose texts try to be markup, commands and control characters. */
function hostileReport(): ReturnType<typeof reportOn> {
  const name = `x"><script>alert(1)</script>'; rm -rf ~ #\u0007\u202e`;
  return reportOn(
    inventoryOf([
      jobOf(
        { workerPoolSpecs: [{ containerSpec: { imageUri: `python:3`, args: [`pip install ${name}`] } }] },
        { displayName: name },
      ),
      documentOf('gcp-storage-bucket', {
        name: 'tricky',
        location: '`|<b>',
        iamConfiguration: { publicAccessPrevention: '</code><img src=x>' },
      }),
      jobOf(
        { baseOutputDirectory: { outputUriPrefix: 'gs://tricky/' } },
        { name: 'projects/ml-prod/locations/us-central1/customJobs/2' },
      ),
    ]),
  );
}

describe('JSON', () => {
  const value: unknown = JSON.parse(textOf(writeFindingsJson(sample)));

  it('has exactly the keys it promises, in their order', () => {
    const { findings } = value as { findings: readonly object[] };
    expect(Object.keys(value as object)).toStrictEqual(['findings', 'coverage']);
    expect(new Set(findings.map((finding) => Object.keys(finding).join(' ')))).toStrictEqual(
      new Set(['rule family severity status title resource nodes evidence remediation']),
    );
  });

  it('is a baseline for the next run', () => {
    const reading = readBaseline(value as JsonValue);
    const known = reading.ok ? reading.known : new Map<string, unknown>();
    const told = sample.analysis.findings.filter(({ status }) => status !== 'unknown');
    expect(told.filter((finding) => !known.has(fingerprintOf(finding)))).toStrictEqual([]);
  });
});

describe('SARIF', () => {
  it('fits the schema of version 2.1.0', () => {
    const validate = addFormats(new Draft4({ strict: false, allErrors: true, unicodeRegExp: false })).compile(schema);
    const log: unknown = JSON.parse(textOf(writeSarif(sample)));
    expect(validate(log) ? [] : validate.errors?.slice(0, 5)).toStrictEqual([]);
  });

  it('tells unknown and accepted findings from failed ones', () => {
    const { runs } = JSON.parse(textOf(writeSarif(sample))) as {
      runs: readonly { results: readonly { kind: string; level: string; suppressions?: readonly object[] }[] }[];
    };
    const results = runs[0]?.results ?? [];
    const sorts = new Set(
      results.map(({ kind, level, suppressions }) => `${kind} ${level === 'none'} ${suppressions !== undefined}`),
    );
    expect(sorts).toStrictEqual(new Set(['fail false false', 'fail false true', 'open true false']));
  });
});

describe('HTML', () => {
  const page = textOf(writeHtml(sample));

  it('needs nothing from outside and runs nothing', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|javascript:|\son\w+=|url\(/i);
    expect(page).toContain(`default-src 'none'; style-src 'unsafe-inline'`);
  });

  it('shows what is unknown as large as what failed', () => {
    expect(page).toMatch(
      /<p class="fail"><strong>\d+<\/strong> failed<\/p><p class="unknown"><strong>\d+<\/strong> unknown, because not collected<\/p>/,
    );
  });

  it('draws the resources of a finding', () => {
    expect(page).toMatch(/<svg role="img".*tidewater-dev-scratch.*can read.*<\/svg>/);
  });

  it('promises nothing', () => {
    expect(page.replaceAll(/Security findings|security/gi, '')).not.toMatch(
      /\bsecure\b|\bsafe\b|all good|no problems/i,
    );
  });

  it('keeps texts of documents texts', () => {
    const hostile = textOf(writeHtml(hostileReport()));
    expect(hostile).not.toMatch(/<script>|<img|<b>|\p{Cc}(?<!\n)|\u202e/u);
    expect(hostile).toContain('&lt;script&gt;');
  });
});

describe('Markdown', () => {
  it('keeps texts of documents texts', () => {
    const hostile = textOf(writeMarkdown(hostileReport()));
    expect(hostile).not.toMatch(/\p{Cc}(?<!\n)|\u202e/u);
    expect(hostile).toContain('`</code><img src=x>`');
    expect(hostile).toContain('``jobSpec.workerPoolSpecs[0]'.slice(1));
  });

  it('has posture, findings, what was judged by and coverage', () => {
    const text = textOf(writeMarkdown(sample));
    expect(text.match(/^## .*$/gm)).toStrictEqual([
      '## Posture',
      '## Failed',
      '## Unknown, because not collected',
      '## Accepted',
      '## Judged by',
      '## Coverage',
    ]);
  });
});

/** The sample, its public bucket accepted, and signed. */
function signedReport(expires: string): Report {
  const { analysis } = sample;
  const publicBucket = analysis.findings.filter(({ rule }) => rule === 'data-public-bucket');
  const acceptance: Acceptance = {
    reason: 'Open <data> until the move',
    expires,
    source: 'review',
    author: 'Ada & Co',
    time: '2026-11-20T12:00:00Z',
  };
  const known = new Map(publicBucket.map((finding) => [fingerprintOf(finding), acceptance]));
  const findings = acceptKnown(analysis.findings, known, Date.parse('2026-11-20T12:00:00Z'));
  return {
    ...sample,
    analysis: withFindings(analysis, findings),
    scope: 'severity critical',
    signOff: { reviewer: 'Ada & Co', note: 'Looked at <all> of it.', date: '2026-11-20' },
    remarks: [{ about: 'Bucket a|b', text: 'Ask *them*', author: 'Ada & Co', time: '2026-11-20T12:00:00Z' }],
  };
}

describe('a signed report', () => {
  const signed = signedReport('2026-12-31');

  it('names the reviewer, the scope and the exceptions as HTML', () => {
    const page = textOf(writeReport('html', signed));
    expect(page).toContain(
      '<strong>Signed off by Ada &amp; Co</strong> on <time>2026-11-20</time></p><p class="note">Looked at &lt;all&gt; of it.</p>',
    );
    expect(page).toContain('<strong>Not all findings:</strong> severity critical');
    expect(page).toContain(
      '<td>Open &lt;data&gt; until the move</td><td><time>2026-12-31</time></td><td>Ada &amp; Co<br><time>2026-11-20</time></td>',
    );
    expect(page).toContain('<td>Bucket a|b</td><td class="note">Ask *them*</td>');
  });

  it('names them as Markdown', () => {
    const text = textOf(writeReport('markdown', signed));
    expect(text).toContain(String.raw`**Signed off** by Ada & Co on 2026-11-20: Looked at \<all\> of it.`);
    expect(text).toContain(
      String.raw`  - Accepted: Open \<data\> until the move (until 2026-12-31, by Ada & Co on 2026-11-20)`,
    );
    expect(text).toContain(String.raw`| Bucket a\|b | Ask \*them\* | Ada & Co | 2026-11-20 |`);
  });

  it('gives SARIF the reason of a suppression', () => {
    expect(textOf(writeReport('sarif', signed))).toContain(
      '"justification":"Open <data> until the move (until 2026-12-31, by Ada & Co on 2026-11-20)"',
    );
  });

  it('is a table with a record for each finding', () => {
    const [head = '', ...lines] = textOf(writeReport('csv', signed)).split('\r\n').slice(0, -1);
    expect(head).toBe(
      'severity,status,rule,family,title,resource,evidence,remediation,reason,expires,author,accepted on',
    );
    expect(lines.length).toBe(signed.analysis.findings.length);
    expect(lines.find((line) => line.startsWith('critical,accepted,data-public-bucket'))).toMatch(
      /,Open <data> until the move,2026-12-31,Ada & Co,2026-11-20T12:00:00Z$/,
    );
  });

  it('says loudly which acceptances are over', () => {
    const page = textOf(writeReport('html', signedReport('2026-11-19')));
    expect(page).toContain('Acceptances that have expired <span class="count">1</span>');
    expect(page).toContain('Was accepted until 2026-11-19: Open &lt;data&gt; until the move');
    expect(textOf(writeReport('markdown', signedReport('2026-11-19')))).toContain('**The acceptance has expired**');
  });

  it('is written in every format it offers', () => {
    const formats = Object.keys(REPORT_FORMATS);
    expect(formats).toStrictEqual(['html', 'markdown', 'csv', 'json', 'sarif']);
  });
});

describe('what was judged by', () => {
  const strict = reportOn(inventoryOf([jobOf({ workerPoolSpecs: [{ containerSpec: { imageUri: 'python:3' } }] })]), {
    severities: { 'image-tag-not-digest': 'critical', 'image-latest': 'off', 'image-docker-hub': 'high' },
    registries: ['europe-docker.pkg.dev/acme/', '<b>hub</b>'],
    regions: [],
    exceptions: [{ rule: 'image-latest', reason: 'Known' }],
    keyRotationDays: 30,
    accountKeyDays: 90,
    longRunHours: 72,
  });
  const report: Report = {
    ...strict,
    standards: { ...strict.standards, configuration: 'acme.yaml', baseline: 'last.json' },
  };

  it('stands in the HTML, texts kept texts', () => {
    const html = textOf(writeHtml(report));
    expect(html).toContain('<a href="#standards">by acme.yaml</a>');
    expect(/<dl><dt>Configuration.*?<\/dl>/s.exec(html)?.[0].split('\n')).toStrictEqual([
      '<dl><dt>Configuration</dt><dd>acme.yaml</dd>',
      '<dt>Severities</dt><dd>image-docker-hub is high instead of medium</dd><dd>image-latest is not applied (medium)</dd><dd>image-tag-not-digest is critical instead of medium</dd>',
      '<dt>Registries of the organisation</dt><dd>europe-docker.pkg.dev/acme/</dd><dd>&lt;b&gt;hub&lt;/b&gt;</dd>',
      '<dt>Allowed regions</dt><dd>not judged</dd>',
      '<dt>Limits</dt><dd>keys rotate within 30 days</dd><dd>keys of accounts are at most 90 days old</dd><dd>jobs run less than 72 hours</dd>',
      '<dt>Exceptions of the configuration</dt><dd>1</dd>',
      '<dt>Accepted as found before</dt><dd>last.json</dd>',
      '</dl>',
    ]);
  });

  it('is the defaults where no file was chosen', () => {
    const html = textOf(writeHtml(reportOn(inventoryOf([]))));
    expect(html).toContain(
      '<dt>Configuration</dt><dd>none: the defaults</dd>\n<dt>Severities</dt><dd>those of the rules</dd>',
    );
  });

  it('stands in the Markdown', () => {
    expect(textOf(writeMarkdown(report))).toContain(
      '\n## Judged by\n\n- Configuration: acme.yaml\n- Severities: image-docker-hub is high instead of medium, image-latest is not applied (medium), image-tag-not-digest is critical instead of medium\n',
    );
  });

  it('is an invocation with overridden rules as SARIF', () => {
    const log = JSON.parse(textOf(writeSarif(report))) as {
      readonly runs: readonly { readonly invocations: readonly Record<string, unknown>[] }[];
    };
    const validate = addFormats(new Draft4({ strict: false, allErrors: true, unicodeRegExp: false })).compile(schema);
    expect(validate(log) ? [] : validate.errors).toStrictEqual([]);
    expect(log.runs[0]?.invocations[0]).toMatchObject({
      executionSuccessful: true,
      ruleConfigurationOverrides: [
        { descriptor: { id: 'image-docker-hub' }, configuration: { level: 'error' } },
        { descriptor: { id: 'image-latest' }, configuration: { enabled: false } },
        { descriptor: { id: 'image-tag-not-digest' }, configuration: { level: 'error' } },
      ],
      properties: { judgedBy: { Configuration: ['acme.yaml'], 'Allowed regions': ['not judged'] } },
    });
  });
});
