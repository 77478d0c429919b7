import type { Appearance } from '../../../shared/kinds/kind.ts';

/**
 * Outlines of the chip that carries a kind's glyph, in a box of 32 by 32, to be filled and stroked (width 2, round joins, which
 * rounds the corners). Shape repeats what hue says, for people and prints without colour.
 */
export const CHIP_SHAPES: Readonly<Record<Appearance['shape'], string>> = {
  ellipse: 'M1.5 16a14.5 14.5 0 1 0 29 0a14.5 14.5 0 1 0-29 0z',
  'round-rectangle': 'M8 2h16a6 6 0 0 1 6 6v16a6 6 0 0 1-6 6H8a6 6 0 0 1-6-6V8a6 6 0 0 1 6-6z',
  hexagon: 'M8.5 2.5h15L31 16l-7.5 13.5h-15L1 16z',
  diamond: 'M16 .5L31.5 16L16 31.5L.5 16z',
  octagon: 'M10 2h12l8 8v12l-8 8H10l-8-8V10z',
  barrel: 'M4 4.5c6-3 18-3 24 0c2.5 6 2.5 17 0 23c-6 3-18 3-24 0c-2.5-6-2.5-17 0-23z',
  tag: 'M2 4h19.5L31 16l-9.5 12H2z',
  pentagon: 'M16 1.5L31 12.5L25.5 30h-19L1 12.5z',
  'cut-rectangle': 'M2 2h20l8 8v20H10l-8-8z',
  rhomboid: 'M9 3.5h22L23 28.5H1z',
};
