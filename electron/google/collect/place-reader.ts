import type { CoverageRow } from '../../../shared/inventory/inventory.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { kindById } from '../../../shared/kinds/index.ts';
import type { KindId } from '../../../shared/kinds/index.ts';
import { firstStringAt, pathSteps } from '../../../shared/links/field-path.ts';
import { isProjectNumber } from '../../../shared/resource/name-identity.ts';
import type { ApiFailureData } from '../transport/api-failure.ts';
import type { Page } from '../transport/transport.ts';
import { describeFailure, failureOf } from './failure-row.ts';
import { makeDocument } from './make-document.ts';
import type { NamedAnswer } from './make-document.ts';
import type { Session } from './session.ts';
import { divideWindow, splitWindow, windowFilter } from './time-windows.ts';
import type { TimeWindow } from './time-windows.ts';

/** One kind in one place. */
export interface Place {
  readonly kind: KindId;
  readonly project: string;
  /** `-` for a list of all locations. */
  readonly location: string;
  /** Of the API's own grammar. */
  readonly filter?: string;
}

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
    this.#isWindowed = this.#timeField !== undefined;
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

  get #timeField(): string | undefined {
    const { api } = kindById(this.#place.kind);
    return 'list' in api && api.list?.place === 'vertex-location' ? api.list.timeField : undefined;
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
    let pageToken: string | undefined;
    const { now } = this.#session.options;
    const began = now();
    for (let pages = 1; ; pages += 1) {
      const page = await this.#page(window, pageToken);
      if (page === 'ended') {
        return;
      }
      if (page === 'restart') {
        this.#restart(window, times, level);
        return;
      }
      for (const item of page.items) {
        times.push(...(await this.#take(item)));
      }
      await this.#session.tick();
      pageToken = page.nextPageToken;
      if (pageToken === undefined) {
        return;
      }
      const isSlow = (now() - began) / pages >= SLOW_PAGE;
      const mayHelp = this.#isWindowed && isSlow && level < DEEPEST_SPLIT;
      const windows = mayHelp ? splitAfter(pages, window, times) : undefined;
      if (windows !== undefined) {
        this.#readAll(windows, level + 1);
        return;
      }
    }
  }

  #readAll(windows: readonly TimeWindow[], level: number): void {
    for (const window of windows) {
      this.add(() => this.#readWindow(window, level));
    }
  }

  async #page(window: TimeWindow, pageToken: string | undefined): Promise<Page | 'restart' | 'ended'> {
    try {
      return await this.#session.callAbout(this.#lane, this.#place.project, (signal) =>
        this.#list(window, pageToken, signal),
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

  async #list(window: TimeWindow, pageToken: string | undefined, signal: AbortSignal): Promise<Page> {
    const { kind, project, location, filter } = this.#place;
    const { api, service } = kindById(kind);
    const { transport } = this.#session.options;
    const token = pageToken === undefined ? {} : { pageToken };
    if ('list' in api && api.list?.place === 'project') {
      const query = Object.fromEntries(
        Object.entries(api.list.query ?? {}).map(([key, text]) => [key, text.replaceAll('{project}', project)]),
      );
      const path = api.list.path.replaceAll('{project}', encodeURIComponent(project).replaceAll('%3A', ':'));
      return transport.list({ service, path, query, collectionKey: api.list.key, signal, ...token });
    }
    const time = windowFilter(this.#timeField ?? '', window);
    const parts = [filter === undefined || time === '' ? (filter ?? '') : `(${filter})`, time];
    const both = parts.filter((part) => part !== '').join(' AND ');
    return transport.listPage({
      kind,
      parent: `projects/${project}/locations/${location}`,
      signal,
      ...(both === '' ? {} : { filter: both }),
      ...token,
    });
  }

  /** Returns the time of creation, if it has one. */
  async #take(item: JsonObject): Promise<readonly number[]> {
    const { kind, project, location } = this.#place;
    const made = makeDocument(kind, item, { project, ...(location === '-' ? {} : { location }) });
    const { created = '', updated = '' } = kindById(kind).times;
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
      return [];
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
    const time = Date.parse(textAt(item, created));
    return Number.isNaN(time) ? [] : [time];
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
