import type { Problem } from '../errors/problem.ts';

/**
 * Messages on the MessagePort that carries file contents from the main process straight to the window's inventory worker.
 * Gzip is already undone by the sender. The sender has at most `STREAM_WINDOW_BYTES` unconfirmed bytes under way.
 */
export type StreamMessage =
  /** First message. `totalBytes` is the sum of the files' sizes on disk, 0 when unknown (standard input, a collection). A `live`
   * stream lasts as long as a collection does: what came so far is shown while it goes on. */
  | { readonly type: 'start'; readonly files: number; readonly totalBytes: number; readonly live?: true }
  /** `diskBytesRead` counts bytes on disk (before gunzip) for progress. */
  | { readonly type: 'file'; readonly name: string }
  | { readonly type: 'chunk'; readonly data: Uint8Array; readonly diskBytesRead: number }
  | { readonly type: 'file-end' }
  /** A file (or folder entry) that could not be opened or read; other files go on. */
  | { readonly type: 'file-problem'; readonly problem: Problem }
  | { readonly type: 'end' };

/** Messages of the receiver on the same port. */
export type StreamReply = { readonly type: 'consumed'; readonly bytes: number } | { readonly type: 'cancel' };

/** Most bytes sent and not yet confirmed: bounds the memory of a 2 GB import. */
export const STREAM_WINDOW_BYTES = 16 * 1024 * 1024;
