/** Channels the window may invoke; each has a row in `contract.ts`, a method in `api.ts` and a handler in `electron/ipc/handlers/`. */
export const INVOKE_CHANNELS = [
  'app:get-info',
  'app:get-licences',
  'files:choose',
  'files:open-recent',
  'files:open-sample',
  'files:open-dropped',
  'files:list-recent',
  'files:remove-recent',
  'files:clear-recent',
  'files:save-snapshot',
  'files:save-image',
  'files:save-table',
  'files:save-report',
  'files:choose-configuration',
  'clipboard:write-text',
  'shell:open-console',
  'settings:get',
  'settings:set',
  'connect:list-sources',
  'connect:test',
  'connect:list-projects',
  'connect:list-locations',
  'collection:start',
  'collection:list-unfinished',
  'collection:resume',
  'collection:open-unfinished',
  'collection:discard',
  'collection:continue',
  'collection:give-up',
  'collection:refresh',
  'collection:retry',
  'collection:find',
  'review:load',
  'review:save',
  'review:set-aside',
  'review:list-interrupted',
  'review:go-on',
  'window:accept-inventory',
  'window:report-ready',
  'window:report-closed',
  'window:report-problem',
  'window:report-conditions',
  'window:run-action',
] as const;

export type InvokeChannel = (typeof INVOKE_CHANNELS)[number];

/** Messages the main process sends to the window. */
export const EVENT_CHANNELS = [
  'menu:command',
  'inventory:stream',
  'recent:changed',
  'settings:changed',
  'collection:status',
] as const;

export type EventChannel = (typeof EVENT_CHANNELS)[number];
