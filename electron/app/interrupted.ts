import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { JsonStore } from '../settings/json-store.ts';
import type { OpenRequest } from './inventory-windows.ts';

const openedSchema = z.object({
  source: z.enum(['files', 'sample']),
  title: z.string(),
  paths: z.array(z.string().min(1)).min(1).max(1000),
  estate: z.string().exactOptional(),
});

/** What is on the disk: the inventories that are open. */
export const openedListSchema = z.array(openedSchema);

export type Opened = z.infer<typeof openedSchema>;

/** An inventory that was open when the app ended without being closed. */
export interface InterruptedInventory {
  readonly id: string;
  readonly title: string;
  readonly location: string;
}

/** Remembers what is open, so that it can be gone on with after the app was cut off. */
export interface Interrupted {
  /** What was open when the app ended last, if that was no proper end. */
  list(): readonly InterruptedInventory[];
  /** The inventory of an entry, which is then no longer in the list. */
  take(id: string): OpenRequest | undefined;
  /** Notes what is open now. Collections are not: what was read of them is kept as such. */
  note(open: readonly OpenRequest[]): Promise<void>;
}

/** Returns the memory; `store` has what an earlier run noted last. */
export function createInterrupted(store: Pick<JsonStore<Opened[]>, 'get' | 'set'>): Interrupted {
  let before = store.get();
  let noted = JSON.stringify(before);
  return {
    list: () => before.map((opened) => ({ id: idOf(opened), title: opened.title, location: locationOf(opened) })),
    take(id) {
      const found = before.find((opened) => idOf(opened) === id);
      before = before.filter((opened) => opened !== found);
      return found;
    },
    async note(open) {
      const now = open.flatMap((request): Opened[] =>
        request.source === 'live' ? [] : [{ ...request, paths: [...request.paths] }],
      );
      // What is open again, whichever way, need not be offered.
      const again = new Set(now.map(idOf));
      before = before.filter((opened) => !again.has(idOf(opened)));
      const text = JSON.stringify(now);
      if (text === noted) return;
      noted = text;
      await store.set(now);
    },
  };
}

function locationOf({ source, paths }: Opened): string {
  return source === 'sample' ? '' : dirname(paths[0] ?? '');
}

function idOf({ paths }: Opened): string {
  return createHash('sha256').update(paths.join('\0')).digest('hex').slice(0, 16);
}
