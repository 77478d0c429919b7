import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../shared/findings/catalogue.ts';
import { FAMILIES } from '../../shared/findings/finding.ts';
import { FINDINGS_SOURCES, renderFindingsPage } from '../tools/findings-page.ts';
import { replaceGeneratedPart } from '../tools/reference-page.ts';

const page = readFileSync(new URL('../../shared/findings/README.md', import.meta.url), 'utf8');

describe('the catalogue of rules', () => {
  it('is up to date on its page (else run `npm run docs`)', () => {
    expect(page).toBe(replaceGeneratedPart(page, renderFindingsPage(RULES), FINDINGS_SOURCES));
  });

  it('gives every rule an id of its own that begins with its family', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    expect(RULES.filter(({ id, family }) => !id.startsWith(`${family}-`))).toStrictEqual([]);
    expect(RULES.filter(({ id }) => !/^[a-z]+(?:-[a-z]+)+$/.test(id))).toStrictEqual([]);
  });

  it('has several rules in every family', () => {
    const counts = FAMILIES.map((family) => RULES.filter((rule) => rule.family === family).length);
    expect(counts.filter((count) => count < 5)).toStrictEqual([]);
  });

  it('says everything in whole sentences', () => {
    const texts = RULES.flatMap(({ because, rationale, remediation, unknown }) => [
      because,
      rationale,
      remediation,
      unknown,
    ]);
    expect(texts.filter((text) => !/^[A-Z`].*\.$/.test(text))).toStrictEqual([]);
    expect(RULES.map(({ title }) => title).filter((title) => !/^[A-Z].*[^.]$/.test(title))).toStrictEqual([]);
  });

  it('points to Google’s own pages, benchmark numbers and techniques of known form', () => {
    const pages = RULES.flatMap(({ references }) => references);
    expect(pages.filter((address) => !address.startsWith('https://cloud.google.com/'))).toStrictEqual([]);
    expect(RULES.filter(({ references }) => references.length === 0)).toStrictEqual([]);
    expect(RULES.flatMap(({ cis = [] }) => cis).filter((number) => !/^\d\.\d{1,2}$/.test(number))).toStrictEqual([]);
    expect(RULES.flatMap(({ attack = [] }) => attack).filter((id) => !/^T1\d{3}(?:\.\d{3})?$/.test(id))).toStrictEqual(
      [],
    );
  });

  it('judges resources and says what it needs', () => {
    expect(RULES.filter(({ subjects, needs }) => subjects.length === 0 || needs.length === 0)).toStrictEqual([]);
  });
});
