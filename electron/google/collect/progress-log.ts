import type { KindId } from '../../../shared/kinds/index.ts';
import type { ApiFailureData } from '../transport/api-failure.ts';
import type { CollectionNotice, CollectionProgress, PlaceProgress } from './collect-types.ts';

/** Milliseconds between two reports. */
const INTERVAL = 200;

/** Milliseconds over which the rate is taken. */
const RATE_SPAN = 5000;

/** Least part that must be done before the time left is guessed. */
const LEAST_PART = 0.03;

/** How asking for one resource ended. `done`: answered, without a document (there is none, or a tag was resolved). */
export type LinkedOutcome = 'read' | 'done' | 'failed';

type Counts = { -readonly [Key in keyof PlaceProgress]: PlaceProgress[Key] };

/** Counts what is done and what is still to do. */
export class ProgressLog {
  readonly #now: () => number;
  readonly #began: number;
  readonly #places = new Map<string, Counts>();
  readonly #notices: CollectionNotice[] = [];
  readonly #linked = { found: 0, done: 0, failed: 0 };
  #documents = 0;
  #samples: { readonly time: number; readonly documents: number }[] = [];
  #reported = 0;
  #paused: ApiFailureData | undefined;

  constructor(now: () => number) {
    this.#now = now;
    this.#began = now();
  }

  plan(kind: KindId, location: string): void {
    this.#place(kind, location).waiting += 1;
  }

  begin(kind: KindId, location: string): void {
    const place = this.#place(kind, location);
    place.waiting -= 1;
    place.reading += 1;
  }

  end(kind: KindId, location: string, succeeded: boolean): void {
    const place = this.#place(kind, location);
    place.reading -= 1;
    place[succeeded ? 'read' : 'failed'] += 1;
  }

  /** What was begun is read in another way. */
  drop(kind: KindId, location: string): void {
    const place = this.#place(kind, location);
    place.reading -= 1;
    if (place.reading + place.waiting + place.read + place.failed === 0) {
      this.#places.delete(`${kind} ${location}`);
    }
  }

  listed(kind: KindId, location: string, documents: number): void {
    this.#place(kind, location).documents += documents;
    this.#documents += documents;
  }

  named(): void {
    this.#linked.found += 1;
  }

  linked(outcome: LinkedOutcome): void {
    this.#linked[outcome === 'failed' ? 'failed' : 'done'] += 1;
    this.#documents += outcome === 'read' ? 1 : 0;
  }

  notice(notice: CollectionNotice): void {
    this.#notices.push(notice);
  }

  pause(failure: ApiFailureData | undefined): void {
    this.#paused = failure;
  }

  /** A report, if the last one is long enough ago or `always` is set. */
  report(always = false): CollectionProgress | undefined {
    const now = this.#now();
    if (!always && now - this.#reported < INTERVAL) {
      return undefined;
    }
    this.#reported = now;
    this.#samples = [
      ...this.#samples.filter(({ time }) => now - time <= RATE_SPAN),
      { time: now, documents: this.#documents },
    ];
    const remaining = this.#remaining(now);
    return {
      type: 'progress',
      places: [...this.#places.values()].map((place) => ({ ...place })),
      linked: { ...this.#linked },
      documents: this.#documents,
      rate: this.#rate(now),
      notices: [...this.#notices],
      ...(remaining === undefined ? {} : { remaining }),
      ...(this.#paused === undefined ? {} : { paused: this.#paused }),
    };
  }

  #place(kind: KindId, location: string): Counts {
    const key = `${kind} ${location}`;
    const place = this.#places.get(key) ?? { kind, location, waiting: 0, reading: 0, read: 0, failed: 0, documents: 0 };
    this.#places.set(key, place);
    return place;
  }

  #rate(now: number): number {
    const first = this.#samples[0];
    const seconds = first === undefined ? 0 : (now - first.time) / 1000;
    return first === undefined || seconds === 0 ? 0 : (this.#documents - first.documents) / seconds;
  }

  #remaining(now: number): number | undefined {
    let total = this.#linked.found;
    let done = this.#linked.done + this.#linked.failed;
    for (const { waiting, reading, read, failed } of this.#places.values()) {
      total += waiting + reading + read + failed;
      done += read + failed;
    }
    const part = total === 0 ? 0 : done / total;
    return part < LEAST_PART ? undefined : ((now - this.#began) / 1000) * (1 / part - 1);
  }
}
