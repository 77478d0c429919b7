import { describe, expect, it } from 'vitest';
import { canvasRemarks, NO_REMARKS, remarkWords } from '../../../../renderer/graph/card-remarks.ts';
import { findingBadge, findingBadgeText, remarkBadge } from '../../../../renderer/graph/style/remark-badges.ts';
import { THEMES } from '../../../../renderer/ui/theme/tokens.ts';
import type { ViewNode } from '../../../../shared/graph/view.ts';
import { SEVERITIES } from '../../../../shared/findings/finding.ts';
import { nodeId } from '../../../tools/make-graph.ts';

const JOB: ViewNode = {
  id: 'job',
  kind: 'gcp-ai-platform-custom-job',
  state: 'present',
  title: 'train-42',
  subtitle: '',
  hiddenLinks: 0,
  attention: 0,
};
const view = {
  nodes: [JOB, { ...JOB, id: 'group:a', members: [nodeId('a'), nodeId('b')] }],
  edges: [],
  shown: 3,
  total: 3,
  left: [],
};
const signed = { author: 'Ada', time: '2026-11-20T08:00:00Z' };
const nothing = { notes: [], marks: [] };

describe('what is said of cards', () => {
  it('is nothing before rules and reviewers have spoken', () => {
    expect(canvasRemarks(view, undefined, nothing)).toBe(NO_REMARKS);
  });

  it('is summed up at folds, the mark that asks for most first', () => {
    const at = (id: string) => ({ type: 'node', id: nodeId(id) }) as const;
    const review = {
      notes: [
        { id: '1', target: at('a'), text: 'x', ...signed },
        { id: '2', target: at('b'), text: 'y', ...signed },
      ],
      marks: [
        { target: at('a'), mark: 'owned' as const, ...signed },
        { target: at('b'), mark: 'to-check' as const, ...signed },
      ],
    };
    const badges = { nodes: { job: { severity: 'high' as const, failed: 2 } }, edges: {} };
    expect(canvasRemarks(view, badges, review)).toStrictEqual({
      nodes: {
        job: { finding: { severity: 'high', failed: 2 }, notes: 0 },
        'group:a': { notes: 2, mark: 'to-check' },
      },
      edges: {},
    });
  });

  it('is said in words', () => {
    const remark = { finding: { severity: 'high' as const, failed: 2 }, mark: 'to-check' as const, notes: 1 };
    expect(remarkWords(remark)).toStrictEqual(['2 findings, worst high', 'marked to check', '1 note']);
    expect(remarkWords({ finding: { severity: 'low', failed: 1 }, notes: 0 })).toStrictEqual(['1 finding, low']);
    expect(remarkWords(undefined)).toStrictEqual([]);
  });

  it('tells severities apart by letter, whatever the colours', () => {
    expect(SEVERITIES.map((severity) => findingBadgeText(severity, '3'))).toStrictEqual([
      'C 3',
      'H 3',
      'M 3',
      'L 3',
      'i 3',
    ]);
    const shapes = SEVERITIES.map((severity) =>
      findingBadge(severity, '', THEMES.light, 'Inter').replaceAll(/(?:fill|stroke)="#[^"]*"|>[^<]*</g, ''),
    );
    expect(new Set(shapes).size).toBeGreaterThanOrEqual(3);
    expect(remarkBadge({ notes: 1 }, THEMES.light)).toContain('<circle');
    expect(remarkBadge({ notes: 0 }, THEMES.light)).toBe('');
  });
});
