import type { CollectionProgress } from '../google/collect/collect-types.ts';
import { describeNotice } from '../google/describe-notice.ts';
import type { Terminal } from './terminal.ts';
import { printable } from './terminal.ts';

/** Milliseconds between two lines where the output is no terminal. */
const LINE_INTERVAL = 5000;

const BAR_WIDTH = 24;

/** Shows how far a collection has come: a bar on a terminal, a line now and then elsewhere. */
export interface LiveProgress {
  show(progress: CollectionProgress): void;
  clear(): void;
}

/** Makes a display on the terminal's standard error. */
export function createLiveProgress({ stderr }: Terminal, now: () => number): LiveProgress {
  const isTerminal = stderr.isTTY === true;
  const told = new Set<string>();
  let shownAt = isTerminal ? -Infinity : now();
  let isShown = false;

  function clear(): void {
    if (isShown) {
      stderr.write('\r\u001b[K');
      isShown = false;
    }
  }

  return {
    clear,
    show(progress) {
      for (const notice of progress.notices.map(describeNotice)) {
        if (!told.has(notice)) {
          told.add(notice);
          clear();
          stderr.write(`note: ${printable(notice)}\n`);
        }
      }
      if (isTerminal) {
        stderr.write(`\r\u001b[K${barOf(progress)} ${describe(progress)}`);
        isShown = true;
      } else if (now() - shownAt >= LINE_INTERVAL) {
        shownAt = now();
        stderr.write(`collecting: ${describe(progress)}\n`);
      }
    },
  };
}

function barOf(progress: CollectionProgress): string {
  const { done, total } = countsOf(progress);
  const filled = total === 0 ? 0 : Math.round((BAR_WIDTH * done) / total);
  return `[${'#'.repeat(filled)}${'-'.repeat(BAR_WIDTH - filled)}]`;
}

/** `1200 documents, 310/s, 45 of 120 readings, about 12 s left`. */
function describe(progress: CollectionProgress): string {
  const { done, total, failed } = countsOf(progress);
  const { documents, rate, remaining, paused } = progress;
  return [
    `${documents} documents`,
    `${Math.round(rate)}/s`,
    `${done} of ${total} readings`,
    ...(failed === 0 ? [] : [`${failed} failed`]),
    ...(paused !== undefined
      ? ['waiting for a login']
      : remaining === undefined
        ? []
        : [`about ${Math.ceil(remaining)} s left`]),
  ].join(', ');
}

function countsOf({ places, linked }: CollectionProgress): { done: number; total: number; failed: number } {
  let done = linked.done + linked.failed;
  let total = linked.found;
  let { failed } = linked;
  for (const place of places) {
    done += place.read + place.failed;
    total += place.read + place.failed + place.waiting + place.reading;
    failed += place.failed;
  }
  return { done, total, failed };
}
