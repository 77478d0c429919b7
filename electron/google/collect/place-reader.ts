import type { CoverageRow } from '../../../shared/inventory/inventory.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { kindById } from '../../../shared/kinds/index.ts';
import { firstStringAt, pathSteps } from '../../../shared/links/field-path.ts';
import { isProjectNumber } from '../../../shared/resource/name-identity.ts';
import type { ApiFailureData } from '../transport/api-failure.ts';
import type { Page } from '../transport/transport.ts';
import { describeFailure, failureOf } from './failure-row.ts';
import { listPage, timeFieldOf } from './list-page.ts';
import type { Place } from './list-page.ts';
import { makeDocument } from './make-document.ts';
import type { NamedAnswer } from './make-document.ts';
import type { Session } from './session.ts';
import { divideWindow, splitWindow } from './time-windows.ts';
import type { TimeWindow } from './time-windows.ts';

/** What the rest of the collector does with what a place gives. */
export interface PlaceEvents {
  /** A resource that is new or changed. Resolves when it may be forgotten. */
  document(made: NamedAnswer): Promise<void>;
  /** Everything was read that could be; `complete` when that is all. */
  end(complete: boolean): Promise<void>;
}

/** Splits of one window: each makes it at least four times shorter. */
const DEEPEST_SPLIT = 6;

/** Pages after which a window that looked short is split after all. */
const PATIENCE = 6;

/** Milliseconds a page takes from which reading windows in parallel makes up for the pages that are read twice. */
const SLOW_PAGE = 40;

/** Lists that are begun again because their page tokens expired, in one place. */
const MOST_RESTARTS = 5;

/** Milliseconds; the API's times are finer. */
const NEXT = 1;

/** Reads one place page by page, and long lists in windows of time that are read in parallel. */
export class PlaceReader {
  readonly #place: Place;
  readonly #session: Session;
  readonly #events: PlaceEvents;
  /** Names met so far, with the time of the last change: windows overlap, and lists change while they are read. */
  readonly #seen = new Map<string, string>();
  #open = 0;
  #restarts = 0;
  /** Number of the project, once an answer has told it. */
  #number = '';
  #isWindowed: boolean;
  #failure: ApiFailureData | undefined;

  constructor(place: Place, session: Session, events: PlaceEvents) {
    this.#place = place;
    this.#session = session;
    this.#events = events;
    this.#isWindowed = timeFieldOf(place.kind) !== undefined;
    session.progress.plan(place.kind, place.location);
  }

