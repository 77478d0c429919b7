import { describe, expect, it } from 'vitest';
import { failureText } from '../../../../renderer/state/failure-text.ts';
import type { Problem } from '../../../../shared/errors/problem.ts';

const words = { title: 'Nothing could be read', message: 'No resource could be read.', advice: 'Open others.' };
const report = { coverage: [], unclaimed: [], redactions: [], skipped: [], referenced: [], unresolved: [] };

function problem(file: string): Problem {
  return { code: 'file-unreadable', severity: 'error', file, reason: 'There is no such file or folder.' };
}

describe('failure text', () => {
  it('gives the first reasons, one a line, and counts the others', () => {
    const problems = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(problem);
    expect(failureText({ ...words, report: { ...report, problems } })).toBe(
      [...['a', 'b', 'c', 'd', 'e'].map((file) => `${file}: There is no such file or folder.`), 'and 2 more'].join(
        '\n',
      ),
    );
  });

  it('gives the message where there are no reasons', () => {
    expect(failureText(words)).toBe('No resource could be read.');
  });

  it('is never longer than the main process takes', () => {
    const problems = [problem('x'.repeat(9000))];
    expect(failureText({ ...words, report: { ...report, problems } })).toHaveLength(4000);
  });
});
