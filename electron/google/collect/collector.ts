import { COLLECTION_FORMAT, COLLECTION_VERSION } from '../../../shared/inventory/collection/collection-record.ts';
import type { CoverageRow } from '../../../shared/inventory/inventory.ts';
import { kindById } from '../../../shared/kinds/index.ts';
import { isProjectNumber } from '../../../shared/resource/name-identity.ts';
import { nameOfDocument } from '../../../shared/resource/document-name.ts';
import { parseResourceName } from '../../../shared/resource/resource-name.ts';
import type { ParsedName, ResourceName } from '../../../shared/resource/resource-name.ts';
import type { KnownState } from './collect-types.ts';
import { ApiFailure } from '../transport/api-failure.ts';
import { AssetCollector } from './asset-collector.ts';
import { NameFinder } from './find-names.ts';
import { KnownRows } from './known-rows.ts';
import { LinkedCollector } from './linked-collector.ts';
import { completeListed } from './linked-reader.ts';
import type { NamedAnswer } from './make-document.ts';
import { listPlaceOf, namesOfProbes, planPlaces } from './plan-places.ts';
import type { CollectionPlan } from './plan-places.ts';
import { PlaceReader } from './place-reader.ts';
import type { Place } from './list-page.ts';
import { projectsBelow } from './projects-below.ts';
import type { Session } from './session.ts';

/** Runs one collection. */
export class Collector {
  readonly #session: Session;
  readonly #plan: CollectionPlan;
  readonly #finder = new NameFinder();
  readonly #linked: LinkedCollector;
  readonly #assets: AssetCollector;
  /** What came through Cloud Asset Inventory; what it names is followed when all of that is there. */
  readonly #fromAssets: NamedAnswer[] = [];
  /** Keys of the places that lists cover, whatever becomes of them. */
  readonly #places = new Set<string>();
  /** Listed while refreshing. */
  readonly #listed = new Set<ResourceName>();
  readonly #completePlaces = new Set<string>();
  readonly #known: KnownState;
  readonly #knownRows: KnownRows;
  /** Known resources that were read by name, while refreshing. */
  readonly #knownNames = new Map<ResourceName, ResourceName>();

