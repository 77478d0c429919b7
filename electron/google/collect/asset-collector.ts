import type { CoverageRow } from '../../../shared/inventory/inventory.ts';
import { INPUT_LIMITS } from '../../../shared/inventory/limits.ts';
import { addAsset, isAsset } from '../../../shared/inventory/records/asset.ts';
import { InventoryBuilder } from '../../../shared/inventory/records/inventory-builder.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { KINDS, kindById } from '../../../shared/kinds/index.ts';
import type { KindId } from '../../../shared/kinds/index.ts';
import type { ResourceDocument } from '../../../shared/resource/document.ts';
import { nameOfDocument } from '../../../shared/resource/document-name.ts';
import type { ApiFailureData } from '../transport/api-failure.ts';
import { describeFailure, failureOf, withoutStop } from './failure-row.ts';
import type { NamedAnswer } from './make-document.ts';
import type { Place } from './list-page.ts';
import type { CollectionPlan } from './plan-places.ts';
import { listPlaceOf } from './plan-places.ts';
import type { Session } from './session.ts';

const SERVICE = 'cloudasset.googleapis.com';
const ROLE = 'roles/cloudasset.viewer';
const PERMISSION = 'cloudasset.assets.listResource';

/** Assets of one page; the API gives no more. https://cloud.google.com/asset-inventory/docs/reference/rest/v1/assets/list */
const PAGE_SIZE = '1000';

/** Policies kept for what documents may name; what lies beyond is asked for one by one. */
const MOST_POLICIES = 100_000;

/** What the rest of the collector does. */
export interface AssetEvents {
  /** Whether a place is to be read at all, or known from before. */
  isToRead(place: Place): boolean;
  document(made: NamedAnswer): Promise<void>;
}

/**
 * Reads whole kinds from Cloud Asset Inventory, without a walk through the locations. What it does not give (no permission, a type
 * it does not know, or none of a kind, which may mean either) is left to the walk where `assets` is `auto`.
 */
export class AssetCollector {
  readonly #session: Session;
  readonly #plan: CollectionPlan;
  readonly #events: AssetEvents;
  /** `KIND PROJECT` (or `KIND SCOPE`) of what needs no walk. */
  readonly covered = new Set<string>();
  /** The same of what was read completely now. */
  readonly complete = new Set<string>();

  constructor(session: Session, plan: CollectionPlan, events: AssetEvents) {
    this.#session = session;
    this.#plan = plan;
    this.#events = events;
  }

  /** Reads all kinds of the plan that it can. */
  async run(): Promise<void> {
    const { assets, scope, projects } = this.#session.request;
    const isWanted = assets !== 'off' && this.#plan.filter === undefined;
    const kinds = this.#plan.kinds.filter((kind) => listPlaceOf(kind) === 'vertex-location');
    if (!isWanted || kinds.length === 0) {
      return;
    }
    for (const each of [...(scope === undefined ? [] : [scope]), ...projects.map((project) => `projects/${project}`)]) {
      await this.#readScope(each, kinds);
    }
  }

  async #readScope(scope: string, kinds: readonly KindId[]): Promise<void> {
    const project = /^projects\/(.+)$/.exec(scope)?.[1];
    const outcomes = await Promise.all(
      kinds.map((kind) => this.#readPlace(scope, { kind, project: project ?? scope, location: '-' })),
    );
    const isForced = this.#session.request.assets === 'only';
    // That it has none in one project may be its fault; below a folder where it has others, it is to be trusted.
    const isTrusted =
      project === undefined && outcomes.some(({ outcome }) => typeof outcome === 'number' && outcome > 0);
    const empty: KindId[] = [];
    let failure: ApiFailureData | undefined;
    for (const { place, outcome } of outcomes) {
      const isRead = typeof outcome === 'number' && (outcome > 0 || isTrusted);
      if (outcome === 'known') {
        this.covered.add(`${place.kind} ${place.project}`);
      } else if (isForced || isRead) {
        this.covered.add(`${place.kind} ${place.project}`);
        await this.#session.coverage(rowOf(place, outcome));
        if (typeof outcome === 'number') {
          this.complete.add(`${place.kind} ${place.project}`);
        }
      } else if (typeof outcome === 'number') {
        empty.push(place.kind);
      }
      if (typeof outcome === 'object') {
        failure ??= outcome;
      }
    }
    if (failure !== undefined) {
      await this.#session.notice({ type: 'assets-unused', scope, reason: reasonOf(failure), isWalked: !isForced });
    } else if (empty.length > 0) {
      const without = empty.map((kind) => kindById(kind).plural.toLowerCase());
      await this.#session.notice({ type: 'assets-lack', scope, kinds: without });
    }
    if (failure === undefined && this.#session.request.depth > 0) {
      await this.#readPolicies(scope);
    }
  }

