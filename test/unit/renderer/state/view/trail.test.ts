import { describe, expect, it } from 'vitest';
import { goBack, goForward, goTo, MAX_TRAIL, startTrail } from '../../../../../renderer/state/view/trail.ts';

describe('trail', () => {
  it('goes back and forward like a browser', () => {
    const trail = goTo(goTo(startTrail('job'), 'bucket'), 'key');
    const back = goBack(goBack(trail));
    expect(back).toStrictEqual({ behind: [], here: 'job', ahead: ['bucket', 'key'] });
    expect(goForward(back)).toStrictEqual({ behind: ['job'], here: 'bucket', ahead: ['key'] });
  });

  it('forgets the places ahead when one goes elsewhere', () => {
    const trail = goTo(goBack(goTo(startTrail('job'), 'bucket')), 'account');
    expect(trail).toStrictEqual({ behind: ['job'], here: 'account', ahead: [] });
  });

  it('stays where it is at its ends', () => {
    const trail = startTrail('job');
    expect([goBack(trail), goForward(trail)]).toStrictEqual([trail, trail]);
  });

  it('remembers a bounded number of places', () => {
    const places = Array.from({ length: MAX_TRAIL + 3 }, (_, index) => index);
    expect(places.reduce((trail, place) => goTo(trail, place), startTrail(-1)).behind).toHaveLength(MAX_TRAIL);
  });
});
