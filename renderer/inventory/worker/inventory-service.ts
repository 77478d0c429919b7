import { layOut, type LayoutQuestion } from '../../graph/layouts/worker/lay-out.ts';
import type { Graph, NodeId } from '../../../shared/graph/graph.ts';
import type { Position, View, ViewSpec } from '../../../shared/graph/view.ts';
import { addNodes } from '../../../shared/graph/view/add-nodes.ts';
import type { Inventory } from '../../../shared/inventory/inventory.ts';
import { createMasker } from '../../../shared/inventory/masking.ts';
import { createInventoryReader, type InventoryReader } from '../../../shared/inventory/reader.ts';
import { writeSnapshot } from '../../../shared/inventory/snapshot.ts';
import { openReview } from '../../../shared/review/open-review.ts';
import { EMPTY_REVIEW } from '../../../shared/review/review-record.ts';
import { complete } from '../../../shared/search/query/complete.ts';
import { accessDetails } from './details/access-details.ts';
import { canvasCalls } from './canvas-calls.ts';
import { changesBetween } from './opening/changes.ts';
import { coverageInSteps } from './opening/coverage-report.ts';
import { findingsCalls } from './findings/findings-calls.ts';
import { exploringCalls } from './exploring.ts';
import { facetsOf } from './facets.ts';
import { createGrowth } from './opening/growth.ts';
import { linkDetails } from './details/link-details.ts';
import { linksOf, neighbourIds, relationCounts, summaryOf } from './details/links.ts';
import { indented, nodeDetails } from './details/node-details.ts';
import { deriveInSteps, type OpenedInventory } from './opening/opened-inventory.ts';
import { newsIn } from './opening/news.ts';
import type {
  Expanded,
  InventoryCalls,
  InventoryChanges,
  InventorySummary,
  InventoryUpdate,
  OpenProgress,
} from './protocol/protocol.ts';
import type { LaidOutView } from './protocol/packed-view.ts';
import { readStream, type StreamPort } from './opening/read-stream.ts';
import { answerSearch, matchesOf, type Searched } from './search-box.ts';
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
  readonly tellUpdate: (update: InventoryUpdate) => void;
  /** Secret of this session; with it, equal secrets get equal masks. */
  readonly maskingKey: Uint8Array;
}

/** The calls of the worker; some take several turns. */
export type InventoryService = {
  readonly [Name in Exclude<keyof InventoryCalls, 'open' | 'update' | 'cancelOpen' | 'view' | 'expand'>]: (
    ...args: Parameters<InventoryCalls[Name]>
  ) => ReturnType<InventoryCalls[Name]> | Promise<ReturnType<InventoryCalls[Name]>>;
} & {
  open(port: StreamPort): Promise<InventorySummary>;
  update(port: StreamPort, compare: boolean): Promise<InventorySummary>;
  cancelOpen(): void;
  view(...args: Parameters<InventoryCalls['view']>): Promise<LaidOutView>;
  expand(...args: Parameters<InventoryCalls['expand']>): Promise<Expanded<LaidOutView>>;
};

/** Progress is told at most this often, in milliseconds. */
const PROGRESS_INTERVAL = 100;
const NO_CHANGES: InventoryChanges = { added: [], changed: [], removed: [] };
/** A layout works this long before others get their turn, in milliseconds. */
const LAYOUT_SLICE = 16;

