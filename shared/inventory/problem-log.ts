import type { Problem, ProblemCode } from '../errors/problem.ts';

/** Collects problems with a bound per file and code, so that a file with a million bad lines stays readable. */
export interface ProblemLog {
  add(problem: Problem): void;
  /** Problems in the order they were met; a code that was met too often ends with one problem that says how often. */
  list(): readonly Problem[];
}

interface Tally {
  readonly first: Problem;
  count: number;
}

/** Makes an empty log that reports the first `limit` problems of one code in one file in full. */
export function createProblemLog(limit: number): ProblemLog {
  const problems: Problem[] = [];
  const tallies = new Map<string, Tally>();
  return {
    add(problem) {
      const key = `${problem.code} ${problem.file}`;
      const tally = tallies.get(key) ?? { first: problem, count: 0 };
      tallies.set(key, tally);
      tally.count += 1;
      if (tally.count <= limit) {
        problems.push(problem);
      }
    },
    list() {
      const summaries = [...tallies.values()]
        .filter((tally) => tally.count > limit)
        .map(({ first, count }) => summarise(first, count - limit));
      return [...problems, ...summaries];
    },
  };
}

/** A bounded number of codes keeps this readable: the summary names the code's first reason as the example. */
function summarise(first: Problem, more: number): Problem {
  const code: ProblemCode = first.code;
  return {
    code,
    severity: first.severity,
    file: first.file,
    reason: `${more} more of this sort (${code}) are not listed one by one. The first was: ${first.reason}`,
  };
}
