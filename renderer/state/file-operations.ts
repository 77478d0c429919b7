import type { ResponseOf } from '../../shared/ipc/contract.ts';
import { valueOf, type MainProcess } from '../api/client.ts';
import { EMPTY_REVIEW } from '../../shared/review/review-record.ts';
import { recordOf } from './review/review-store.ts';
import { savedTabs } from './review/saved-views.ts';
import type { Workbench } from './workbench.ts';

/** Pixels per graph unit of an exported image: sharp in a document and in print. */
const IMAGE_SCALE = 2;

/** Asks the user for files or a folder; what is chosen arrives as a port (see `connect-main-process.ts`). */
export async function chooseFiles({ main }: Workbench, what: 'files' | 'folder'): Promise<void> {
  await valueOf(main.chooseFiles({ what }));
}

/** Opens files or folders the user dropped on the window. */
export async function openDropped({ main }: Workbench, files: readonly File[]): Promise<void> {
  if (files.length > 0) await valueOf(main.openDropped(files));
}

/** Opens the sample inventory. */
export async function openSample({ main }: Workbench): Promise<void> {
  await valueOf(main.openSample());
}

/** Writes a snapshot of the inventory to a file the user chooses. */
export async function saveSnapshot(
  workbench: Workbench,
  { includeSecrets, includeReview }: { readonly includeSecrets: boolean; readonly includeReview: boolean },
): Promise<void> {
  const { inventory, main, review } = workbench;
  const { version: toolVersion } = await valueOf(main.getAppInfo());
  const record = includeReview
    ? // Whoever opens the snapshot again is told which findings are new since.
      { ...recordOf(review.getState()), tabs: savedTabs(workbench), findingsBefore: await inventory.earlierFindings() }
    : EMPTY_REVIEW;
  const bytes = await inventory.snapshot({ includeSecrets, toolVersion, review: record });
  const outcome = await valueOf(main.saveSnapshot({ suggestedName: `${fileStem(workbench)}.lineage.json.gz`, bytes }));
  if (outcome.outcome === 'saved') workbench.collection.getState().noteSaved();
  tellSaved(workbench, 'Snapshot saved', outcome);
}

/** Writes a PNG image of the graph to a file the user chooses. */
export async function exportImage(workbench: Workbench): Promise<void> {
  const { graph, main } = workbench;
  if (graph.current === null) return;
  const bytes = await graph.current.exportPng({ scale: IMAGE_SCALE });
  const outcome = await valueOf(main.saveImage({ suggestedName: `${fileStem(workbench)}.png`, bytes }));
  tellSaved(workbench, 'Image saved', outcome);
}

/** Closes the inventory and goes back to the start screen. */
export async function closeInventory({ session, collection, notices, main }: Workbench): Promise<void> {
  const { status, saved } = collection.getState();
  session.getState().close();
  await valueOf(main.reportClosed());
  if (status === undefined || saved || status.documents === 0) return;
  notices.getState().notify({
    tone: 'info',
    title: 'What was collected is kept',
    detail: 'It stands under “Collections not saved”, secrets masked, until you go on with it or discard it.',
  });
}

/** Opens a page of the Google Cloud console in the browser; the main process asks first and checks the address. */
export async function openConsole(main: MainProcess, url: string): Promise<void> {
  await valueOf(main.openConsole({ url }));
}

/** Writes a table to a file the user chooses. */
export async function saveTable(workbench: Workbench, text: string): Promise<void> {
  const outcome = await valueOf(workbench.main.saveTable({ suggestedName: `${fileStem(workbench)}.csv`, text }));
  tellSaved(workbench, 'Table saved', outcome);
}

/** Says where something was saved, if it was. */
export function tellSaved({ notices }: Workbench, title: string, outcome: ResponseOf<'files:save-image'>): void {
  if (outcome.outcome === 'saved') notices.getState().notify({ tone: 'success', title, detail: outcome.file });
}

/** A file name from the inventory's title: no path separators, no ending. */
export function fileStem({ session }: Workbench): string {
  const state = session.getState().session;
  const title = 'title' in state ? state.title : '';
  const stem = title
    .replace(/(\.lineage)?\.(json|ndjson|jsonl|ya?ml)(\.gz)?$/i, '')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|-+$/g, '')
    .slice(0, 80);
  return stem === '' ? 'inventory' : stem;
}
