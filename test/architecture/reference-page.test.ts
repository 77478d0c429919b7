import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../../shared/kinds/index.ts';
import { RELATIONS } from '../../shared/links/relations.ts';
import { renderReferencePage, replaceGeneratedPart } from '../tools/reference-page.ts';

const page = readFileSync(new URL('../../shared/README.md', import.meta.url), 'utf8');

describe('the reference page of kinds and links', () => {
  it('is up to date (else run `npm run docs`)', () => {
    expect(page).toBe(replaceGeneratedPart(page, renderReferencePage(KINDS, RELATIONS)));
  });

  it('describes every kind, rule and relation', () => {
    const missing = [
      ...KINDS.map(({ id }) => `- Id: \`${id}\`\n`),
      ...KINDS.flatMap(({ links }) => links.map(({ path, relation }) => `| \`${path}\` | \`${relation}\` |`)),
      ...Object.keys(RELATIONS).map((relation) => `| \`${relation}\` |`),
    ].filter((text) => !page.includes(text));
    expect(missing).toStrictEqual([]);
  });

  it('is not written into a page without markers', () => {
    expect(() => replaceGeneratedPart('# Shared\n', 'text')).toThrow(/needs the lines/);
  });
});
