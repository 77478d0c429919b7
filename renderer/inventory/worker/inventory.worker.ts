import type { StreamMessage } from '../../../shared/ipc/stream.ts';
import { createInventoryService } from './inventory-service.ts';
import { createViewPacker } from './protocol/packed-view.ts';
import type { FailureCode, InventoryAnswer, InventoryRequest } from './protocol/protocol.ts';
import type { StreamPort } from './opening/read-stream.ts';
import { Superseded } from './superseded.ts';

declare const self: DedicatedWorkerGlobalScope;

/** A message to oneself comes after those that wait already, and at once if none does; timers are slowed down by browsers. */
const turns = new MessageChannel();
const waitingTurns: (() => void)[] = [];
turns.port1.addEventListener('message', () => waitingTurns.shift()?.());
turns.port1.start();

const service = createInventoryService({
  pause: () =>
    new Promise((resolve) => {
      waitingTurns.push(resolve);
      turns.port2.postMessage(undefined);
    }),
  clock: () => performance.now(),
  now: () => new Date().toISOString(),
  report: (progress) => post({ event: 'progress', progress }),
  tellUpdate: (update) => post({ event: 'updated', update }),
  maskingKey: crypto.getRandomValues(new Uint8Array(32)),
});

const packView = createViewPacker();

self.addEventListener('message', (event: MessageEvent<InventoryRequest>) => {
  const { id } = event.data;
  answer(event.data).then(
    (value) => post({ id, ok: true, value }, value instanceof Uint8Array ? [value.buffer] : []),
    (error: unknown) => post({ id, ok: false, code: codeOf(error), error: messageOf(error) }),
  );
});

async function answer(request: InventoryRequest): Promise<unknown> {
  switch (request.call) {
    case 'open':
      return service.open(streamOf(request.args[0]));
    case 'update':
      return service.update(streamOf(request.args[0]), request.args[1]);
    case 'changes':
      return service.changes();
    case 'forgetChanges':
      return service.forgetChanges();
    case 'cancelOpen':
      return service.cancelOpen();
    case 'facets':
      return service.facets();
    case 'view':
      return packView(await service.view(...request.args));
    case 'expand': {
      const expanded = await service.expand(...request.args);
      return { ...expanded, shown: packView(expanded.shown) };
    }
    case 'search':
      return service.search(...request.args);
    case 'matches':
      return service.matches(...request.args);
    case 'complete':
      return service.complete(...request.args);
    case 'details':
      return service.details(...request.args);
    case 'access':
      return service.access(...request.args);
    case 'reveal':
      return service.reveal(...request.args);
    case 'relations':
      return service.relations(...request.args);
    case 'nodes':
      return service.nodes(...request.args);
    case 'links':
      return service.links(...request.args);
    case 'link':
      return service.link(...request.args);
    case 'paths':
      return service.paths(...request.args);
    case 'lineage':
      return service.lineage(...request.args);
    case 'extent':
      return service.extent(...request.args);
    case 'table':
      return service.table(...request.args);
    case 'shownCounts':
      return service.shownCounts(...request.args);
    case 'labelKeys':
      return service.labelKeys();
    case 'hiddenRisks':
      return service.hiddenRisks(...request.args);
    case 'cancelView':
      return service.cancelView();
    case 'tableNodes':
      return service.tableNodes(...request.args);
    case 'runs':
      return service.runs(...request.args);
    case 'templates':
      return service.templates(...request.args);
    case 'timeline':
      return service.timeline(...request.args);
    case 'tableCsv':
      return service.tableCsv(...request.args);
    case 'answers':
      return service.answers(...request.args);
    case 'compare':
      return service.compare(...request.args);
    case 'coverage':
      return service.coverage();
    case 'findings':
      return service.findings(...request.args);
    case 'findingsOf':
      return service.findingsOf(...request.args);
    case 'review':
      return service.review(...request.args);
    case 'missing':
      return service.missing(...request.args);
    case 'findingBadges':
      return service.findingBadges(...request.args);
    case 'findingsReport':
      return service.findingsReport(...request.args);
    case 'earlierFindings':
      return service.earlierFindings();
    case 'reviewFindings':
      return service.reviewFindings(...request.args);
    case 'configureFindings':
      return service.configureFindings(...request.args);
    case 'snapshot':
      return service.snapshot(...request.args);
  }
}

function streamOf(port: MessagePort): StreamPort {
  return {
    onMessage: (listener) =>
      port.addEventListener('message', ({ data }: MessageEvent<StreamMessage>) => listener(data)),
    onClose: (listener) => port.addEventListener('close', listener),
    start: () => port.start(),
    postMessage: (reply) => port.postMessage(reply),
    close: () => port.close(),
  };
}

function post(message: InventoryAnswer, transfer: Transferable[] = []): void {
  self.postMessage(message, transfer);
}

function codeOf(error: unknown): FailureCode {
  return error instanceof Superseded ? 'superseded' : 'failed';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
