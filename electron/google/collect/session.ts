import type { Problem } from '../../../shared/errors/problem.ts';
import type { CollectionRecord } from '../../../shared/inventory/collection/collection-record.ts';
import { coverageKey } from '../../../shared/inventory/collection/coverage-key.ts';
import type { CoverageRow, ProjectTie } from '../../../shared/inventory/inventory.ts';
import { KINDS } from '../../../shared/kinds/index.ts';
import type { CollectionRequest } from '../../../shared/ipc/connect.ts';
import type { JsonObject } from '../../../shared/json.ts';
import type { ResourceName } from '../../../shared/resource/resource-name.ts';
import type { ResourceDocument } from '../../../shared/resource/document.ts';
import { ApiFailure } from '../transport/api-failure.ts';
import type { ApiFailureData, ApiFailureStatus } from '../transport/api-failure.ts';
import { failureOf } from './failure-row.ts';
import type { Channel } from './channel.ts';
import type { CollectionNotice, CollectionProgress, CollectOptions } from './collect-types.ts';
import { NameBook } from './name-book.ts';
import { ProgressLog } from './progress-log.ts';
import { createWorkQueue } from './work-queue.ts';
import type { WorkQueue } from './work-queue.ts';

/** Tasks of one API that are under way at once; how many calls they make at once is bounded by the transport. */
const TASKS_PER_SERVICE = 16;

/** Statuses with which nothing that was asked for is missing; a resource that does not exist is not missing either. */
const COMPLETE: ReadonlySet<CoverageRow['status']> = new Set(['read', 'not-offered', 'external', 'skipped']);

/** Whether a row says that nothing is missing of what it is about. */
function isComplete({ status, resource }: CoverageRow): boolean {
  return COMPLETE.has(status) || (status === 'not-found' && resource !== undefined);
}

/** Failures that every call about the project would meet. */
const CLOSING: ReadonlySet<ApiFailureStatus> = new Set(['api-disabled', 'project-unknown', 'quota-project-required']);

/** What all parts of one collection share. */
export class Session {
  readonly request: CollectionRequest;
  readonly options: CollectOptions;
  readonly names = new NameBook();
  readonly progress: ProgressLog;
  /** IAM policies that came in bulk, by the name of their resource as the source spells it. */
  readonly policies = new Map<ResourceName, JsonObject>();
  readonly work: WorkQueue = createWorkQueue(TASKS_PER_SERVICE);
  /** Aborted when the collection is cancelled, or the user gives up logging in. */
  readonly signal: AbortSignal;
  readonly #channel: Channel<CollectionRecord | CollectionProgress>;
  readonly #stop = new AbortController();
  readonly #closed = new Map<string, ApiFailureData>();
  /** Readings of which something is missing, by the key of their row. */
  readonly #incomplete = new Set<string>();
  /** Keys of all rows about single resources or other gaps, so that one is replaced when what it is about was read after all. */
  readonly #gaps = new Set<string>();
  #pausing: Promise<'resumed' | 'stopped'> | undefined;
  /** How often the user has logged in again. */
  #logins = 0;

