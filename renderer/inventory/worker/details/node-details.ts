import type { Graph, GraphNode, NodeId } from '../../../../shared/graph/graph.ts';
import type { Masker } from '../../../../shared/inventory/masking.ts';
import type { JsonObject } from '../../../../shared/json.ts';
import { kindById } from '../../../../shared/kinds/index.ts';
import type { Origin } from '../../../../shared/resource/document.ts';
import { consoleUrl } from './console-url.ts';
import { formatFact } from './format-fact.ts';
import { linkGroups, type MaskValue } from './links.ts';
import type { Fact, NodeDetails } from '../protocol/details-protocol.ts';
import { valuesAt } from './values-at.ts';

/** Returns what the details pane shows of a node, with all secrets masked; undefined for an unknown id. */
export function nodeDetails(graph: Graph, id: NodeId, masker: Masker, mask: MaskValue): NodeDetails | undefined {
  const node = graph.nodes.get(id);
  if (node === undefined) return undefined;
  const { document, ...rest } = node;
  const masked = document === undefined ? undefined : masker.maskDocument(document);
  const url = consoleUrl(node);
  return {
    node: rest,
    kindTitle: kindById(node.kind).title,
    facts: masked === undefined ? [] : factsOf(node, masked.data),
    links: linkGroups(graph, id, mask),
    unclaimed: graph.unclaimed
      .filter((reference) => reference.document === id)
      .map((reference) => ({ ...reference, value: mask(id, reference.path, reference.value) })),
    ...(masked === undefined ? {} : { raw: indented(masked.data, masked.iamPolicy) }),
    masked: masked === undefined ? [] : masked.masked.map(({ path }) => path),
    ...(url === undefined ? {} : { consoleUrl: url }),
    origins: document === undefined ? [] : [describeOrigin(document.origin)],
  };
}

/** A document as people read it, with its IAM policy at the end. */
export function indented(data: JsonObject, iamPolicy: JsonObject | undefined): string {
  return JSON.stringify(iamPolicy === undefined ? data : { ...data, iamPolicy }, null, 2);
}

/** Facts in the order of the kind's table; elements of a list are numbered where there are several. */
function factsOf(node: GraphNode, data: JsonObject): Fact[] {
  return kindById(node.kind).facts.flatMap((field): Fact[] => {
    const values = valuesAt(data, field.path).filter(({ value }) => value !== null && value !== '');
    return values.map(({ path, value }, index) => {
      const shown = formatFact(value, field.format);
      return {
        group: field.group,
        label: values.length > 1 ? `${field.label} ${index + 1}` : field.label,
        value: shown,
        ...(typeof value === 'string' && value !== shown ? { raw: value } : {}),
        path,
      };
    });
  });
}

/** Where a document was read: `jobs.json [3]`, `assets.ndjson line 17`. */
export function describeOrigin({ file, line, path }: Origin): string {
  return [file, line === undefined ? undefined : `line ${line}`, path].filter((part) => part !== undefined).join(' ');
}
