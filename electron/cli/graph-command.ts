import { deriveGraph } from '../../shared/graph/derive-graph.ts';
import { writeCsv, writeEdgesCsv, writeNodesCsv } from '../../shared/graph/export/csv.ts';
import { writeCytoscape } from '../../shared/graph/export/cytoscape.ts';
import { writeDot } from '../../shared/graph/export/dot.ts';
import { exportRows } from '../../shared/graph/export/export-rows.ts';
import type { ExportRows } from '../../shared/graph/export/export-rows.ts';
import { writeGraphml } from '../../shared/graph/export/graphml.ts';
import { writeJson } from '../../shared/graph/export/json.ts';
import { contentKey } from '../../shared/inventory/content-key.ts';
import { createMasker } from '../../shared/inventory/masking.ts';
import { describeSystemError } from '../files/describe-system-error.ts';
import { writeFileAtomically } from '../files/write-file.ts';
import type { CommandContext } from './command-context.ts';
import { CommandError } from './exit-status.ts';
import type { ExitStatus } from './exit-status.ts';
import { describe, openInventory } from './open-inventory.ts';
import { writeAll, writeMessage } from './terminal.ts';

type Writer = (rows: ExportRows) => Iterable<string>;

const WRITERS = {
  json: writeJson,
  cyjs: writeCytoscape,
  graphml: writeGraphml,
  dot: writeDot,
  csv: writeCsv,
} as const satisfies Readonly<Record<string, Writer>>;

export type GraphFormat = keyof typeof WRITERS;

/** Names of the formats, the default first. */
export const GRAPH_FORMATS: readonly GraphFormat[] = ['json', 'cyjs', 'graphml', 'dot', 'csv'];

export interface GraphOptions {
  readonly format: GraphFormat;
  readonly output?: string;
}

/** Writes the graph of the files to standard output, or to `output`. */
export async function runGraph(
  files: readonly string[],
  { format, output }: GraphOptions,
  { terminal, now }: CommandContext,
): Promise<ExitStatus> {
  const { inventory, status } = await openInventory(files, terminal, now);
  const graph = deriveGraph(inventory);
  for (const problem of graph.problems) {
    await writeMessage(terminal, describe(problem));
  }
  const rows = exportRows(graph, inventory.problems, createMasker(contentKey(inventory.documents).key));
  if (output === undefined) {
    await writeAll(terminal.stdout, WRITERS[format](rows));
    return status;
  }
  for (const [path, write] of outputsOf(format, output)) {
    await save(path, write(rows));
    await writeMessage(terminal, `Wrote ${path}`);
  }
  return status;
}

/** One file, but for the two tables of CSV: `a.csv` becomes `a.nodes.csv` and `a.edges.csv`. */
function outputsOf(format: GraphFormat, output: string): readonly (readonly [path: string, write: Writer])[] {
  if (format !== 'csv') {
    return [[output, WRITERS[format]]];
  }
  const base = output.replace(/\.csv$/i, '');
  return [
    [`${base}.nodes.csv`, writeNodesCsv],
    [`${base}.edges.csv`, writeEdgesCsv],
  ];
}

async function save(path: string, pieces: Iterable<string>): Promise<void> {
  try {
    const parts = [...pieces].map((piece) => Buffer.from(piece));
    await writeFileAtomically(path, Buffer.concat(parts));
  } catch (error) {
    throw new CommandError(`${path} cannot be written: ${describeSystemError(error)}`);
  }
}