  start(): void {
    this.#open = 1;
    this.#session.work.add(this.#lane, async () => {
      this.#session.progress.begin(this.#place.kind, this.#place.location);
      await this.#run(() => this.#readWindow({}, 0));
    });
  }

  /** Adds a task that is part of reading this place. */
  add(task: () => Promise<void>): void {
    this.#open += 1;
    this.#session.work.add(this.#lane, () => this.#run(task));
  }

  get #lane(): string {
    return kindById(this.#place.kind).service;
  }

  async #run(task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      this.#failure ??= failureOf(error);
    }
    this.#open -= 1;
    if (this.#open === 0) {
      await this.#end();
    }
  }

  async #readWindow(window: TimeWindow, level: number): Promise<void> {
    const times: number[] = [];
    let milliseconds = 0;
    let asked = this.#ask(window, undefined);
    for (let pages = 1; ; pages += 1) {
      const answer = await asked;
      const { page } = answer;
      if (page === 'ended') {
        return;
      }
      if (page === 'restart') {
        this.#restart(window, times, level);
        return;
      }
      milliseconds += answer.milliseconds;
      times.push(...page.items.flatMap((item) => this.#timeOf(item)));
      const isSlow = milliseconds / pages >= SLOW_PAGE;
      const mayHelp = this.#isWindowed && isSlow && level < DEEPEST_SPLIT && page.nextPageToken !== undefined;
      const windows = mayHelp ? splitAfter(pages, window, times) : undefined;
      const next =
        page.nextPageToken === undefined || windows !== undefined ? undefined : this.#ask(window, page.nextPageToken);
      // That it failed is told when its turn comes.
      next?.catch(() => undefined);
      for (const item of page.items) {
        await this.#take(item);
      }
      await this.#session.tick();
      if (next === undefined) {
        this.#readAll(windows ?? [], level + 1);
        return;
      }
      asked = next;
    }
  }

  /** Asks for a page; the next one is under way while one is taken up, so that neither Google nor this program waits for the other. */
  async #ask(
    window: TimeWindow,
    pageToken: string | undefined,
  ): Promise<{ readonly page: Page | 'restart' | 'ended'; readonly milliseconds: number }> {
    const { now } = this.#session.options;
    const began = now();
    const page = await this.#page(window, pageToken);
    return { page, milliseconds: now() - began };
  }

  #readAll(windows: readonly TimeWindow[], level: number): void {
    for (const window of windows) {
      this.add(() => this.#readWindow(window, level));
    }
  }

  async #page(window: TimeWindow, pageToken: string | undefined): Promise<Page | 'restart' | 'ended'> {
    try {
      return await this.#session.callAbout(this.#lane, this.#place.project, (signal) =>
        listPage(this.#session.options.transport, this.#place, { window, pageToken, signal }),
      );
    } catch (error) {
      const { status } = failureOf(error);
      if (status === 'page-token-expired' && this.#restarts < MOST_RESTARTS) {
        this.#restarts += 1;
        return 'restart';
      }
      const isFiltered = window.from !== undefined || window.to !== undefined;
      if (status === 'invalid' && isFiltered) {
        // The list cannot be filtered by time after all: one window is the whole of it.
        if (this.#isWindowed) {
          this.#isWindowed = false;
          return await this.#page({}, undefined).then((page) => this.#readOn(page));
        }
        return 'ended';
      }
      throw error;
    }
  }

  /** Reads the whole list after its first page, without windows. */
  async #readOn(first: Page | 'restart' | 'ended'): Promise<'ended'> {
    let page = first;
    while (typeof page === 'object') {
      for (const item of page.items) {
        await this.#take(item);
      }
      if (page.nextPageToken === undefined) {
        break;
      }
      page = await this.#page({}, page.nextPageToken);
    }
    return 'ended';
  }

  /** Begins a window again, in two parts where the time reached so far tells how. */
  #restart(window: TimeWindow, times: readonly number[], level: number): void {
    const reached = times.length === 0 ? undefined : Math.min(...times);
    const isInside =
      reached !== undefined &&
      this.#isWindowed &&
      reached > (window.from ?? -Infinity) &&
      reached < (window.to ?? Infinity);
    this.#readAll(
      isInside
        ? [
            { ...window, from: reached },
            { ...window, to: reached },
          ]
        : [window],
      level,
    );
  }

  /** The time of creation, if it has one. */
  #timeOf(item: JsonObject): readonly number[] {
    const { created = '' } = kindById(this.#place.kind).times;
    const time = Date.parse(textAt(item, created));
    return Number.isNaN(time) ? [] : [time];
  }

  async #take(item: JsonObject): Promise<void> {
    const { kind, project, location } = this.#place;
    const made = makeDocument(kind, item, { project, ...(location === '-' ? {} : { location }) });
    const { updated = '' } = kindById(kind).times;
    if (made === undefined) {
      await this.#session.emit({
        type: 'problem',
        problem: {
          code: 'no-name',
          severity: 'error',
          file: kindById(kind).service,
          reason: `The list of ${kindById(kind).plural} in ${project}, ${location} has one without a name.`,
        },
      });
      return;
    }
    const { name } = made;
    if (name.project !== undefined && name.project !== this.#number && isProjectNumber(name.project)) {
      this.#number = name.project;
      const source = `${kindById(kind).service}: asked for ${project}`;
      await this.#session.tie({ projectId: project, projectNumber: name.project, source });
    }
    const version = textAt(item, updated);
    const known = this.#seen.get(name.name);
    if (known === undefined) {
      this.#session.progress.listed(kind, location, 1);
    }
    if (known === undefined || known !== version) {
      this.#seen.set(name.name, version);
      await this.#events.document(made);
    }
  }

  async #end(): Promise<void> {
    const { kind, project, location, filter } = this.#place;
    const { permissions } = kindById(kind);
    const count = this.#seen.size;
    const extent = filter === undefined ? {} : { extent: 'named' as const };
    const row: Pick<CoverageRow, 'project' | 'location' | 'kind' | 'count' | 'extent'> = {
      project,
      location,
      kind,
      count,
      ...extent,
    };
    const failure = this.#failure;
    this.#session.progress.end(kind, location, failure === undefined);
    await this.#events.end(failure === undefined);
    await this.#session.coverage(
      failure === undefined
        ? { ...row, status: 'read' }
        : {
            ...row,
            ...describeFailure(failure, kind, { permission: permissions.list, role: permissions.role }),
          },
    );
  }
}

function splitAfter(pages: number, window: TimeWindow, times: readonly number[]): readonly TimeWindow[] | undefined {
  if (pages === 1) {
    return splitWindow(window, times);
  }
  const { from, to } = window;
  return pages === PATIENCE && from !== undefined && to !== undefined && to - from > NEXT
    ? divideWindow({ from, to }, PATIENCE)
    : undefined;
}

function textAt(item: JsonObject, path: string): string {
  return path === '' ? '' : (firstStringAt(item, pathSteps(path)) ?? '');
}
