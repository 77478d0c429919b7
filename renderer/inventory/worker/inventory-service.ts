import { type CanvasSize, layoutColumns } from '../../graph/layouts/worker/columns.ts';
import { layoutOrganic } from '../../graph/layouts/worker/organic.ts';
import type { NodeId } from '../../../shared/graph/graph.ts';
import type { Position, View, ViewSpec } from '../../../shared/graph/view.ts';
import { createMasker } from '../../../shared/inventory/masking.ts';
import { createInventoryReader } from '../../../shared/inventory/reader.ts';
import { writeSnapshot } from '../../../shared/inventory/snapshot.ts';
import { coverageInSteps } from './coverage-report.ts';
import { facetsOf } from './facets.ts';
import { linkDetails } from './link-details.ts';
import { linksOf, neighbourIds, relationCounts, summaryOf } from './links.ts';
import { indented, nodeDetails } from './node-details.ts';
import { deriveInSteps, type OpenedInventory } from './opened-inventory.ts';
import type { InventoryCalls, InventorySummary, OpenProgress } from './protocol.ts';
import { readStream, type StreamPort } from './read-stream.ts';
import { answerSearch } from './search-box.ts';
import { Superseded } from './superseded.ts';

/** What the service needs from its surroundings. */
export interface ServiceOptions {
  /** Gives other messages their turn. */
  readonly pause: () => Promise<void>;
  /** Milliseconds since any fixed moment. */
  readonly clock: () => number;
  /** RFC 3339, of the present moment. */
  readonly now: () => string;
  readonly report: (progress: OpenProgress) => void;
  /** Secret of this session; with it, equal secrets get equal masks. */
  readonly maskingKey: Uint8Array;
}

/** The calls of the worker; some take several turns. */
export type InventoryService = {
  readonly [Name in Exclude<keyof InventoryCalls, 'open' | 'cancelOpen'>]: (
    ...args: Parameters<InventoryCalls[Name]>
  ) => ReturnType<InventoryCalls[Name]> | Promise<ReturnType<InventoryCalls[Name]>>;
} & {
  open(port: StreamPort): Promise<InventorySummary>;
  cancelOpen(): void;
};

interface LayoutRequest {
  readonly layout: ViewSpec['layout'];
  readonly previous: Readonly<Record<string, Position>>;
  readonly canvas: CanvasSize | undefined;
  /** Number of the request; the layout stops when there is a newer one. */
  readonly request: number;
}

/** Progress is told at most this often, in milliseconds. */
const PROGRESS_INTERVAL = 100;
/** A layout works this long before others get their turn, in milliseconds. */
const LAYOUT_SLICE = 16;

/** Returns the service that holds one inventory at a time and answers for it. Throws errors with messages for the user. */
export function createInventoryService(options: ServiceOptions): InventoryService {
  const masker = createMasker(options.maskingKey);
  let opened: OpenedInventory | undefined;
  let opening = new AbortController();
  let lastView = 0;
  let lastProgress = -Infinity;

  function current(): OpenedInventory {
    if (opened === undefined) throw new Error('No inventory is open.');
    return opened;
  }

  function mask(document: NodeId, path: string, value: string): string {
    const source = current().graph.nodes.get(document)?.document;
    return source === undefined ? value : masker.maskAt(source, path, value);
  }

  function report(progress: OpenProgress): void {
    const time = options.clock();
    if (progress.phase === 'reading' && time - lastProgress < PROGRESS_INTERVAL) return;
    lastProgress = time;
    options.report(progress);
  }

  async function layOut(view: View, wanted: LayoutRequest): Promise<Readonly<Record<string, Position>>> {
    const { layout, previous, canvas, request } = wanted;
    if (layout === 'columns') return layoutColumns(view, previous, canvas);
    const steps = layoutOrganic(view, previous, canvas);
    let sliceEnd = options.clock() + LAYOUT_SLICE;
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      if (options.clock() < sliceEnd) continue;
      await options.pause();
      if (request !== lastView) throw new Superseded();
      sliceEnd = options.clock() + LAYOUT_SLICE;
    }
  }

  return {
    async open(port) {
      opening.abort();
      const own = new AbortController();
      opening = own;
      const { inventory, files } = await readStream(port, {
        reader: createInventoryReader(),
        pause: options.pause,
        signal: own.signal,
        onProgress: report,
      });
      if (opening !== own) throw new Superseded();
      const steps = deriveInSteps(inventory, files);
      for (;;) {
        const step = steps.next();
        if (step.done === true) {
          opened = step.value;
          return opened.summary;
        }
        const documents = inventory.documents.length;
        report({ phase: step.value, file: '', bytesRead: 0, bytesTotal: 0, documents });
        await options.pause();
      }
    },
    cancelOpen() {
      opening.abort();
    },
    facets: () => facetsOf(current().graph),
    async view(spec, previous, canvas) {
      lastView += 1;
      const request = lastView;
      // Requests that came in together are worked off as one: only the last is wanted.
      await options.pause();
      if (request !== lastView) throw new Superseded();
      const view = current().buildView(spec);
      return { view, positions: await layOut(view, { layout: spec.layout, previous, canvas, request }) };
    },
    search: (query, limit) => answerSearch(current().graph, current().index, query, limit),
    details: (id) => nodeDetails(current().graph, id, masker, mask),
    reveal(id) {
      const document = current().graph.nodes.get(id)?.document;
      return document === undefined ? undefined : indented(document.data);
    },
    relations(id, spec) {
      const drawn = new Set(
        current()
          .buildView(spec)
          .nodes.map((node) => node.id),
      );
      return relationCounts(current().graph, id, drawn);
    },
    neighbours: (id, relation, direction, limit) => neighbourIds(current().graph, id, relation, direction, limit),
    nodes: (ids) =>
      ids.flatMap((id) => {
        const node = current().graph.nodes.get(id);
        return node === undefined ? [] : [summaryOf(node)];
      }),
    link: (link, spec, offset, limit) =>
      linkDetails(current().graph, current().buildView(spec), link, { offset, limit }, mask),
    links: (id, relation, direction, offset, limit) =>
      linksOf(current().graph, id, { relation, direction }, { offset, limit }, mask),
    async coverage() {
      const { inventory, graph } = current();
      const steps = coverageInSteps(inventory, graph, mask);
      for (;;) {
        const step = steps.next();
        if (step.done === true) return step.value;
        await options.pause();
      }
    },
    snapshot: ({ includeSecrets, toolVersion }) =>
      writeSnapshot(current().inventory, { createdTime: options.now(), toolVersion, includeSecrets }),
  };
}
