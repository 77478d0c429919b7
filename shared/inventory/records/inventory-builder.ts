import { canonicalJson } from '../canonical-json.ts';
import type { Problem } from '../../errors/problem.ts';
import type { JsonObject } from '../../json.ts';
import { mergeReviews } from '../../review/merge-reviews.ts';
import { gatherReview } from '../../review/review-entries.ts';
import type { ReviewEntry } from '../../review/review-entries.ts';
import { EMPTY_REVIEW } from '../../review/review-record.ts';
import type { ReviewRecord } from '../../review/review-record.ts';
import type { Origin, ResourceDocument } from '../../resource/document.ts';
import { AssetTypes } from '../formats/asset-types.ts';
import type {
  CoverageRow,
  Inventory,
  MaskedPlace,
  ProjectTie,
  Redaction,
  SkippedType,
  UnattachedPolicy,
} from '../inventory.ts';
import type { InputLimits } from '../limits.ts';
import { createProblemLog } from '../problem-log.ts';
import type { ProblemLog } from '../problem-log.ts';
import { coverageKey } from '../collection/coverage-key.ts';
import { kindOfAssetType } from './kind-recognition.ts';
import { ReplacingList } from './replacing-list.ts';

/** A problem whose file is that of the place it was met at. */
export type ProblemAt = Pick<Problem, 'code' | 'severity' | 'reason'> & { readonly path?: string };

/** Entries of the review of one file that are held: more than all its lists take together. */
const MOST_ENTRIES = 200_000;

/** `passed-over`: of a version that cannot be read. */
export type CollectionState = 'none' | 'open' | 'ended' | 'passed-over';

/** Collects what the files give, within the limits. */
export class InventoryBuilder {
  readonly limits: InputLimits;
  readonly #problems: ProblemLog;
  readonly #documents = new ReplacingList<ResourceDocument>();
  readonly #ties = new Map<string, ProjectTie>();
  readonly #coverage = new ReplacingList<CoverageRow>();
  readonly #skipped: SkippedType[] = [];
  readonly #policies: UnattachedPolicy[] = [];
  readonly #redactions: Redaction[] = [];
  /** Of the documents that `putDocument` took. */
  readonly #masked = new ReplacingList<readonly Redaction[]>();
  /** Problems of the collection under way. */
  readonly #told = new Set<string>();
  #createdTime: string | undefined;
  #review: ReviewRecord = EMPTY_REVIEW;
  /** Entries of the review of the file under way. */
  #entries: ReviewEntry[] = [];
  #entriesBeyond = 0;
  #types: AssetTypes;
  #records = 0;
  #problemCount = 0;
  #beyond = 0;
  #collection: CollectionState = 'none';

  constructor(limits: InputLimits) {
    this.limits = limits;
    this.#problems = createProblemLog(limits.problemsOfOneKind);
    this.#types = this.#newTypes();
  }

  get documents(): number {
    return this.#documents.size;
  }

  /** Whether the file under way is a collection, and how far its records have come. */
  get collection(): CollectionState {
    return this.#collection;
  }

  /** Records of the file under way that were understood, whether kept or only counted. */
  get records(): number {
    return this.#records;
  }

  /** Types of the file under way that are counted, not kept. */
  get types(): AssetTypes {
    return this.#types;
  }

  /** `goesOn`: it is more of the file before, of which records are replaced. */
  beginFile(goesOn = false): void {
    this.#records = 0;
    this.#types = this.#newTypes();
    this.#collection = 'none';
    if (goesOn) return;
    this.#documents.forgetKeys();
    this.#masked.forgetKeys();
    this.#coverage.forgetKeys();
    this.#told.clear();
  }

  setCollection(state: CollectionState): void {
    this.#collection = state;
  }

  endFile(file: string): void {
    this.#mergeReview(file);
    this.#skipped.push(...this.#types.counts().map(({ type, count }) => ({ type, count, file })));
    this.#types = this.#newTypes();
  }

  addDocument(document: ResourceDocument): void {
    this.#records += 1;
    if (this.#documents.size < this.limits.documents) {
      this.#documents.add(document);
    } else {
      this.#beyond += 1;
    }
  }

