import { acceptKnown } from '../../../../shared/findings/accept.ts';
import { analyse, analyseInSteps, type AnalysisInput } from '../../../../shared/findings/analyse.ts';
import type { Acceptance, Analysis } from '../../../../shared/findings/finding.ts';
import { withFindings } from '../../../../shared/findings/narrow-analysis.ts';
import type { FindingSettings } from '../../../../shared/findings/settings.ts';
import type { ReviewedResources } from '../../../../shared/review/reviewed-resources.ts';

/** By what findings are judged besides the inventory. Other ones are other objects. */
export interface Standards {
  readonly settings: FindingSettings;
  /** What reviewers accepted, by fingerprint. */
  readonly accepted: ReadonlyMap<string, Acceptance>;
  /** What else they made of resources. */
  readonly reviewed: ReviewedResources;
}

/** Judges one inventory, once for all who ask under the same standards. */
export interface Judge {
  /** Gives others a turn now and then. */
  inSteps(): Generator<void, Analysis>;
  /** In one go: a query cannot wait for steps that are under way. */
  atOnce(): Analysis;
  /** What is known already under the present standards. */
  known(): Analysis | undefined;
}

/** Returns the judge of what `input` gives, by standards that may change. */
export function createJudge(input: () => Omit<AnalysisInput, 'settings'>, standards: () => Standards): Judge {
  let judged: { readonly settings: FindingSettings; readonly analysis: Analysis } | undefined;
  /** All who ask while an inventory is judged do some steps of the same run. */
  let underWay: { readonly settings: FindingSettings; readonly steps: Generator<void, Analysis> } | undefined;
  let reviewed:
    | { readonly of: Analysis; readonly accepted: Standards['accepted']; readonly analysis: Analysis }
    | undefined;

  function withSettings(): AnalysisInput {
    return { ...input(), settings: standards().settings };
  }

  function review(analysis: Analysis): Analysis {
    const { accepted } = standards();
    if (reviewed?.of !== analysis || reviewed.accepted !== accepted) {
      const findings = acceptKnown(analysis.findings, accepted, input().now);
      const isSame = findings === analysis.findings;
      reviewed = { of: analysis, accepted, analysis: isSame ? analysis : withFindings(analysis, findings) };
    }
    return reviewed.analysis;
  }

  function known(): Analysis | undefined {
    return judged?.settings === standards().settings ? review(judged.analysis) : undefined;
  }

  function keep({ settings }: Standards, analysis: Analysis): Analysis {
    judged = { settings, analysis };
    return known() ?? review(analysis);
  }

  return {
    known,
    *inSteps() {
      for (;;) {
        const done = known();
        if (done !== undefined) return done;
        const own = standards();
        const run =
          underWay?.settings === own.settings
            ? underWay
            : { settings: own.settings, steps: analyseInSteps(withSettings()) };
        // A run that fails is no run that others could go on with.
        underWay = undefined;
        const step = run.steps.next();
        if (step.done === true) return keep(own, step.value);
        underWay = run;
        yield;
      }
    },
    atOnce: () => known() ?? keep(standards(), analyse(withSettings())),
  };
}