/** Returns the service that holds one inventory at a time and answers for it. Throws errors with messages for the user. */
export function createInventoryService(options: ServiceOptions): InventoryService {
  const masker = createMasker(options.maskingKey);
  let opened: OpenedInventory | undefined;
  let reader: InventoryReader = createInventoryReader();
  let files: string[] = [];
  /** What changes are told against, and the changes once they were asked for. */
  let before: Graph | undefined;
  let changes: InventoryChanges | undefined;
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

  function searched(): Searched {
    const { graph, index, queries } = current();
    return { graph, index, queries, mask };
  }

  const { standards, judged, ...calls } = findingsCalls({
    current,
    searched,
    masker,
    pause: options.pause,
    now: options.now,
  });

  function report(progress: OpenProgress): void {
    const time = options.clock();
    if (progress.phase === 'reading' && time - lastProgress < PROGRESS_INTERVAL) return;
    lastProgress = time;
    options.report(progress);
  }

  /** Lays a view out; stops when there is a newer request than this one. */
  async function positionsOf(
    view: View,
    question: LayoutQuestion,
    request: number,
  ): Promise<Readonly<Record<string, Position>>> {
    const steps = layOut(view, question);
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

  /** Returns the number of a new request for a view. Of requests that came in together only the last is wanted. */
  async function nextView(): Promise<number> {
    lastView += 1;
    const request = lastView;
    await options.pause();
    if (request !== lastView) throw new Superseded();
    return request;
  }

  async function laidOutView(
    question: LayoutQuestion & { readonly spec: ViewSpec },
    request: number,
  ): Promise<LaidOutView> {
    const view = current().buildView(question.spec);
    const positions = await positionsOf(view, question, request);
    return { view, positions, ...(before === undefined ? {} : { news: newsIn(view, currentChanges()) }) };
  }

  /** Derives what was read so far; others get their turn between the steps. */
  async function derive(inventory: Inventory, own: AbortController): Promise<InventorySummary> {
    const steps = deriveInSteps(inventory, files, () => Date.parse(options.now()), masker, standards);
    for (;;) {
      const step = steps.next();
      if (step.done === true) {
        opened = step.value;
        changes = undefined;
        return opened.summary;
      }
      const documents = inventory.documents.length;
      report({ phase: step.value, file: '', bytesRead: 0, bytesTotal: 0, documents });
      await options.pause();
      if (opening !== own) throw new Superseded();
    }
  }

  /** Reads a stream, into an inventory of its own or the one that is open, and derives it: files at their end, a collection as it grows. */
  async function follow(port: StreamPort, anew: boolean): Promise<InventorySummary> {
    opening.abort();
    const own = new AbortController();
    opening = own;
    if (anew) {
      reader = createInventoryReader();
      files = [];
      before = undefined;
    }
    const reading = reader;
    const growth = createGrowth(options.clock);
    let grew = false;
    let showFirst: ((summary: InventorySummary) => void) | undefined;

    async function showGrowth(): Promise<number | undefined> {
      const { documents } = reading.progress;
      const due = documents === 0 ? undefined : growth.due(documents);
      if (due !== 0) return due;
      const began = options.clock();
      const summary = await derive(reading.soFar(), own);
      growth.derived(documents, began, options.clock());
      if (grew || !anew) options.tellUpdate({ summary, stream: 'growing' });
      grew = true;
      showFirst?.(summary);
      return undefined;
    }

    async function toTheEnd(): Promise<InventorySummary> {
      const end = await readStream(port, {
        reader: reading,
        pause: options.pause,
        signal: own.signal,
        onProgress: report,
        onFile: (name) => {
          if (!files.includes(name)) files.push(name);
        },
        between: showGrowth,
      });
      if (opening !== own) throw new Superseded();
      const summary = await derive(grew || !anew ? reading.soFar() : reading.finish(), own);
      if (grew || !anew) options.tellUpdate({ summary, stream: end });
      return summary;
    }

    const whole = toTheEnd();
    if (!anew) return whole;
    return new Promise((resolve, reject) => {
      showFirst = resolve;
      whole.then(resolve, (error: unknown) => {
        reject(error);
        // Nobody waits for the rest of a collection; that it stopped has to be told all the same.
        if (grew && opening === own) options.tellUpdate({ summary: current().summary, stream: 'broken' });
      });
    });
  }

  function currentChanges(): InventoryChanges {
    changes ??= before === undefined ? NO_CHANGES : changesBetween(before, current().graph);
    return changes;
  }

  function drawnBy(spec: ViewSpec): ReadonlySet<string> {
    const { nodes } = current().buildView(spec);
    return new Set(nodes.map(({ id }) => id));
  }

  return {
    open(port) {
      return follow(port, true);
    },
    async update(port, compare) {
      if (compare) before = current().graph;
      return follow(port, false);
    },
    changes: currentChanges,
    forgetChanges() {
      before = undefined;
      changes = undefined;
    },
    cancelOpen() {
      opening.abort();
    },
    facets: () => facetsOf(current().graph, current().attention),
    view: async (spec, previous, canvas) => laidOutView({ spec, previous, canvas }, await nextView()),
    async expand({ id, relation, direction, limit }, spec, previous, canvas) {
      const request = await nextView();
      const { graph } = current();
      const found = neighbourIds(graph, id, relation, direction, { drawn: drawnBy(spec), limit });
      const shown = await laidOutView({ spec: addNodes(spec, found.ids), previous, canvas }, request);
      return { ...found, shown };
    },
    search: (query, limit) => answerSearch(searched(), query, limit),
    matches: (query, limit) => matchesOf(searched(), query, limit),
    complete: (query, cursor, limit) => complete(current().queries().estate, query, cursor, limit),
    details: (id) => nodeDetails(current().graph, id, masker, mask),
    access: (id, limit) => accessDetails({ graph: current().graph, model: current().access(), mask }, id, limit),
    reveal(id) {
      const document = current().graph.nodes.get(id)?.document;
      return document === undefined ? undefined : indented(document.data, document.iamPolicy);
    },
    relations(id, spec) {
      return relationCounts(current().graph, id, drawnBy(spec));
    },
    nodes: (ids) =>
      ids.flatMap((id) => {
        const node = current().graph.nodes.get(id);
        return node === undefined ? [] : [summaryOf(node)];
      }),
    link: (link, spec, offset, limit) =>
      linkDetails(current().graph, current().buildView(spec), link, { offset, limit }, mask),
    links: (id, relation, direction, offset, limit) =>
      linksOf(current().graph, id, { relation, direction }, { offset, limit }, mask),
    ...exploringCalls(current, masker, mask),
    ...canvasCalls({ current, judged }),
    cancelView() {
      lastView += 1;
    },
    async coverage() {
      const { inventory, graph } = current();
      const steps = coverageInSteps(inventory, graph, mask);
      for (;;) {
        const step = steps.next();
        if (step.done === true) return step.value;
        await options.pause();
      }
    },
    ...calls,
    review: (kept) => openReview(current().inventory.review ?? EMPTY_REVIEW, kept),
    missing: (ids) => ids.filter((id) => !current().graph.nodes.has(id)),
    snapshot: (written) => writeSnapshot(current().inventory, { ...written, createdTime: options.now() }),
  };
}
