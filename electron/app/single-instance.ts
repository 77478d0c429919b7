import type { App } from 'electron';
import { z } from 'zod';
import { readQuery } from '../../shared/ipc/query-link.ts';

/** What a second start of the app hands to the first. Its argv is not used: Chromium reorders and extends it. */
const startSchema = z.object({
  files: z.array(z.string().min(1).max(4096)).max(10_000),
  sample: z.boolean(),
  query: z
    .string()
    .refine((query) => readQuery(query) === query)
    .exactOptional(),
});

/** What to open: absolute paths, or the sample; and what to search for in it, or in what is open. */
export interface StartRequest {
  readonly files: readonly string[];
  readonly sample: boolean;
  readonly query?: string;
}

/**
 * Makes this the only instance, or returns false when there is one already: it then gets `start` and this one should end.
 * `started` is called for later starts, also by other programs of the same user: what they send is checked.
 */
export function becomeOnlyInstance(
  app: Pick<App, 'requestSingleInstanceLock' | 'on'>,
  start: StartRequest,
  started: (start: StartRequest) => void,
): boolean {
  const { files, sample, query } = start;
  if (!app.requestSingleInstanceLock({ files, sample, ...(query === undefined ? {} : { query }) })) return false;
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const later = startSchema.safeParse(data);
    started(later.success ? later.data : { files: [], sample: false });
  });
  return true;
}
