import { AppFailure } from '../../app/app-failure.ts';
import type { Interrupted } from '../../app/interrupted.ts';
import type { InventoryWindows } from '../../app/inventory-windows.ts';
import type { ReviewKeeper } from '../../app/review-keeper.ts';
import { describeSystemError } from '../../files/describe-system-error.ts';
import type { Handlers } from '../register.ts';
import { requireFiles } from './files.ts';

type ReviewChannel = Extract<keyof Handlers, `review:${string}`>;

/** What the handlers need of the rest of the app. */
export interface ReviewServices {
  readonly keeper: ReviewKeeper;
  readonly interrupted: Pick<Interrupted, 'list' | 'take'>;
  readonly windows: Pick<InventoryWindows, 'open'>;
}

/** Returns the handlers by which the work on an inventory is kept and gone on with. */
export function reviewHandlers({ keeper, interrupted, windows }: ReviewServices): Pick<Handlers, ReviewChannel> {
  return {
    'review:load': (_request, contents) => kept(() => keeper.load(contents)),
    'review:save': async ({ key, text }, contents) => ({ kept: await kept(() => keeper.save(contents, key, text)) }),
    'review:set-aside': async ({ key }, contents) => {
      await kept(() => keeper.setAside(contents, key));
      return undefined;
    },
    'review:list-interrupted': () => [...interrupted.list()],
    'review:go-on': async ({ id }, contents) => {
      const request = interrupted.take(id);
      if (request === undefined || request.source === 'live') {
        throw new AppFailure({ kind: 'file-not-found', file: 'The interrupted inventory' });
      }
      await requireFiles(request.paths);
      return { outcome: windows.open(request, contents) };
    },
  };
}

async function kept<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw new AppFailure({ kind: 'review-not-kept', reason: describeSystemError(error) }, error);
  }
}
