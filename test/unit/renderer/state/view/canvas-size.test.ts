import { describe, expect, it } from 'vitest';
import { expectedCanvasSize } from '../../../../../renderer/state/view/canvas-size.ts';

describe('canvas size', () => {
  it('is what bars and open panes leave of the window', () => {
    expect(
      expectedCanvasSize(
        { width: 1280, height: 800 },
        { filters: true, details: false, problems: false, findings: false, timeline: false, runs: false },
      ),
    ).toStrictEqual({ width: 1047, height: 690 });
    expect(
      expectedCanvasSize(
        { width: 1920, height: 1080 },
        { filters: true, details: true, problems: true, findings: false, timeline: false, runs: false },
      ),
    ).toStrictEqual({ width: 1306, height: 729 });
  });

  it('is never nothing', () => {
    expect(
      expectedCanvasSize(
        { width: 300, height: 200 },
        { filters: true, details: true, problems: true, findings: false, timeline: false, runs: false },
      ),
    ).toStrictEqual({
      width: 240,
      height: 160,
    });
  });
});
