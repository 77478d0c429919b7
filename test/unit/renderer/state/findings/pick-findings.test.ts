import { describe, expect, it } from 'vitest';
import {
  NO_PICKS,
  pickFinding,
  withoutPicks,
  type Picks,
} from '../../../../../renderer/state/findings/pick-findings.ts';
import type { NodeId } from '../../../../../shared/graph/graph.ts';
import type { AcceptedFinding } from '../../../../../shared/review/review-record.ts';

function finding(fingerprint: string): AcceptedFinding {
  return { fingerprint, rule: 'data-no-versions', resource: `//storage.googleapis.com/${fingerprint}` as NodeId };
}

const listed = ['a', 'b', 'c', 'd'].map(finding);
const ONE = { isPicked: true, isStretch: false };
const STRETCH = { isPicked: true, isStretch: true };

function names({ findings }: Picks): readonly string[] {
  return [...findings.keys()];
}

describe('pickFinding', () => {
  it('chooses one by one, and lets go again', () => {
    const both = pickFinding(pickFinding(NO_PICKS, listed, 'c', ONE), listed, 'a', ONE);
    expect([...both.findings.values()]).toStrictEqual([finding('c'), finding('a')]);
    expect(names(pickFinding(both, listed, 'c', { isPicked: false, isStretch: false }))).toStrictEqual(['a']);
  });

  it('chooses a stretch in either direction from the one before', () => {
    const first = pickFinding(NO_PICKS, listed, 'c', ONE);
    expect(names(pickFinding(first, listed, 'a', STRETCH)).toSorted()).toStrictEqual(['a', 'b', 'c']);
    expect(names(pickFinding(first, listed, 'd', STRETCH)).toSorted()).toStrictEqual(['c', 'd']);
  });

  it('lets a stretch go', () => {
    const all = pickFinding(pickFinding(NO_PICKS, listed, 'a', ONE), listed, 'd', STRETCH);
    const off = { isPicked: false, isStretch: true };
    expect(names(pickFinding(all, listed, 'b', off))).toStrictEqual(['a']);
  });

  it('takes the one alone where the one before is in another list', () => {
    const before = pickFinding(NO_PICKS, [finding('x')], 'x', ONE);
    expect(names(pickFinding(before, listed, 'b', STRETCH))).toStrictEqual(['x', 'b']);
  });
});

describe('withoutPicks', () => {
  it('keeps what was not accepted', () => {
    const both = pickFinding(pickFinding(NO_PICKS, listed, 'a', ONE), listed, 'b', ONE);
    expect(names(withoutPicks(both, [finding('a'), finding('z')]))).toStrictEqual(['b']);
    expect(withoutPicks(both, listed)).toBe(NO_PICKS);
  });
});
