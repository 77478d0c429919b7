import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { neededRoles } from '../../shared/kinds/needed-permissions.ts';
import { replaceGeneratedPart } from '../tools/reference-page.ts';
import { renderRolesTable, ROLE_SOURCES } from '../tools/roles-table.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

it('the README’s table of roles is up to date (else run `npm run docs`), and has them all', () => {
  const generated = renderRolesTable();
  expect(readme).toBe(replaceGeneratedPart(readme, generated, ROLE_SOURCES));
  expect(neededRoles({ depth: 1 }).filter(({ role }) => !generated.includes(`| \`${role}\` |`))).toStrictEqual([]);
});
