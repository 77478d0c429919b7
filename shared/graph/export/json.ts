import type { ExportRows } from './export-rows.ts';

/**
 * The graph as one JSON object with the lists `nodes`, `edges`, `unclaimed` and `problems`, one element per line. Yields the
 * text in pieces, because a large graph is longer than a string may be.
 */
export function* writeJson(rows: ExportRows): Generator<string, void> {
  yield '{\n';
  yield* writeList('nodes', rows.nodes);
  yield ',\n';
  yield* writeList('edges', rows.edges);
  yield ',\n';
  yield* writeList('unclaimed', rows.unclaimed);
  yield ',\n';
  yield* writeList('problems', rows.problems);
  yield '\n}\n';
}

function* writeList(key: string, elements: readonly object[]): Generator<string, void> {
  yield `${JSON.stringify(key)}:[`;
  for (const [index, element] of elements.entries()) {
    yield `${index === 0 ? '\n' : ',\n'}${toJson(element)}`;
  }
  yield elements.length === 0 ? ']' : '\n]';
}

/** JSON in which no character can act on a terminal: C1 controls are escaped too. */
export function toJson(value: object, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replaceAll(
    /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
