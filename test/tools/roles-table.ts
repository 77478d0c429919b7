import { kindById } from '../../shared/kinds/index.ts';
import { neededRoles } from '../../shared/kinds/needed-permissions.ts';
import { code, codes, table } from './markdown.ts';

/** Files the table is made from, as its marker names them. */
export const ROLE_SOURCES = 'shared/kinds';

/** Renders the roles that collecting everything needs as Markdown: what each reads, and the APIs that have to be enabled. */
export function renderRolesTable(): string {
  return table(
    ['Role', 'Reads', 'APIs'],
    neededRoles({ depth: 1 }).map(({ role, kinds, services }) => [
      code(role),
      kinds.map((kind) => kindById(kind).plural).join(', '),
      codes(services.map((service) => service.replace(/\.googleapis\.com$/u, ''))),
    ]),
  );
}
