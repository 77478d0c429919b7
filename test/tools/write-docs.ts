import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { KINDS } from '../../shared/kinds/index.ts';
import { RELATIONS } from '../../shared/links/relations.ts';
import { renderReferencePage, replaceGeneratedPart } from './reference-page.ts';

// `npm run docs`: writes the reference of kinds and links into shared/README.md.
const page = fileURLToPath(new URL('../../shared/README.md', import.meta.url));
writeFileSync(page, replaceGeneratedPart(readFileSync(page, 'utf8'), renderReferencePage(KINDS, RELATIONS)));
console.log(`Wrote ${page}`);