  constructor(
    request: CollectionRequest,
    options: CollectOptions,
    channel: Channel<CollectionRecord | CollectionProgress>,
  ) {
    this.request = request;
    this.options = options;
    this.#channel = channel;
    this.progress = new ProgressLog(options.now);
    this.signal = AbortSignal.any([options.signal, this.#stop.signal]);
  }

  get isCancelled(): boolean {
    return this.signal.aborted;
  }

  /** Whether nothing is missing of what was asked for, as far as it was read. */
  get isComplete(): boolean {
    return this.#incomplete.size === 0;
  }

  async emit(record: CollectionRecord): Promise<void> {
    await this.#channel.push(record);
  }

  async document(document: ResourceDocument, problems: readonly Problem[] = []): Promise<void> {
    for (const problem of problems) {
      await this.emit({ type: 'problem', problem });
    }
    await this.emit({ type: 'document', document });
  }

  /** Takes a row into account that was given before. */
  knows(row: CoverageRow): void {
    const key = coverageKey(row);
    this.#gaps.add(key);
    if (isComplete(row)) {
      this.#incomplete.delete(key);
    } else {
      this.#incomplete.add(key);
    }
  }

  /** A row of an earlier time about something that is read again now. */
  knewGap(row: CoverageRow): void {
    this.#gaps.add(coverageKey(row));
  }

  /** Something was read: says so where a row says that it was not. */
  async succeeded(row: Omit<CoverageRow, 'status' | 'count'>): Promise<void> {
    const project = this.names.project(row.project);
    const full: CoverageRow = { ...row, project, status: 'read', count: 1 };
    if (this.#gaps.has(coverageKey(full))) {
      await this.coverage(full);
    }
  }

  /** A kind is read location by location in a project of which a row said something as a whole. */
  async split(place: Pick<CoverageRow, 'project' | 'kind'>): Promise<void> {
    const row: CoverageRow = { ...place, location: '-', status: 'read', count: 0 };
    if (this.#gaps.has(coverageKey(row))) {
      await this.coverage({ ...row, error: 'Each location was read for itself and has a row of its own.' });
    }
  }

  async coverage(said: CoverageRow): Promise<void> {
    // One project has one spelling in the table, so that roles are not named twice.
    const row = { ...said, project: this.names.project(said.project) };
    this.knows(row);
    await this.emit({ type: 'coverage', row });
    await this.tick();
  }

  async tie(tie: ProjectTie): Promise<void> {
    if (this.names.learn(tie)) {
      await this.emit({ type: 'project', tie });
    }
  }

  /** Says of every kind that what is only named was not asked for. */
  async leftOut(): Promise<void> {
    for (const { id, api } of KINDS) {
      if ('get' in api) {
        await this.coverage({
          project: '-',
          location: '-',
          kind: id,
          status: 'skipped',
          count: 0,
          extent: 'named',
          error: 'Only what is listed was asked for, not what it names.',
        });
      }
    }
  }

  async notice(notice: CollectionNotice): Promise<void> {
    this.progress.notice(notice);
    await this.tick(true);
  }

  /** Reports progress, if it is time to. */
  async tick(always = false): Promise<void> {
    const report = this.progress.report(always);
    if (report !== undefined) {
      await this.#channel.push(report);
    }
  }

  /** Makes a call; where the login has ended, waits for a new one and makes it again. Rejects with an `ApiFailure`. */
  async call<Answer>(make: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
    for (;;) {
      if (this.#pausing !== undefined) {
        await this.#pausing;
      }
      const logins = this.#logins;
      try {
        return await make(this.signal);
      } catch (error) {
        const failure = failureOf(error);
        if (failure.status !== 'unauthenticated' || this.isCancelled) {
          throw error;
        }
        if (logins !== this.#logins) {
          // It was made with the login before the present one.
          continue;
        }
        this.#pausing ??= this.#pause(failure);
        if ((await this.#pausing) === 'stopped') {
          throw error;
        }
      }
    }
  }

  /**
   * As `call`, for calls to a service about a project. Where one shows that none will be answered (the API is not enabled, the
   * project is unknown), the others are not made and fail in the same way.
   */
  async callAbout<Answer>(
    service: string,
    project: string,
    make: (signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer> {
    const key = `${service} ${project}`;
    const closed = this.#closed.get(key);
    if (closed !== undefined) {
      throw new ApiFailure(closed);
    }
    try {
      return await this.call(make);
    } catch (error) {
      const failure = failureOf(error);
      if (CLOSING.has(failure.status)) {
        this.#closed.set(key, failure);
      }
      throw error;
    }
  }

  async #pause(failure: ApiFailureData): Promise<'resumed' | 'stopped'> {
    this.progress.pause(failure);
    await this.tick(true);
    const cancelled = new Promise<'stopped'>((resolve) => {
      this.options.signal.addEventListener('abort', () => resolve('stopped'), { once: true });
    });
    const outcome = await Promise.race([this.options.gate.pause(failure), cancelled]);
    this.progress.pause(undefined);
    this.#pausing = undefined;
    if (outcome === 'stopped') {
      this.#stop.abort();
    } else {
      this.#logins += 1;
    }
    await this.tick(true);
    return outcome;
  }
}