  async #readPlace(
    scope: string,
    place: Place,
  ): Promise<{ readonly place: Place; readonly outcome: number | ApiFailureData | 'known' }> {
    if (!this.#events.isToRead(place)) {
      return { place, outcome: 'known' };
    }
    const { progress } = this.#session;
    progress.plan(place.kind, '-');
    progress.begin(place.kind, '-');
    const outcome = await this.#readKind(scope, place);
    const isDone = typeof outcome === 'number' || this.#session.request.assets === 'only';
    if (isDone) {
      progress.end(place.kind, '-', typeof outcome === 'number');
    } else {
      // The locations are read instead, and counted for themselves.
      progress.drop(place.kind, '-');
    }
    return { place, outcome };
  }

  /** Returns the number of resources, or why there is none. */
  async #readKind(scope: string, { kind, project }: Place): Promise<number | ApiFailureData> {
    let count = 0;
    try {
      for await (const documents of this.#pages(scope, kind, 'RESOURCE')) {
        for (const document of documents.filter(({ form }) => form === 'full')) {
          const name = nameOfDocument(document);
          if (name !== undefined) {
            count += 1;
            this.#session.progress.listed(kind, '-', 1);
            await this.#learn(document, project);
            await this.#events.document({ name, document });
          }
        }
        await this.#session.tick();
      }
      return count;
    } catch (error) {
      return failureOf(error);
    }
  }

  async #readPolicies(scope: string): Promise<void> {
    const kinds = KINDS.filter(({ api }) => 'policy' in api && api.policy !== undefined);
    await Promise.all(
      kinds.map(async ({ id }) => {
        try {
          for await (const documents of this.#pages(scope, id, 'IAM_POLICY')) {
            for (const { name, iamPolicy } of documents) {
              if (iamPolicy !== undefined && this.#session.policies.size < MOST_POLICIES) {
                this.#session.policies.set(name, iamPolicy);
              }
            }
          }
        } catch (error) {
          // Each resource is asked for its policy then.
          failureOf(error);
        }
      }),
    );
  }

  async *#pages(
    scope: string,
    kind: KindId,
    contentType: 'RESOURCE' | 'IAM_POLICY',
  ): AsyncGenerator<readonly ResourceDocument[], void> {
    const [assetTypes] = kindById(kind).assetTypes;
    if (assetTypes === undefined) {
      return;
    }
    let pageToken: string | undefined;
    do {
      const token = pageToken === undefined ? {} : { pageToken };
      const page = await this.#session.callAbout(SERVICE, scope, (signal) =>
        this.#session.options.transport.list({
          service: SERVICE,
          path: `v1/${scope}/assets`,
          query: { assetTypes, contentType, pageSize: PAGE_SIZE },
          collectionKey: 'assets',
          signal,
          ...token,
        }),
      );
      yield documentsOf(page.items).map((document) => ({
        ...document,
        data: this.#session.options.transport.canonical(kind, document.data),
      }));
      pageToken = page.nextPageToken;
    } while (pageToken !== undefined);
  }

  /** An asset's nearest ancestor is its project by number. */
  async #learn({ ancestors }: ResourceDocument, project: string): Promise<void> {
    const number = /^projects\/(\d+)$/.exec(ancestors?.[0] ?? '')?.[1];
    if (number !== undefined && !project.includes('/')) {
      await this.#session.tie({
        projectId: project,
        projectNumber: number,
        source: `${SERVICE}: asked for ${project}`,
      });
    }
  }
}

/** Why it cannot be used, in few words: it is said once for each project. */
function reasonOf({ status, message, ...rest }: ApiFailureData): string {
  switch (status) {
    case 'denied':
      return 'reason' in rest ? 'it takes no read-only token' : `it takes ${ROLE}`;
    case 'api-disabled':
      return 'it is not enabled';
    case 'quota-project-required':
      return 'it needs a quota project';
    default:
      return withoutStop(message);
  }
}

/** Assets in the form of documents, as a file of them is read. */
function documentsOf(items: readonly JsonObject[]): readonly ResourceDocument[] {
  const builder = new InventoryBuilder(INPUT_LIMITS);
  for (const item of items) {
    if (isAsset(item)) {
      addAsset(builder, item, { file: SERVICE });
    }
  }
  return builder.build().documents;
}

function rowOf({ kind, project, location }: Place, outcome: number | ApiFailureData): CoverageRow {
  return typeof outcome === 'number'
    ? {
        project,
        location,
        kind,
        status: 'read',
        count: outcome,
        error: 'Through Cloud Asset Inventory, which may be some minutes behind.',
      }
    : { project, location, kind, count: 0, ...describeFailure(outcome, kind, { permission: PERMISSION, role: ROLE }) };
}
