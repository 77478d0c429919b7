import { z } from 'zod';
import {
  collectionStatusSchema,
  connectionTestSchema,
  projectChoiceSchema,
  type CollectionStatus,
} from './collection.ts';
import {
  authProblemSchema,
  credentialSourceSchema,
  type AuthProblem,
  type CollectionRequest,
  type CredentialChoice,
} from './connect.ts';

/** Messages between the main process and the one that collects. No credential crosses: only the name of its source does. */

/** Questions that are answered once. */
export type CollectorCall =
  | { readonly type: 'list-sources' }
  | { readonly type: 'test-connection'; readonly credentials: CredentialChoice; readonly project?: string | undefined }
  | { readonly type: 'list-projects'; readonly credentials: CredentialChoice }
  | { readonly type: 'list-locations'; readonly credentials: CredentialChoice; readonly project: string };

/** What is to be read, and what of it is known. */
export type CollectorTask =
  | { readonly type: 'collect'; readonly credentials: CredentialChoice; readonly request: CollectionRequest }
  /** Goes on with what its journal holds. */
  | { readonly type: 'resume'; readonly credentials: CredentialChoice }
  /** Everything again, in place. */
  | { readonly type: 'refresh' }
  /** What could not be read; all of it, or the readings of these coverage keys. */
  | { readonly type: 'retry'; readonly keys?: readonly string[] | undefined }
  /** A resource by name, or those a query of LIST or SEARCH finds, with what they are linked to. */
  | { readonly type: 'find'; readonly method: 'get' | 'list' | 'search'; readonly query: string };

/** What main sends; with a `task` comes the port that takes its stream. */
export type CollectorMessage =
  | { readonly type: 'call'; readonly id: number; readonly call: CollectorCall }
  | {
      readonly type: 'task';
      /** Also the id of its journal. */
      readonly collection: string;
      readonly task: CollectorTask;
      /** The window has nothing of it yet: what is known goes first. */
      readonly resend: boolean;
    }
  /** The user has logged in again, or will not. */
  | { readonly type: 'continue' | 'give-up'; readonly collection: string }
  /** All of it is in a snapshot: its journal goes. */
  | { readonly type: 'saved'; readonly collection: string }
  /** Its window is closed; `keep` leaves its journal on the disk. */
  | { readonly type: 'close'; readonly collection: string; readonly keep: boolean };

/** Answers of the calls by type. */
export const callAnswers = {
  'list-sources': z.array(credentialSourceSchema),
  'test-connection': connectionTestSchema,
  'list-projects': z.array(projectChoiceSchema),
  'list-locations': z.array(z.string()),
} satisfies Record<CollectorCall['type'], z.ZodType>;

export type CallAnswer<Type extends CollectorCall['type']> = z.infer<(typeof callAnswers)[Type]>;

/** Why a call was not answered. */
export type CollectorError =
  | { readonly kind: 'auth'; readonly problem: AuthProblem }
  | { readonly kind: 'api'; readonly message: string }
  | { readonly kind: 'internal'; readonly reason: string };

/** What the collecting process sends. */
export type CollectorReply =
  | { readonly type: 'answer'; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly type: 'answer'; readonly id: number; readonly ok: false; readonly error: CollectorError }
  | { readonly type: 'status'; readonly collection: string; readonly status: CollectionStatus };

/** Checked on arrival like everything that comes from another process. */
export const collectorReplySchema: z.ZodType<CollectorReply> = z.union([
  z.object({ type: z.literal('answer'), id: z.number(), ok: z.literal(true), value: z.unknown() }),
  z.object({
    type: z.literal('answer'),
    id: z.number(),
    ok: z.literal(false),
    error: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('auth'), problem: authProblemSchema }),
      z.object({ kind: z.literal('api'), message: z.string() }),
      z.object({ kind: z.literal('internal'), reason: z.string() }),
    ]),
  }),
  z.object({ type: z.literal('status'), collection: z.string(), status: collectionStatusSchema }),
]);
