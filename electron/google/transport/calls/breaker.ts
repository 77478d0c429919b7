import type { ApiFailureData } from '../api-failure.ts';

/** Knows where nothing answers any more, so that a lost network does not cost every call its retries. */
export interface Breaker {
  /**
   * Whether a call to the place may be made. Where nothing answers one call may, to find out, and others wait for what comes of
   * it.
   */
  admit(place: string): Promise<Admission>;
  /** Something of Google's was heard from the place, good or bad. */
  heard(place: string): void;
  /** A call got no sign of life from the place. `call` tells calls apart; their further attempts do not count. */
  silent(place: string, call: number, failure: ApiFailureData): void;
}

/** Whether a call may be made. */
export interface Admission {
  /** Why not. */
  readonly refusal?: ApiFailureData;
  /** To be called when the call has ended and what became of it was told. */
  readonly end: () => void;
}

/** Calls without a sign of life, since the last one. */
interface Silence {
  /** Milliseconds since 1970. */
  readonly since: number;
  readonly calls: Set<number>;
  readonly places: Set<string>;
  failure: ApiFailureData;
  /** When it was last found out that there is still silence. */
  known: number;
}

/** Calls that have to get no sign of life. */
const CALLS = 3;
/** Milliseconds for which there has to be none: a network that is changed is back sooner. */
const PATIENCE = 20_000;
/** Milliseconds after which a call is let through to find out. */
const INTERVAL = 5000;

const ADMITTED: Admission = { end: () => undefined };

/**
 * Makes a breaker for one API. It opens for a place (a region) where no call was answered or connected, and for the whole API when
 * no connection to several places can be made; a region that merely does not answer says nothing of the others.
 */
export function createBreaker(now: () => number): Breaker {
  const places = new Map<string, Silence>();
  /** Calls that find out, by their place; each resolves when it has. */
  const probes = new Map<string, Promise<void>>();
  let everywhere: Silence | undefined;

  function isOpen(silence: Silence | undefined, leastPlaces: number): silence is Silence {
    return (
      silence !== undefined &&
      silence.calls.size >= CALLS &&
      silence.places.size >= leastPlaces &&
      now() - silence.since >= PATIENCE
    );
  }

  function grow(known: Silence | undefined, place: string, call: number, failure: ApiFailureData): Silence {
    const time = now();
    const since = failure.status === 'timeout' ? time - failure.milliseconds : time;
    const silence = known ?? { since, calls: new Set(), places: new Set(), failure, known: time };
    silence.calls.add(call);
    silence.places.add(place);
    silence.failure = failure;
    silence.known = time;
    return silence;
  }

  function openFor(place: string): Silence | undefined {
    const here = places.get(place);
    return isOpen(everywhere, 2) ? everywhere : isOpen(here, 1) ? here : undefined;
  }

  /** The probe that a place waits for: where the whole API is silent, that of any place. */
  function probeFor(place: string): Promise<void> | undefined {
    return isOpen(everywhere, 2) ? [...probes.values()][0] : probes.get(place);
  }

  function beginProbe(place: string): Admission {
    const done = new AbortController();
    const outcome = new Promise<void>((resolve) => {
      done.signal.addEventListener('abort', () => resolve());
    });
    probes.set(place, outcome);
    return {
      end() {
        if (probes.get(place) === outcome) {
          probes.delete(place);
        }
        done.abort();
      },
    };
  }

  return {
    async admit(place) {
      let silence = openFor(place);
      const probe = silence === undefined ? undefined : probeFor(place);
      if (probe !== undefined) {
        await probe;
        silence = openFor(place);
      }
      if (silence === undefined) {
        return ADMITTED;
      }
      if (probe === undefined && now() - silence.known >= INTERVAL) {
        return beginProbe(place);
      }
      const when = new Date(silence.since).toISOString().replace(/\.\d+Z$/u, 'Z');
      const message = `Not called, since nothing has answered since ${when}: ${silence.failure.message}`;
      return { ...ADMITTED, refusal: { ...silence.failure, message } };
    },
    heard(place) {
      places.delete(place);
      everywhere = undefined;
    },
    silent(place, call, failure) {
      places.set(place, grow(places.get(place), place, call, failure));
      if (failure.status === 'unavailable') {
        everywhere = grow(everywhere, place, call, failure);
      }
    },
  };
}
