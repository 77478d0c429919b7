import type { UnaskedRule } from '../../../shared/kinds/api.ts';
import { COVERAGE_ASPECTS } from '../../../shared/inventory/inventory.ts';
import type { CoverageRow } from '../../../shared/inventory/inventory.ts';
import { kindById } from '../../../shared/kinds/index.ts';
import type { KindId } from '../../../shared/kinds/index.ts';
import type { ResourceDocument } from '../../../shared/resource/document.ts';
import type { ParsedName, ResourceName } from '../../../shared/resource/resource-name.ts';
import { isProjectNumber, projectVariable } from '../../../shared/resource/name-identity.ts';
import { parseResourceName, withProject } from '../../../shared/resource/resource-name.ts';
import { unaskedRule } from '../../../shared/kinds/unasked.ts';
import { failureOf } from './failure-row.ts';
import { Frontier, projectName } from './frontier.ts';
import type { NamedResource } from './frontier.ts';
import { fillCall, partKindsOf, resolutionOf } from './api-paths.ts';
import { readResource, resolveResource, resourceRow } from './linked-reader.ts';
import type { LinkedAnswer, LinkedFailure } from './linked-reader.ts';
import { LinkedSummary } from './linked-summary.ts';
import { makeDocument } from './make-document.ts';
import type { NamedAnswer } from './make-document.ts';
import type { NameFinder } from './find-names.ts';
import type { LinkedOutcome } from './progress-log.ts';
import type { Session } from './session.ts';

const PROJECT = kindById('gcp-cloud-resource-manager-project');

/** Reads the resources that documents name, one by one. */
export class LinkedCollector {
  readonly frontier: Frontier;
  readonly #session: Session;
  readonly #finder: NameFinder;
  readonly #summary = new LinkedSummary();
  /** Other names under which a resource was asked for (tags), by its key. */
  readonly #aliases = new Map<ResourceName, ResourceName[]>();
  /** Documents that may still get a name. */
  readonly #aliased = new Map<ResourceName, ResourceDocument>();
  readonly #numbers = new Map<string, Promise<void>>();
  readonly #probed = new Set<ResourceName>();
  readonly #onGone: (name: ParsedName) => Promise<void>;

  /** `onGone`: the API says that there is no such resource. */
  constructor(
    session: Session,
    finder: NameFinder,
    limit: number,
    isListed: (name: ParsedName) => boolean,
    onGone: (name: ParsedName) => Promise<void>,
  ) {
    this.#session = session;
    this.#finder = finder;
    this.#onGone = onGone;
    this.frontier = new Frontier(limit, session.names, isListed, {
      ask: (resource) => this.#ask(resource),
      unasked: (resource, rule) => this.#unasked(resource, rule),
    });
  }

  /** Asks for a resource that may well not exist. */
  probe(name: ParsedName): void {
    this.#probed.add(this.#session.names.key(name));
    this.frontier.follow(name, 0);
  }

