import { z } from 'zod';
import { MAIN_ACTION_IDS } from '../actions/actions.ts';
import { CONDITIONS } from '../actions/conditions.ts';
import type { InvokeChannel } from './channels.ts';
import { connectionTestSchema, projectChoiceSchema, unfinishedSchema } from './collection.ts';
import { collectionRequestSchema, credentialChoiceSchema, credentialSourceSchema } from './connect.ts';

/**
 * What each channel takes and gives. The main process checks every request against it (and, in tests, every response); the
 * window and the preload use only the types.
 */

/** Most bytes the window may hand over to be saved. */
export const MAX_SAVED_BYTES = 1024 * 1024 * 1024;

/** Longest text the window may put on the clipboard: the largest document it shows. */
export const MAX_COPIED_CHARACTERS = 64 * 1024 * 1024;

/** Largest configuration of findings in bytes; what is larger is the wrong file. */
export const MAX_CONFIGURATION_BYTES = 1_000_000;

const nothing = z.undefined();
const path = z.string().min(1).max(4096);
const reviewKey = z.string().regex(/^[0-9a-f]{32}$/);
const fileName = z.string().min(1).max(200);
const bytes = z.instanceof(Uint8Array).refine((value) => value.byteLength <= MAX_SAVED_BYTES, 'too many bytes');
const count = z.number().int().min(0);

/** The formats of `shared/findings/report/write-report.ts`, which the preload must not load. */
const reportFormatSchema = z.enum(['html', 'markdown', 'csv', 'json', 'sarif']);

export const themeSchema = z.enum(['system', 'light', 'dark']);

/** A query the user gave a name. */
const savedQuerySchema = z.object({ name: z.string().min(1).max(100), query: z.string().min(1).max(4000) });

/** What the user can set; kept in a JSON file of the user's profile. */
export const settingsSchema = z.object({
  theme: themeSchema,
  savedQueries: z.array(savedQuerySchema).max(200),
  /** Whether "Open in Google Cloud console" is offered at all while a file is open. */
  allowConsoleLinks: z.boolean(),
  /** Whether a question comes before the browser is opened. */
  askBeforeConsole: z.boolean(),
  /** Who notes and marks are by; empty for the name of the system's user. */
  reviewer: z.string().trim().max(100),
});

/** Settings as they are on disk, where a file may be older than a setting. */
export const storedSettingsSchema = settingsSchema.extend({
  savedQueries: settingsSchema.shape.savedQueries.default([]),
  reviewer: settingsSchema.shape.reviewer.default(''),
});

const recentFileSchema = z.object({
  /** Names the entry in `files:open-recent`; the window never sends paths of its own. */
  id: z.string(),
  /** File or folder name, or `a.json and 2 more`. */
  title: z.string(),
  /** Where it lies, for a second line and the tooltip. */
  location: z.string(),
  /** RFC 3339. */
  openedTime: z.string(),
});

const openOutcomeSchema = z.object({ outcome: z.enum(['opened-here', 'opened-in-new-window', 'cancelled']) });
const saveOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('saved'), file: z.string() }),
  z.object({ outcome: z.literal('cancelled') }),
]);

const licenceSchema = z.object({
  name: z.string(),
  version: z.string(),
  /** SPDX expression, or `unknown`. */
  identifier: z.string(),
  /** Full text, where the package has one. */
  text: z.string().optional(),
});

