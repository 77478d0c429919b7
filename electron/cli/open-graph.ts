import { deriveGraph } from '../../shared/graph/derive-graph.ts';
import type { Graph } from '../../shared/graph/graph.ts';
import { contentKey } from '../../shared/inventory/content-key.ts';
import type { Inventory } from '../../shared/inventory/inventory.ts';
import { createMasker } from '../../shared/inventory/masking.ts';
import type { Masker } from '../../shared/inventory/masking.ts';
import type { LiveQuery } from '../google/collect/live-plan.ts';
import type { CommandContext } from './command-context.ts';
import { CommandError } from './exit-status.ts';
import type { ExitStatus } from './exit-status.ts';
import type { LiveOptions } from './live-options.ts';
import { describe, openInventory } from './open-inventory.ts';
import type { OpenedInventory } from './open-inventory.ts';
import { writeMessage } from './terminal.ts';

/** Where a query looks: in files, or in Google Cloud. */
export interface QuerySource extends LiveOptions {
  readonly in?: readonly string[];
}

/** What a query looks through. */
export interface OpenedGraph {
  readonly inventory: Inventory;
  readonly graph: Graph;
  readonly masker: Masker;
  readonly status: ExitStatus;
}

/** Reads files and derives their graph; what is wrong with them is told on standard error. */
export async function openGraph(files: readonly string[], context: CommandContext): Promise<OpenedGraph> {
  return derive(await openInventory(files, context.terminal, context.now), context);
}

/** Reads files, or from Google Cloud what the query is about, and derives the graph; what is wrong is told on standard error. */
export async function openQueried(
  source: QuerySource,
  query: LiveQuery,
  context: CommandContext,
): Promise<OpenedGraph> {
  return derive(await openSource(source, query, context), context);
}

async function derive({ inventory, status }: OpenedInventory, context: CommandContext): Promise<OpenedGraph> {
  const graph = deriveGraph(inventory);
  for (const problem of graph.problems) {
    await writeMessage(context.terminal, describe(problem));
  }
  return { inventory, graph, masker: createMasker(contentKey(inventory.documents).key), status };
}

async function openSource(source: QuerySource, query: LiveQuery, context: CommandContext): Promise<OpenedInventory> {
  const { in: files, project } = source;
  if (files !== undefined && project !== undefined) {
    throw new CommandError('Name files with --in or projects with --project, not both.');
  }
  if (files !== undefined) {
    return openInventory(files, context.terminal, context.now);
  }
  if (project === undefined) {
    throw new CommandError('Name the files to look in with --in FILE…, or ask Google Cloud with --project PROJECT.');
  }
  // Google's libraries are loaded by those who use them only.
  const { readLive } = await import('./live-query.ts');
  return readLive(source, query, context);
}