  /** Takes a resource that was read at an earlier time; of what belongs to it, these kinds could not be read. */
  knew(made: NamedAnswer, failedParts: readonly KindId[]): void {
    this.frontier.settle(made.name, this.#finder.read(made));
    this.#summary.read(made.name.kind, this.#projectOf(made.name));
    this.#summary.asked(partKindsOf(made.name.kind), failedParts, this.#projectOf(made.name));
    const { aliases } = made.document;
    if (aliases === undefined) {
      return;
    }
    const key = this.#session.names.key(made.name);
    this.#aliases.set(key, [...aliases]);
    this.#aliased.set(key, made.document);
    for (const alias of aliases) {
      const name = parseResourceName(alias, { kinds: [made.name.kind] });
      if (name !== undefined) {
        this.frontier.settle(name, { named: [made.name], containers: [] });
      }
    }
  }

  /** Follows what a listed document names. */
  followDocument(made: NamedAnswer): void {
    if (this.#session.request.depth === 0) {
      return;
    }
    this.frontier.followDocument(made.name, this.#finder.read(made));
  }

  /** Asks which id a project's number belongs to, once; what cannot be learnt is left as it is. */
  async learnProject(number: string): Promise<void> {
    const asked = this.#numbers.get(number) ?? this.#askProject(number);
    this.#numbers.set(number, asked);
    await asked;
  }

  /** Rows about all resources of a kind in a project, once everything has been read. */
  async finish(isQuestion: boolean): Promise<void> {
    if (this.#session.request.depth === 0 && !isQuestion) {
      await this.#session.leftOut();
    }
    for (const { name } of this.frontier.beyond()) {
      this.#summary.beyond(name.kind, this.#projectOf(name));
    }
    for (const row of this.#summary.rows()) {
      if (!isQuestion || (row.status !== 'read' && row.status !== 'skipped')) {
        await this.#session.coverage(row);
      }
    }
  }

  #ask(resource: NamedResource): void {
    const { kind } = resource.name;
    this.#session.progress.named();
    this.#session.work.add(kindById(kind).service, async () => {
      this.#session.progress.linked(await this.#read(resource));
      await this.#session.tick();
    });
  }

  #unasked({ name }: NamedResource, { status, reason }: UnaskedRule): void {
    this.#session.work.add('unasked', () => this.#session.coverage(resourceRow(name, { status, error: reason })));
  }

  async #read(resource: NamedResource): Promise<LinkedOutcome> {
    const name = await this.#spellById(resource.name);
    if (this.#session.names.key(name) !== resource.key) {
      // It may have been met under its project's id, too.
      resource.state = 'settled';
      resource.names = { named: [name], containers: [] };
      this.frontier.follow(name, resource.depth);
      return 'done';
    }
    const project = this.#projectOf(name);
    resource.state = 'settled';
    if (this.#session.isCancelled) {
      this.#summary.cancelled(name.kind, project);
      return 'failed';
    }
    if (this.#summary.skips(name.kind, project)) {
      return 'failed';
    }
    const { api } = kindById(name.kind);
    if ('resolve' in api && resolutionOf(api.resolve, name) !== undefined) {
      return this.#resolve(resource, project);
    }
    const answer = await readResource(name, this.#session);
    if ('facts' in answer) {
      return this.#failed(name, project, answer);
    }
    await this.#took(name, resource.depth, answer);
    return 'read';
  }

  /** Asks which resource a tag stands for today, and has that one read. */
  async #resolve(resource: NamedResource, project: string): Promise<LinkedOutcome> {
    const { name } = resource;
    const identity = await resolveResource(name, this.#session);
    if ('facts' in identity) {
      return this.#failed(name, project, identity);
    }
    const key = this.#session.names.key(identity);
    this.#aliases.set(key, [...new Set([...(this.#aliases.get(key) ?? []), name.name])]);
    const document = this.#aliased.get(key);
    if (document !== undefined) {
      await this.#session.document(this.#withAliases(key, document));
    }
    resource.names = { named: [identity], containers: [] };
    // The tag is no hop of its own.
    this.frontier.follow(identity, resource.depth);
    return 'done';
  }

  async #took(asked: ParsedName, depth: number, answer: LinkedAnswer): Promise<void> {
    const { name } = answer;
    const key = this.#session.names.key(asked);
    await this.#learnProject(answer);
    this.#summary.read(name.kind, this.#projectOf(asked));
    const others = answer.others.map((other) => other.name);
    for (const other of answer.others) {
      await this.#session.document(other.document, other.problems);
      this.#summary.read(other.name.kind, this.#projectOf(other.name));
      this.frontier.took(other.name, depth + 1, this.#finder.read(other));
    }
    const failed = answer.rows.map(({ kind }) => kind);
    this.#summary.asked(partKindsOf(name.kind), failed, this.#projectOf(asked));
    for (const row of answer.rows) {
      await this.#session.coverage(row);
    }
    // What has its document counts as read, so all that belongs to it comes before.
    await this.#session.document(this.#withAliases(key, answer.document), answer.problems);
    const { api } = kindById(name.kind);
    if ('resolve' in api && api.resolve !== undefined) {
      this.#aliased.set(key, answer.document);
    }
    await this.#session.succeeded(placeOfName(asked));
    await this.partsSucceeded(asked, answer.rows);
    const own = this.#finder.read(answer);
    const names = { ...own, named: [...own.named, ...others] };
    this.frontier.took(asked, depth, names);
    if (this.#session.names.key(name) !== key) {
      this.frontier.took(name, depth, names);
    }
  }

  /** What belongs to a resource was read, but for what `rows` are about. */
  async partsSucceeded(name: ParsedName, rows: readonly CoverageRow[]): Promise<void> {
    for (const aspect of COVERAGE_ASPECTS.filter((each) => !rows.some((row) => row.aspect === each))) {
      for (const kind of [name.kind, ...partKindsOf(name.kind)]) {
        await this.#session.succeeded({ ...placeOfName(name), kind, aspect });
      }
    }
  }

  async #failed(name: ParsedName, project: string, { facts }: LinkedFailure): Promise<LinkedOutcome> {
    if (facts.status === 'cancelled') {
      this.#summary.cancelled(name.kind, project);
      return 'failed';
    }
    const isProbe = this.#probed.has(this.#session.names.key(name));
    if (isProbe && (facts.status === 'not-found' || facts.status === 'not-offered')) {
      return 'done';
    }
    if (this.#summary.failed(name.kind, project, facts)) {
      await this.#session.coverage(resourceRow(name, facts));
    }
    if (facts.status === 'not-found') {
      await this.#onGone(name);
      return 'done';
    }
    return 'failed';
  }

  #withAliases(key: ResourceName, document: ResourceDocument): ResourceDocument {
    const aliases = this.#aliases.get(key);
    return aliases === undefined
      ? document
      : { ...document, aliases: aliases.toSorted(), aliasTime: new Date(this.#session.options.now()).toISOString() };
  }

  /** The name with its project's id in place of the number, where that can be learnt. */
  async #spellById(name: ParsedName): Promise<ParsedName> {
    const { names, isCancelled } = this.#session;
    if (name.project === undefined || !isProjectNumber(name.project) || isCancelled) {
      return name;
    }
    if (names.project(name.project) === name.project) {
      await this.learnProject(name.project);
    }
    return withProject(name, names.project(name.project));
  }

  async #askProject(number: string): Promise<void> {
    const name = projectName(number);
    if (name === undefined || 'unavailable' in PROJECT.api || unaskedRule(name.kind, name.variables) !== undefined) {
      return;
    }
    const { service } = PROJECT;
    const { path, query } = fillCall(PROJECT.api.get, name);
    try {
      const answer = await this.#session.call((signal) =>
        this.#session.options.transport.get({ service, path, query, signal }),
      );
      const made = makeDocument(name.kind, answer, { asked: name });
      if (made !== undefined) {
        await this.#learnProject(made);
      }
    } catch (error) {
      // Whoever may not see the project goes on with its number; anything but an answer of the API is thrown.
      failureOf(error);
    }
  }

  /** A project's own document has both its number and its id. */
  async #learnProject({ name, document }: NamedAnswer): Promise<void> {
    if (projectVariable(name.kind) !== 'id') {
      return;
    }
    const { projectId, name: own } = document.data;
    const number = typeof own === 'string' ? /^projects\/(\d+)$/.exec(own)?.[1] : undefined;
    if (number !== undefined && typeof projectId === 'string') {
      const source = `${kindById(name.kind).service}: ${projectId}`;
      await this.#session.tie({ projectId, projectNumber: number, source });
    }
  }

  #projectOf({ project }: ParsedName): string {
    return project === undefined ? '-' : this.#session.names.project(project);
  }
}

function placeOfName(name: ParsedName): Omit<CoverageRow, 'status' | 'count'> {
  return { project: name.project ?? '-', location: name.location ?? '-', kind: name.kind, resource: name.name };
}
