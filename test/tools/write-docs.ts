import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RULES } from '../../shared/findings/catalogue.ts';
import { KINDS } from '../../shared/kinds/index.ts';
import { RELATIONS } from '../../shared/links/relations.ts';
import { FINDINGS_SOURCES, renderFindingsPage } from './findings-page.ts';
import { QUERY_SOURCES, renderQueryPage } from './query-page.ts';
import { renderReferencePage, replaceGeneratedPart } from './reference-page.ts';
import { renderRolesTable, ROLE_SOURCES } from './roles-table.ts';

// `npm run docs`: writes the table of roles into README.md, the reference of kinds and links into shared/README.md, that of queries into
// shared/search/README.md, the catalogue of rules into shared/findings/README.md.
const pages = [
  {
    file: '../../README.md',
    render: (page: string) => replaceGeneratedPart(page, renderRolesTable(), ROLE_SOURCES),
  },
  {
    file: '../../shared/README.md',
    render: (page: string) => replaceGeneratedPart(page, renderReferencePage(KINDS, RELATIONS)),
  },
  {
    file: '../../shared/search/README.md',
    render: (page: string) => replaceGeneratedPart(page, renderQueryPage(), QUERY_SOURCES),
  },
  {
    file: '../../shared/findings/README.md',
    render: (page: string) => replaceGeneratedPart(page, renderFindingsPage(RULES), FINDINGS_SOURCES),
  },
];
for (const { file, render } of pages) {
  const path = fileURLToPath(new URL(file, import.meta.url));
  writeFileSync(path, render(readFileSync(path, 'utf8')));
  console.log(`Wrote ${path}`);
}
