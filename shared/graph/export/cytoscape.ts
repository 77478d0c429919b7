import type { ExportRows } from './export-rows.ts';
import { toJson } from './json.ts';

/**
 * The graph in the format of Cytoscape desktop and Cytoscape.js (`.cyjs`): `{data, elements: {nodes, edges}}`.
 * https://manual.cytoscape.org/en/stable/Supported_Network_File_Formats.html#cytoscape-js-json
 */
export function* writeCytoscape(rows: ExportRows): Generator<string, void> {
  yield '{\n"data":{"name":"Vertex AI lineage"},\n"elements":{\n"nodes":[';
  for (const [index, node] of rows.nodes.entries()) {
    yield `${index === 0 ? '\n' : ',\n'}${toJson({ data: { ...node, name: node.title } })}`;
  }
  yield '\n],\n"edges":[';
  for (const [index, { type, from, to, confidence, flow, evidence }] of rows.edges.entries()) {
    const data = {
      id: `${type} ${from} ${to}`,
      source: from,
      target: to,
      interaction: type,
      confidence,
      flow,
      evidence: evidence.map(({ document, path, value }) => `${document} ${path} = ${value}`),
    };
    yield `${index === 0 ? '\n' : ',\n'}${toJson({ data })}`;
  }
  yield '\n]\n}\n}\n';
}
