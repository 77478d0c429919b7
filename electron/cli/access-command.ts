import { createAccessModel } from '../../shared/graph/access/access-model.ts';
import { accessRows, wayRows } from '../../shared/graph/export/access-rows.ts';
import type { AccessRows, GrantRow, WayRow } from '../../shared/graph/export/access-rows.ts';
import { toJson } from '../../shared/graph/export/json.ts';
import { nodesNamed } from '../../shared/search/named-resource.ts';
import type { CommandContext } from './command-context.ts';
import { EXIT } from './exit-status.ts';
import type { ExitStatus } from './exit-status.ts';

import { openGraph } from './open-graph.ts';
import { formatTable } from './table.ts';
import { writeAll, writeMessage } from './terminal.ts';

export interface AccessOptions {
  readonly in: readonly string[];
  readonly format: 'json' | 'table';
}

/** Ways to more rights that are written when no name is given. */
const MOST_WAYS = 500;

/**
 * `access [NAME]`: who can do what to a resource, what a principal can reach, and the ways to more rights that begin or end there;
 * without a name, the ways of the whole inventory.
 */
export async function runAccess(
  name: string | undefined,
  options: AccessOptions,
  context: CommandContext,
): Promise<ExitStatus> {
  const { terminal } = context;
  const { graph, masker, status } = await openGraph(options.in, context);
  const nodes = name === undefined ? [] : nodesNamed(graph, name);
  const model = createAccessModel(graph);
  const ids = new Set(nodes.map(({ id }) => id));
  const paths = model
    .escalations(MOST_WAYS)
    .filter(({ principal, account }) => name === undefined || ids.has(principal) || ids.has(account));
  const access = nodes.map(({ id }) => accessRows(graph, model, id, masker));
  const ways = wayRows(graph, paths, masker);
  for (const { policies } of access) {
    for (const { resource, state } of policies) {
      if (state === 'not-collected') {
        await writeMessage(
          terminal,
          `note: the policy of ${resource} was not collected, so others may have access too`,
        );
      }
    }
  }
  const text = options.format === 'json' ? `${toJson({ access, ways }, 2)}\n` : tables(access, ways);
  await writeAll(terminal.stdout, [text]);
  if (name !== undefined && nodes.length === 0) {
    await writeMessage(terminal, `Nothing is called "${name}".`);
    return status === EXIT.done ? EXIT.notFound : status;
  }
  return status;
}

function tables(access: readonly AccessRows[], ways: readonly WayRow[]): string {
  const grants = access.flatMap(({ whoCan, whatCan }) => [...whoCan, ...whatCan]);
  const parts = [
    ...(access.length === 0
      ? []
      : [
          formatTable(
            ['RELATION', 'PRINCIPAL', 'RESOURCE', 'ROLE', 'FROM', 'CONDITION', 'EVIDENCE'],
            grants.map(grantCells),
          ),
        ]),
    ...(ways.length === 0 && access.length > 0 ? [] : [waysTable(ways)]),
  ];
  return parts.join('\n');
}

function waysTable(ways: readonly WayRow[]): string {
  return formatTable(
    ['WAY TO MORE RIGHTS', 'BY', 'GAINS'],
    ways.map(({ principal, steps, gains }) => [
      principal,
      steps.map(({ action, to }) => `${action} ${to.split('/').at(-1) ?? to}`).join(', '),
      gains.map(({ relation, below, resource }) => [relation, below, resource].join(' ')).join('; '),
    ]),
  );
}

function grantCells(row: GrantRow): readonly string[] {
  const { relation, principal, resource, below, role, inheritedFrom, condition, evidence } = row;
  return [
    relation,
    principal.split('/').at(-1) ?? principal,
    below === undefined ? resource : `all ${below} in ${resource}`,
    role,
    inheritedFrom ?? '',
    condition ?? '',
    `${evidence.document} ${evidence.path}`,
  ];
}
