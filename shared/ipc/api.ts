import type { WindowActionId } from '../actions/actions.ts';
import type { Result } from '../errors/app-error.ts';
import type { InvokeChannel } from './channels.ts';
import type { CollectionStatus } from './collection.ts';
import type { RecentFile, RequestOf, ResponseOf, Settings } from './contract.ts';

/** The method of `window.api` for each channel. The preload makes the methods from this table, so none can be forgotten. */
export const API_METHODS = {
  getAppInfo: 'app:get-info',
  getLicences: 'app:get-licences',
  chooseFiles: 'files:choose',
  openRecent: 'files:open-recent',
  openSample: 'files:open-sample',
  openDropped: 'files:open-dropped',
  listRecent: 'files:list-recent',
  removeRecent: 'files:remove-recent',
  clearRecent: 'files:clear-recent',
  saveSnapshot: 'files:save-snapshot',
  saveImage: 'files:save-image',
  saveTable: 'files:save-table',
  saveReport: 'files:save-report',
  chooseConfiguration: 'files:choose-configuration',
  copyText: 'clipboard:write-text',
  openConsole: 'shell:open-console',
  getSettings: 'settings:get',
  setSettings: 'settings:set',
  listCredentialSources: 'connect:list-sources',
  testConnection: 'connect:test',
  listProjects: 'connect:list-projects',
  listLocations: 'connect:list-locations',
  startCollection: 'collection:start',
  listUnfinished: 'collection:list-unfinished',
  resumeUnfinished: 'collection:resume',
  openUnfinished: 'collection:open-unfinished',
  discardUnfinished: 'collection:discard',
  continueCollection: 'collection:continue',
  stopCollection: 'collection:stop',
  refreshCollection: 'collection:refresh',
  retryCollection: 'collection:retry',
  findLive: 'collection:find',
  loadReview: 'review:load',
  saveReview: 'review:save',
  setReviewAside: 'review:set-aside',
  listInterrupted: 'review:list-interrupted',
  goOn: 'review:go-on',
  acceptInventory: 'window:accept-inventory',
  reportReady: 'window:report-ready',
  reportClosed: 'window:report-closed',
  reportProblem: 'window:report-problem',
  reportConditions: 'window:report-conditions',
  runAction: 'window:run-action',
} as const satisfies Record<string, InvokeChannel>;

export type ApiMethod = keyof typeof API_METHODS;

/** A call that answers with a value or an error as data; it never rejects for a reason the window has to handle. */
type Call<Channel extends InvokeChannel> =
  undefined extends RequestOf<Channel>
    ? () => Promise<Result<ResponseOf<Channel>>>
    : (request: RequestOf<Channel>) => Promise<Result<ResponseOf<Channel>>>;

/** Ends a subscription. */
export type Unsubscribe = () => void;

/**
 * `window.api`: all the window can ask of the main process. Frozen, made by the preload.
 *
 * Opening an inventory, whoever asked (start screen, menu, drop, command line): the window first listens for `message`
 * events (`inventory-port.ts`), then calls `acceptInventory()` once; from then on each inventory to be opened in this window
 * arrives as a port, which the window hands to its worker. `acceptInventory` answers whether one is on its way already, so
 * that the start screen need not flash. When the graph is on the screen the window calls `reportReady`; when the user
 * closes it, `reportClosed`; when opening failed altogether, `reportProblem`.
 *
 * A collection arrives like files, as a port of the source `live`; `collection:status` events tell how far it is. What is read
 * later for the inventory that is open (refresh, retry, find) comes over a further port, marked `into: 'open'`.
 *
 * `DroppedFile` is the browser's `File`: `WindowApi<File>` in the window.
 */
export type WindowApi<DroppedFile> = {
  readonly [Method in Exclude<ApiMethod, 'openDropped'>]: Call<(typeof API_METHODS)[Method]>;
} & {
  /** Opens what was dropped on the window; folders too. Only files of a real drop have a path, others are refused. */
  readonly openDropped: (files: readonly DroppedFile[]) => Promise<Result<ResponseOf<'files:open-dropped'>>>;
  readonly onMenuCommand: (listener: (action: WindowActionId) => void) => Unsubscribe;
  /** A query that came with a link or on the command line. */
  readonly onSearchAsked: (listener: (query: string) => void) => Unsubscribe;
  readonly onSettingsChanged: (listener: (settings: Settings) => void) => Unsubscribe;
  readonly onCollectionStatus: (listener: (status: CollectionStatus) => void) => Unsubscribe;
  readonly onRecentChanged: (listener: (recent: readonly RecentFile[]) => void) => Unsubscribe;
};