export const contract = {
  'app:get-info': {
    request: nothing,
    response: z.object({
      name: z.string(),
      version: z.string(),
      electron: z.string(),
      chromium: z.string(),
      node: z.string(),
      platform: z.string(),
      /** True in the stand-in Electron, which is for looking at files only: the window says so. */
      fallbackRuntime: z.boolean(),
      /** Whether this runtime may connect to Google Cloud. */
      liveAllowed: z.boolean(),
    }),
  },
  'app:get-licences': { request: nothing, response: z.array(licenceSchema) },
  'files:choose': { request: z.object({ what: z.enum(['files', 'folder']) }), response: openOutcomeSchema },
  'files:open-recent': { request: z.object({ id: z.string().max(100) }), response: openOutcomeSchema },
  'files:open-sample': { request: nothing, response: openOutcomeSchema },
  'files:open-dropped': { request: z.object({ paths: z.array(path).min(1).max(10_000) }), response: openOutcomeSchema },
  'files:list-recent': { request: nothing, response: z.array(recentFileSchema) },
  'files:remove-recent': { request: z.object({ id: z.string().max(100) }), response: nothing },
  'files:clear-recent': { request: nothing, response: nothing },
  'files:save-snapshot': { request: z.object({ suggestedName: fileName, bytes }), response: saveOutcomeSchema },
  'files:save-image': { request: z.object({ suggestedName: fileName, bytes }), response: saveOutcomeSchema },
  'files:save-table': {
    request: z.object({ suggestedName: fileName, text: z.string().max(MAX_COPIED_CHARACTERS) }),
    response: saveOutcomeSchema,
  },
  'files:save-report': {
    request: z.object({ suggestedName: fileName, format: reportFormatSchema, bytes }),
    response: saveOutcomeSchema,
  },
  /** The text of a file by which findings are judged; the window checks what it says. */
  'files:choose-configuration': {
    request: nothing,
    response: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('chosen'), file: z.string(), text: z.string().max(MAX_CONFIGURATION_BYTES) }),
      z.object({ outcome: z.literal('cancelled') }),
    ]),
  },
  /** The page has no permission for the clipboard, like for anything else. Nothing can be read from it. */
  'clipboard:write-text': { request: z.object({ text: z.string().max(MAX_COPIED_CHARACTERS) }), response: nothing },
  'shell:open-console': {
    request: z.object({ url: z.string().max(4096) }),
    response: z.object({ outcome: z.enum(['opened', 'cancelled']) }),
  },
  'settings:get': { request: nothing, response: settingsSchema },
  'settings:set': { request: settingsSchema.partial().strict(), response: settingsSchema },
  /** `allowed` is false in the stand-in runtime, which does not connect unless the user takes the risk. */
  'connect:list-sources': {
    request: nothing,
    response: z.object({ allowed: z.boolean(), sources: z.array(credentialSourceSchema) }),
  },
  'connect:test': {
    request: z.object({ credentials: credentialChoiceSchema, project: z.string().max(100).optional() }),
    response: connectionTestSchema,
  },
  'connect:list-projects': {
    request: z.object({ credentials: credentialChoiceSchema }),
    response: z.array(projectChoiceSchema),
  },
  'connect:list-locations': {
    request: z.object({ credentials: credentialChoiceSchema, project: z.string().max(100) }),
    response: z.array(z.string()),
  },
  'collection:start': {
    request: z.object({ credentials: credentialChoiceSchema, request: collectionRequestSchema }),
    response: openOutcomeSchema,
  },
  /** Collections that were cut off, cancelled or never saved. */
  'collection:list-unfinished': { request: nothing, response: z.array(unfinishedSchema) },
  'collection:resume': {
    request: z.object({ id: z.uuid(), credentials: credentialChoiceSchema }),
    response: openOutcomeSchema,
  },
  'collection:open-unfinished': { request: z.object({ id: z.uuid() }), response: openOutcomeSchema },
  'collection:discard': { request: z.object({ id: z.uuid() }), response: nothing },
  /** The user logged in again, or will not. */
  'collection:continue': { request: nothing, response: nothing },
  'collection:stop': { request: nothing, response: nothing },
  'collection:refresh': { request: nothing, response: nothing },
  /** `keys` as made by `coverageKey`; without, everything that was not read. */
  'collection:retry': {
    request: z.object({ keys: z.array(z.string().max(4000)).max(100_000).optional() }),
    response: nothing,
  },
  'collection:find': {
    request: z.object({ method: z.enum(['get', 'list', 'search']), query: z.string().min(1).max(4000) }),
    response: nothing,
  },
  /** What was kept of the work on the inventory that the window opens; `elsewhere`: another window keeps it. */
  'review:load': {
    request: nothing,
    response: z.object({ key: z.string(), text: z.string().optional(), elsewhere: z.boolean() }).optional(),
  },
  /** `text` as `shared/review/kept-review.ts` writes it: opaque to the main process. */
  'review:save': {
    request: z.object({ key: reviewKey, text: z.string().max(MAX_COPIED_CHARACTERS) }),
    response: z.object({ kept: z.boolean() }),
  },
  'review:set-aside': { request: z.object({ key: reviewKey }), response: nothing },
  /** What was open when the app ended without being closed. */
  'review:list-interrupted': {
    request: nothing,
    response: z.array(z.object({ id: z.string(), title: z.string(), location: z.string() })),
  },
  'review:go-on': { request: z.object({ id: z.string().max(100) }), response: openOutcomeSchema },
  'window:accept-inventory': { request: nothing, response: z.object({ opening: z.boolean() }) },
  /** `growing` while a collection goes on: the last report counts. */
  'window:report-ready': {
    request: z.object({ jobs: count, resources: count, links: count, growing: z.boolean() }),
    response: nothing,
  },
  'window:report-closed': { request: nothing, response: nothing },
  'window:report-problem': {
    request: z.object({ during: z.enum(['opening', 'running']), message: z.string().max(4000) }),
    response: nothing,
  },
  /** What holds in the window now, for the entries of the application menu. */
  'window:report-conditions': {
    request: z.object({ conditions: z.array(z.enum(CONDITIONS)).max(CONDITIONS.length) }),
    response: nothing,
  },
  /** The user chose in the window what the main process does. */
  'window:run-action': { request: z.object({ action: z.enum(MAIN_ACTION_IDS) }), response: nothing },
} satisfies Record<InvokeChannel, { request: z.ZodType; response: z.ZodType }>;

export type Contract = typeof contract;

/** What a channel takes. */
export type RequestOf<Channel extends InvokeChannel> = z.infer<Contract[Channel]['request']>;

/** What a channel gives when it succeeds. */
export type ResponseOf<Channel extends InvokeChannel> = z.infer<Contract[Channel]['response']>;

export type Settings = z.infer<typeof settingsSchema>;
export type SavedQuery = z.infer<typeof savedQuerySchema>;
export type Theme = z.infer<typeof themeSchema>;
export type AppInfo = ResponseOf<'app:get-info'>;
export type RecentFile = z.infer<typeof recentFileSchema>;
export type SaveOutcome = z.infer<typeof saveOutcomeSchema>;
export type Licence = z.infer<typeof licenceSchema>;
