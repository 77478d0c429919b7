import { coverageOf } from '../../../../shared/findings/coverage.ts';
import { describeFilter, type FindingFilter } from '../../../../shared/findings/filter-findings.ts';
import type { Analysis } from '../../../../shared/findings/finding.ts';
import { withFindings } from '../../../../shared/findings/narrow-analysis.ts';
import { readConfiguration, type ConfigurationReading } from '../../../../shared/findings/read-configuration.ts';
import { remarksOf } from '../../../../shared/findings/report/remarks.ts';
import type { Report } from '../../../../shared/findings/report/report.ts';
import { writeReport } from '../../../../shared/findings/report/write-report.ts';
import { DEFAULT_SETTINGS, type FindingSettings } from '../../../../shared/findings/settings.ts';
import { earlierFindings } from '../../../../shared/findings/trend.ts';
import { contentKey } from '../../../../shared/inventory/content-key.ts';
import { createMasker, type Masker } from '../../../../shared/inventory/masking.ts';
import { acceptancesOf } from '../../../../shared/review/review-index.ts';
import { reviewedResources } from '../../../../shared/review/reviewed-resources.ts';
import { EMPTY_REVIEW } from '../../../../shared/review/review-record.ts';
import { isPlainWords } from '../../../../shared/search/ask.ts';
import { badgesOf } from './finding-badges.ts';
import { arrangeFindings, entriesOf, type ArrangedFindings, type ArrangeInput } from './findings-answer.ts';
import type { FindingsCalls, ReportRequest, ReviewedPart } from '../protocol/findings-protocol.ts';
import type { Standards } from './judge.ts';
import type { OpenedInventory } from '../opening/opened-inventory.ts';
import { matchesOf, type Searched } from '../search-box.ts';

/** What the calls need of the service. */
export interface FindingsSource {
  /** Throws where no inventory is open. */
  readonly current: () => OpenedInventory;
  readonly searched: () => Searched;
  readonly masker: Masker;
  /** Gives other messages their turn. */
  readonly pause: () => Promise<void>;
  /** RFC 3339. */
  readonly now: () => string;
}

/** The calls about findings, each of which may take several turns. */
export type FindingsService = {
  readonly [Name in keyof FindingsCalls]: (
    ...args: Parameters<FindingsCalls[Name]>
  ) => ReturnType<FindingsCalls[Name]> | Promise<ReturnType<FindingsCalls[Name]>>;
} & {
  /** By what is judged now. */
  standards(): Standards;
  /** What is wrong under these standards. */
  judged(): Promise<Analysis>;
};

const DEFAULTS: ConfigurationReading = { ok: true, settings: DEFAULT_SETTINGS };

/** Filters whose answers are kept: the one that is typed, and that of the start. */
const KEPT = 4;

/** Returns the calls about findings. */
export function findingsCalls(source: FindingsSource): FindingsService {
  const { current, searched, masker, pause, now } = source;
  let settings: FindingSettings = DEFAULT_SETTINGS;
  let review: ReviewedPart = EMPTY_REVIEW;
  let accepted: Standards['accepted'] = acceptancesOf(EMPTY_REVIEW);
  let arranged:
    | { readonly of: Analysis; readonly by: ReviewedPart; readonly byFilter: Map<string, ArrangedFindings> }
    | undefined;

  async function judged(): Promise<Analysis> {
    const steps = current().judge.inSteps();
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      await pause();
    }
  }

  function arrangeInput(analysis: Analysis): ArrangeInput {
    return {
      analysis,
      graph: current().graph,
      masker,
      earlier: review.findingsBefore,
      find: (query) => {
        const { ids } = matchesOf(searched(), query, Number.MAX_SAFE_INTEGER);
        const problems = isPlainWords(query.trim()) ? [] : searched().queries().ask(query).problems;
        return { ids, problems };
      },
    };
  }

  async function arrange(filter: FindingFilter): Promise<ArrangedFindings> {
    const analysis = await judged();
    // What fails is compared with what failed before, and a filter may ask for marks and notes.
    if (arranged?.of !== analysis || arranged.by !== review)
      arranged = { of: analysis, by: review, byFilter: new Map() };
    const { byFilter } = arranged;
    const key = JSON.stringify(filter);
    const answer = byFilter.get(key) ?? arrangeFindings(arrangeInput(analysis), filter);
    byFilter.delete(key);
    byFilter.set(key, answer);
    const [oldest] = byFilter.keys();
    if (byFilter.size > KEPT && oldest !== undefined) byFilter.delete(oldest);
    return answer;
  }

  async function report({
    format,
    subject,
    toolVersion,
    configuration,
    filter,
    signOff,
  }: ReportRequest): Promise<Uint8Array<ArrayBuffer>> {
    const { findings } = await arrange(filter);
    const { graph, inventory } = current();
    const scope = describeFilter(filter);
    const remarks = remarksOf(review, graph);
    const written: Report = {
      analysis: withFindings(await judged(), findings),
      coverage: coverageOf(graph, inventory.coverage),
      graph,
      // As the command line masks, so that both write the same.
      masker: createMasker(contentKey(inventory.documents).key),
      subject,
      toolVersion,
      standards: { settings, ...(configuration === undefined ? {} : { configuration }) },
      ...(scope === '' ? {} : { scope }),
      ...(signOff === undefined ? {} : { signOff }),
      ...(remarks.length === 0 ? {} : { remarks }),
    };
    return encode(writeReport(format, written), pause);
  }

  return {
    standards: () => ({ settings, accepted, reviewed: reviewedResources(review) }),
    judged,
    findings: async (filter) => (await arrange(filter)).overview,
    async findingsOf(filter, grouping, key, offset, limit) {
      const answer = await arrange(filter);
      const { graph } = current();
      return entriesOf(answer, grouping, key, { offset, limit }, { graph, masker, earlier: review.findingsBefore });
    },
    async findingBadges(spec) {
      const { findings } = await judged();
      const { buildView, graph } = current();
      return badgesOf(findings, buildView(spec), graph);
    },
    findingsReport: report,
    earlierFindings: async () => earlierFindings((await judged()).findings, now()),
    reviewFindings(part) {
      if (part.acceptances !== review.acceptances) accepted = acceptancesOf(part);
      review = part;
    },
    configureFindings(text) {
      const reading = text === undefined ? DEFAULTS : readConfiguration(text);
      if (reading.ok) ({ settings } = reading);
      return reading;
    },
  };
}

/** Pieces between two turns of others. */
const PIECES_PER_TURN = 500;

async function encode(pieces: Iterable<string>, pause: () => Promise<void>): Promise<Uint8Array<ArrayBuffer>> {
  const texts: string[] = [];
  for (const piece of pieces) {
    texts.push(piece);
    if (texts.length % PIECES_PER_TURN === 0) await pause();
  }
  return new TextEncoder().encode(texts.join(''));
}
