import { describe, expect, it } from 'vitest';
import { contrast, linearRgb, mix, visibleOn } from '../../../../../renderer/ui/theme/colour.ts';

describe('colour', () => {
  it('gives black on white the contrast 21, either way round, and a colour on itself 1', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21);
    expect(contrast('#ffffff', '#000000')).toBe(21);
    expect(contrast('#7e6909', '#7e6909')).toBe(1);
  });

  it('gives the contrast of the example of WCAG for #777777 on white', () => {
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it('reads the channels of a colour in linear light', () => {
    expect(linearRgb('#ff0000')).toStrictEqual([1, 0, 0]);
  });

  it('lays a share of one colour over another', () => {
    expect(mix('#ff0000', '#ffffff', 0.5)).toBe('#ff8080');
    expect(mix('#123456', '#ffffff', 0)).toBe('#ffffff');
    expect(mix('#123456', '#ffffff', 1)).toBe('#123456');
  });

  it('keeps the preferred colour where it can be seen, and takes black or white where it cannot', () => {
    expect(visibleOn('#1156bd', '#ffffff')).toBe('#ffffff');
    expect(visibleOn('#f2bd55', '#ffffff')).toBe('#000000');
    expect(visibleOn('#0b0f14', '#000000')).toBe('#ffffff');
  });
});
