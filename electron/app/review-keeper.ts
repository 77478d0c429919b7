import type { WebContents } from 'electron';
import type { KeptReviews } from '../files/kept-reviews.ts';
import { keyOfInventory } from '../files/kept-reviews.ts';
import type { OpenRequest } from './inventory-windows.ts';

/** What a window learns when it opens an inventory. */
export interface LoadedReview {
  /** Names the inventory in `save`. */
  readonly key: string;
  /** What was kept of the work on it. */
  readonly text?: string;
  /** Another window has it open already, and keeps the work done there. */
  readonly elsewhere: boolean;
}

/** Keeps the work on the inventories that the windows show. */
export interface ReviewKeeper {
  /** What is kept for the inventory that a window opens; from now on the window may save under its key. */
  load(contents: WebContents): Promise<LoadedReview | undefined>;
  /** Keeps a text; false where the window does not have that inventory, or not as the first. */
  save(contents: WebContents, key: string, text: string): Promise<boolean>;
  /** Puts aside what a window could not read. */
  setAside(contents: WebContents, key: string): Promise<boolean>;
}

/** What the keeper needs of the rest of the app. */
export interface ReviewKeeperOptions {
  readonly reviews: Pick<KeptReviews, 'read' | 'write' | 'setAside'>;
  readonly find: (contents: WebContents) => { readonly request: OpenRequest | undefined } | undefined;
}

/** Returns the keeper; no window has an inventory yet. */
export function createReviewKeeper({ reviews, find }: ReviewKeeperOptions): ReviewKeeper {
  /** The window that saves under a key: the first that opened the inventory and is still there. */
  const owners = new Map<string, WebContents>();

  function owns(contents: WebContents, key: string): boolean {
    return owners.get(key) === contents;
  }

  function release(contents: WebContents): void {
    for (const [key, owner] of owners) if (owner === contents || owner.isDestroyed()) owners.delete(key);
  }

  return {
    async load(contents) {
      const request = find(contents)?.request;
      if (request === undefined) return undefined;
      const key = keyOfInventory(identityOf(request));
      release(contents);
      const elsewhere = owners.has(key);
      if (!elsewhere) owners.set(key, contents);
      const text = await reviews.read(key);
      return { key, elsewhere, ...(text === undefined ? {} : { text }) };
    },
    async save(contents, key, text) {
      if (!owns(contents, key)) return false;
      await reviews.write(key, text);
      return true;
    },
    async setAside(contents, key) {
      if (!owns(contents, key)) return false;
      await reviews.setAside(key);
      return true;
    },
  };
}

/** What makes an inventory the same one the next time: where it came from, in whatever order. */
export function identityOf(request: OpenRequest): readonly string[] {
  if (request.estate !== undefined) return ['collected', request.estate];
  switch (request.source) {
    case 'sample':
      return ['sample'];
    case 'files':
      return ['files', ...request.paths.toSorted()];
    case 'live':
      return ['collection', request.collection];
  }
}

/** The same of a journal, whose title names all of it (`UnfinishedCollection.title`). */
export function estateOfJournal(title: string): string {
  return estateOf(title.split(', '), undefined);
}

/** What is collected, by projects or scope: two collections of the same are one inventory at two times. */
export function estateOf(projects: readonly string[], scope: string | undefined): string {
  return scope ?? projects.toSorted().join(', ');
}
