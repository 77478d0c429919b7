import type { ExportRows } from './export-rows.ts';

const NODE_KEYS = ['kind', 'state', 'title', 'project', 'location', 'reason'] as const;
const EDGE_KEYS = ['type', 'confidence', 'flow', 'evidence'] as const;

/** The graph as GraphML (http://graphml.graphdrawing.org/specification.html), for yEd, Gephi and NetworkX. */
export function* writeGraphml(rows: ExportRows): Generator<string, void> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  for (const key of NODE_KEYS) {
    yield `  <key id="n-${key}" for="node" attr.name="${key}" attr.type="string"/>\n`;
  }
  for (const key of EDGE_KEYS) {
    yield `  <key id="e-${key}" for="edge" attr.name="${key}" attr.type="string"/>\n`;
  }
  yield '  <graph id="lineage" edgedefault="directed">\n';
  for (const node of rows.nodes) {
    yield `    <node id="${escapeXml(node.id)}">`;
    for (const key of NODE_KEYS) {
      yield dataElement(`n-${key}`, node[key]);
    }
    yield '</node>\n';
  }
  for (const edge of rows.edges) {
    const id = `${edge.type} ${edge.from} ${edge.to}`;
    yield `    <edge id="${escapeXml(id)}" source="${escapeXml(edge.from)}" target="${escapeXml(edge.to)}">`;
    yield dataElement('e-type', edge.type) + dataElement('e-confidence', edge.confidence);
    yield dataElement('e-flow', edge.flow);
    const evidence = edge.evidence.map(({ document, path, value }) => `${document} ${path} = ${value}`);
    yield `${dataElement('e-evidence', evidence.join('\n'))}</edge>\n`;
  }
  yield '  </graph>\n</graphml>\n';
}

function dataElement(key: string, text: string | undefined): string {
  return text === undefined ? '' : `<data key="${key}">${escapeXml(text)}</data>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text as content or attribute of XML 1.0; characters that XML does not allow at all become U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll(/[&<>"'\t\n\r]/g, (character) => ENTITIES[character] ?? '');
}