  /** Adds a document, or replaces that of the same name which `putDocument` took from the same file, and what is masked in it. */
  putDocument(document: ResourceDocument, masked: readonly MaskedPlace[] = []): void {
    this.#records += 1;
    if (this.#documents.size < this.limits.documents || this.#documents.has(document.name)) {
      this.#documents.put(document.name, document);
      if (masked.length > 0) {
        this.#masked.put(
          document.name,
          masked.map((place) => ({ document: document.name, ...place })),
        );
      } else this.#masked.remove(document.name);
    } else {
      this.#beyond += 1;
    }
  }

  /** Takes out a document that `putDocument` took from the same file. */
  removeDocument(name: string): void {
    this.#records += 1;
    this.#documents.remove(name);
    this.#masked.remove(name);
  }

  /** Counts a record of a type we do not know. */
  countType(type: string): void {
    this.#records += 1;
    this.#types.count(type);
  }

  /** Something that is neither document nor counted type was understood (a policy, an empty page). */
  countRecord(): void {
    this.#records += 1;
  }

  addProblem(problem: Problem): void {
    this.#problemCount += 1;
    this.#problems.add(problem);
  }

  /** Adds a problem that the same file may tell again, once. */
  putProblem(problem: Problem): void {
    this.#records += 1;
    const key = canonicalJson({ ...problem });
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.addProblem(problem);
  }

  /** Problems added so far, whether listed or only counted. */
  get problemCount(): number {
    return this.#problemCount;
  }

  /** Adds a problem at a place of the file under way. */
  addProblemAt(origin: Origin, problem: ProblemAt): void {
    const path = joinPath(origin.path, problem.path);
    this.addProblem({
      code: problem.code,
      severity: problem.severity,
      file: origin.file,
      ...(origin.line === undefined ? {} : { line: origin.line }),
      ...(path === undefined ? {} : { path }),
      reason: problem.reason,
    });
  }

  addTie(tie: ProjectTie): void {
    const key = `${tie.projectNumber} ${tie.projectId}`;
    // The first source is enough for the user; a search result repeats its project on every line.
    if (!this.#ties.has(key)) {
      this.#ties.set(key, tie);
    }
  }

  addCoverage(rows: readonly CoverageRow[]): void {
    for (const row of rows) {
      this.#coverage.add(row);
    }
  }

  /** Adds a row, or replaces that of the same reading which `putCoverage` took from the same file. */
  putCoverage(row: CoverageRow): void {
    this.#records += 1;
    this.#coverage.put(coverageKey(row), row);
  }

  addRedactions(redactions: readonly Redaction[]): void {
    this.#redactions.push(...redactions);
  }

  addSkipped(skipped: SkippedType): void {
    this.#skipped.push(skipped);
  }

  addUnattachedPolicy(policy: JsonObject, origin: Origin): void {
    this.#policies.push({ policy, origin });
  }

  /** The time of the newest snapshot stands for the inventory. */
  setCreatedTime(time: string): void {
    if (this.#createdTime === undefined || time > this.#createdTime) {
      this.#createdTime = time;
    }
  }

  /** Adds an entry of the review of the file under way; the reviews of all files become one. */
  addReviewEntry(entry: ReviewEntry): void {
    this.#records += 1;
    if (this.#entries.length < MOST_ENTRIES) this.#entries.push(entry);
    else this.#entriesBeyond += 1;
  }

  build(): Inventory {
    const { limits } = this;
    const tooMany: readonly Problem[] =
      this.#beyond === 0
        ? []
        : [
            {
              code: 'too-many',
              severity: 'error',
              file: '',
              reason: `${this.#beyond} documents beyond the first ${limits.documents} were not kept; open fewer files at once.`,
            },
          ];
    return {
      documents: this.#documents.list(),
      projects: [...this.#ties.values()],
      coverage: this.#coverage.list(),
      problems: [...this.#problems.list(), ...tooMany],
      skipped: [...this.#skipped],
      unattachedPolicies: [...this.#policies],
      redactions: [...this.#redactions, ...this.#masked.list().flat()],
      ...(this.#createdTime === undefined ? {} : { createdTime: this.#createdTime }),
      ...(this.#review === EMPTY_REVIEW ? {} : { review: this.#review }),
    };
  }

  #mergeReview(file: string): void {
    if (this.#entries.length === 0) return;
    const gathered = gatherReview(this.#entries);
    const beyond = gathered.beyond + this.#entriesBeyond;
    this.#entries = [];
    this.#entriesBeyond = 0;
    this.#review = mergeReviews(this.#review, gathered.record);
    if (beyond > 0) {
      this.addProblem({
        code: 'too-many',
        severity: 'warning',
        file,
        path: 'review',
        reason: `${beyond} entries of the review beyond the most that a review has were not kept.`,
      });
    }
  }

  #newTypes(): AssetTypes {
    return new AssetTypes((type) => kindOfAssetType(type) !== undefined, this.limits.skippedTypes);
  }
}

/** `a[0]` and `b.c` are `a[0].b.c`; an index follows without a dot. */
export function joinPath(outer: string | undefined, inner: string | undefined): string | undefined {
  if (outer === undefined || outer === '') {
    return inner;
  }
  if (inner === undefined || inner === '') {
    return outer;
  }
  return inner.startsWith('[') ? `${outer}${inner}` : `${outer}.${inner}`;
}
