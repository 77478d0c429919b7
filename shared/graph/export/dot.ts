import type { EdgeRow, ExportRows, NodeRow } from './export-rows.ts';

const NODE_STYLE: Readonly<Record<string, string>> = {
  present: 'solid',
  referenced: 'dashed',
  unresolved: 'dotted',
};

/** The graph in the DOT language of Graphviz (https://graphviz.org/doc/info/lang.html). */
export function* writeDot(rows: ExportRows): Generator<string, void> {
  yield 'digraph lineage {\n  rankdir=LR;\n  node [shape=box];\n';
  for (const node of rows.nodes) {
    yield `  ${quote(node.id)} [${nodeAttributes(node)}];\n`;
  }
  for (const edge of rows.edges) {
    yield `  ${quote(edge.from)} -> ${quote(edge.to)} [${edgeAttributes(edge)}];\n`;
  }
  yield '}\n';
}

function nodeAttributes({ kind, state, title, reason }: NodeRow): string {
  return attributes({
    label: `${title}\n${kind}`,
    style: NODE_STYLE[state] ?? 'solid',
    ...(reason === undefined ? {} : { tooltip: reason }),
  });
}

function edgeAttributes({ type, confidence, evidence }: EdgeRow): string {
  return attributes({
    label: type,
    style: confidence === 'heuristic' ? 'dashed' : 'solid',
    tooltip: evidence.map(({ path, value }) => `${path} = ${value}`).join('\n'),
  });
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${quote(value)}`)
    .join(', ');
}

/**
 * A double-quoted string. Every backslash is doubled: Graphviz would read `\N` or `\l` in a label as an instruction, and one at
 * the end would keep the string open. Markup has no meaning inside quotes.
 */
export function quote(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll('\0', '\uFFFD');
  return `"${escaped}"`;
}