  constructor(session: Session, plan: CollectionPlan) {
    const { mode } = session.options;
    this.#session = session;
    this.#plan = plan;
    this.#known = mode.type === 'fresh' ? { documents: [], coverage: [], projects: [] } : mode.known;
    this.#linked = new LinkedCollector(
      session,
      this.#finder,
      session.request.depth,
      (name) => this.#places.has(this.#placeKey(name)),
      (name) => this.#gone(name),
    );
    for (const tie of this.#known.projects) {
      session.names.learn(tie);
    }
    this.#knownRows = new KnownRows(session, (name) => this.#linked.frontier.settle(name));
    this.#assets = new AssetCollector(session, plan, {
      isToRead: (place) => this.#knownRows.isToRead(place),
      document: async (made) => {
        this.#note(made);
        this.#fromAssets.push(made);
        await session.document(made.document);
      },
    });
  }

  async run(): Promise<void> {
    const { options, request } = this.#session;
    await this.#session.emit({
      type: 'collection',
      format: COLLECTION_FORMAT,
      formatVersion: COLLECTION_VERSION,
      createdTime: new Date(options.now()).toISOString(),
      toolVersion: options.toolVersion,
      request,
      ...(options.principal === undefined ? {} : { principal: options.principal }),
    });
    await this.#tellKept();
    await this.#learnNumbers();
    await this.#assets.run();
    const projects = await this.#projects();
    const places = (await planPlaces(this.#plan, projects, this.#session)).filter(
      (place) => !this.#isIn(this.#assets.covered, place),
    );
    for (const place of places) {
      if (place.location !== '-') {
        await this.#session.split(place);
      }
      // A list that is filtered does not tell what is missing.
      if (place.filter === undefined) {
        this.#places.add(this.#placeKey(place));
      }
    }
    const toRead = places.filter((place) => this.#knownRows.isToRead(place));
    const readers = toRead.map((place) => this.#reader(place));
    this.#takeKnown();
    this.#followAssets();
    for (const name of this.#plan.seeds) {
      this.#linked.frontier.follow(name, 0);
    }
    for (const name of await namesOfProbes(this.#plan, projects, this.#session)) {
      this.#linked.probe(name);
    }
    for (const reader of readers) {
      reader.start();
    }
    await this.#session.work.idle();
    await this.#linked.finish(this.#plan.isQuestion === true);
    await this.#reportRemoved();
    await this.#session.tick(true);
    await this.#session.emit({ type: 'end', complete: this.#session.isComplete });
  }

  async #tellKept(): Promise<void> {
    const documents = [...this.#known.documents].length;
    if (this.#session.options.mode.type === 'resume' && documents > 0) {
      await this.#session.notice({ type: 'kept-masked', documents });
    }
    for (const row of this.#knownRows.kept()) {
      await this.#session.coverage(row);
    }
  }

  /** Projects to walk: those asked for, and those below a folder or organisation of which not everything came in bulk. */
  async #projects(): Promise<readonly string[]> {
    const { request, names } = this.#session;
    const { scope } = request;
    const isWalked =
      this.#plan.probes.length > 0 ||
      this.#plan.kinds.some((kind) => !this.#assets.covered.has(`${kind} ${scope ?? ''}`));
    if (scope === undefined || !isWalked || this.#session.isCancelled) {
      return request.projects;
    }
    const below = await projectsBelow(scope, this.#session);
    return [...new Map([...request.projects, ...below].map((project) => [names.project(project), project])).values()];
  }

  #reader(place: Place): PlaceReader {
    const hasParts = 'parts' in kindById(place.kind).api && this.#session.request.depth > 0;
    const reader: PlaceReader = new PlaceReader(place, this.#session, {
      document: async (made) => {
        await this.#take(made);
        if (hasParts) {
          reader.add(async () => {
            const cancelled = await this.#complete(made);
            if (cancelled !== undefined) {
              // The place as a whole is not finished then.
              throw new ApiFailure({ service: '', message: cancelled.error ?? '', status: 'cancelled' });
            }
          });
        }
      },
      end: async (complete) => {
        if (complete) {
          this.#completePlaces.add(this.#placeKey(place));
        }
      },
    });
    return reader;
  }

  #isIn(kinds: ReadonlySet<string>, { kind, project = '-' }: Pick<ParsedName, 'kind' | 'project'>): boolean {
    const { names, request } = this.#session;
    return kinds.has(`${kind} ${names.project(project)}`) || kinds.has(`${kind} ${request.scope ?? '-'}`);
  }

  #followAssets(): void {
    for (const { name } of this.#fromAssets) {
      this.#linked.frontier.settle(name);
    }
    for (const made of this.#fromAssets.splice(0)) {
      this.#linked.followDocument(made);
      if ('parts' in kindById(made.name.kind).api && this.#session.request.depth > 0) {
        this.#completeLater(made);
      }
    }
  }

  #note(made: NamedAnswer): void {
    if (this.#session.options.mode.type === 'refresh') {
      this.#listed.add(this.#session.names.key(made.name));
    }
  }

  async #take(made: NamedAnswer): Promise<void> {
    this.#note(made);
    await this.#session.document(made.document, made.problems);
    this.#linked.followDocument(made);
  }

  /** Adds to a listed document what has to be asked for apart (a model's versions); returns a row if that was cancelled. */
  async #complete(made: NamedAnswer): Promise<CoverageRow | undefined> {
    const answer = await completeListed(made, this.#session);
    if (answer !== undefined && answer.document.data !== made.document.data) {
      await this.#session.document(answer.document);
      this.#linked.followDocument(answer);
    }
    const rows = answer?.rows ?? [];
    for (const row of rows.filter(({ status }) => status !== 'cancelled')) {
      await this.#session.coverage(row);
    }
    await this.#linked.partsSucceeded(made.name, rows);
    return rows.find(({ status }) => status === 'cancelled');
  }

  /** As `complete`, for a document whose place is not being read. */
  #completeLater(made: NamedAnswer): void {
    this.#session.work.add(kindById(made.name.kind).service, async () => {
      const cancelled = await this.#complete(made);
      if (cancelled !== undefined) {
        await this.#session.coverage(cancelled);
      }
    });
  }

  /** Projects given by number are asked for their id: documents name them by either. */
  async #learnNumbers(): Promise<void> {
    const numbers = this.#session.request.projects.filter(
      (project) => isProjectNumber(project) && this.#session.names.project(project) === project,
    );
    await Promise.all(numbers.map((number) => this.#linked.learnProject(number)));
  }

  /** Takes up what is known, so that what it names is followed and what is settled is not asked for again. */
  #takeKnown(): void {
    const { mode } = this.#session.options;
    const listed: NamedAnswer[] = [];
    for (const document of this.#known.documents) {
      const name = nameOfDocument(document);
      if (name === undefined) {
        continue;
      }
      const made = { name, document };
      const isListed = this.#places.has(this.#placeKey(name)) || this.#isIn(this.#assets.covered, name);
      if (mode.type === 'refresh') {
        if (!isListed) {
          this.#knownNames.set(this.#session.names.key(name), document.name);
        }
      } else if (isListed) {
        listed.push(made);
      } else if (!this.#knownRows.isAgain(name)) {
        this.#linked.knew(made, this.#knownRows.failedParts(name.name));
      }
    }
    for (const made of listed) {
      this.#linked.followDocument(made);
      if (this.#knownRows.isAgain(made.name)) {
        this.#completeLater(made);
      }
    }
    for (const text of this.#knownNames.values()) {
      const name = parseResourceName(text);
      if (name !== undefined) {
        this.#linked.frontier.follow(name, 1);
      }
    }
  }

  async #gone(name: ParsedName): Promise<void> {
    const known = this.#knownNames.get(this.#session.names.key(name));
    if (known !== undefined) {
      await this.#session.emit({ type: 'removed', name: known });
    }
  }

  /** While refreshing: what was read before in places that were read completely now, and is not there any more. */
  async #reportRemoved(): Promise<void> {
    if (this.#session.options.mode.type !== 'refresh') {
      return;
    }
    for (const document of this.#known.documents) {
      const name = nameOfDocument(document);
      const isGone =
        name !== undefined &&
        (this.#completePlaces.has(this.#placeKey(name)) || this.#isIn(this.#assets.complete, name)) &&
        !this.#listed.has(this.#session.names.key(name));
      if (isGone) {
        await this.#session.emit({ type: 'removed', name: document.name });
      }
    }
  }

  /** Equal for a place and the names of what lies in it. */
  #placeKey({ kind, project = '-', location }: Pick<ParsedName, 'kind' | 'project' | 'location'>): string {
    const place = listPlaceOf(kind) === 'vertex-location' ? (location ?? '-') : '-';
    return `${kind} ${this.#session.names.project(project)} ${place}`;
  }
}
