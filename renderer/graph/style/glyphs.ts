/** Own drawing of a kind in a box of 24 by 24: lines (stroked, width 2, round ends) and faces (filled). */
export interface Glyph {
  readonly lines?: string;
  readonly faces?: string;
}

/** Drawn for a name that has no glyph; a test makes sure that no kind needs it. */
export const UNKNOWN_GLYPH: Glyph = {
  lines: 'M8.5 9.5a3.5 3.5 0 1 1 5.3 3c-1.2.7-1.8 1.3-1.8 2.5',
  faces: dot(12, 19, 1.4),
};

const GLYPHS: ReadonlyMap<string, Glyph> = new Map<string, Glyph>([
  ['job', { lines: 'M8 5.5v13l11-6.5z', faces: 'M8 5.5v13l11-6.5z' }],
  ['area', { lines: 'M3 3h18v18H3z', faces: 'M7 7h4v4H7zM13 7h4v4h-4zM7 13h4v4H7zM13 13h4v4h-4z' }],
  ['model', { lines: `M8 10.8l7-4M8 13.2l7 4${ring(5.5, 12, 2.6)}`, faces: dot(17.5, 5.5, 3) + dot(17.5, 18.5, 3) }],
  ['image', { lines: 'M3 8l9-4.5L21 8l-9 4.5zM3.5 12.5L12 16.8l8.5-4.3M3.5 16.7L12 21l8.5-4.3' }],
  ['key', { lines: `${ring(8, 16, 4.5)}M11.2 12.8L20 4M16 8l3.5 3.5` }],
  [
    'network',
    {
      lines: 'M12 8v4.5M5.5 16v-3.5h13V16',
      faces: 'M9 3h6v5.5H9zM2.5 15.5h6V21h-6zM15.5 15.5h6V21h-6z',
    },
  ],
  [
    'identity',
    {
      lines: 'M4 20.5c.8-4.2 3.8-6.5 8-6.5s7.2 2.3 8 6.5z',
      faces: `${dot(12, 7.5, 4.5)}M4 20.5c.8-4.2 3.8-6.5 8-6.5s7.2 2.3 8 6.5z`,
    },
  ],
  ['bucket', { lines: 'M3.5 6.5c0 4 17 4 17 0s-17-4-17 0zM3.5 6.5L6 18.5c.6 3 11.4 3 12 0l2.5-12' }],
  ['training-pipeline', { lines: 'M9 12h6M12.5 9l3 3-3 3', faces: 'M2 7.5h7v9H2zM16 7.5h6v9h-6z' }],
  ['tuning', { lines: `M3 7h8M17 7h4M3 17h4M13 17h8${ring(14, 7, 3)}${ring(10, 17, 3)}` }],
  [
    'architecture-search',
    {
      lines: `M5 5h5M5 5v5M5 12.5l5-5${ring(15, 15, 4)}M18 18l3.5 3.5`,
      faces: dot(5, 5, 2.2) + dot(12, 5, 2.2) + dot(5, 12, 2.2),
    },
  ],
  ['pipeline', { lines: 'M9 6h6a3 3 0 0 1 3 3v6', faces: 'M3 3h7v6.5H3zM14.5 14.5h7V21h-7z' }],
  [
    'endpoint',
    {
      lines: 'M7.5 17.5a7.5 7.5 0 0 1 0-11M16.5 6.5a7.5 7.5 0 0 1 0 11M4.5 20a11 11 0 0 1 0-16M19.5 4a11 11 0 0 1 0 16',
      faces: dot(12, 12, 2.8),
    },
  ],
  ['chart', { lines: 'M4 3.5V20h16.5M8 15.5l4-5.5 3 3 5-7.5' }],
  ['machines', { lines: 'M4 4h16v6.5H4zM4 13.5h16V20H4z', faces: dot(8, 7.2, 1.3) + dot(8, 16.8, 1.3) }],
  [
    'experiment',
    {
      lines: 'M8.5 3h7M10 3v6.5L4.8 18.5c-.8 1.4 0 2.5 1.4 2.5h11.6c1.4 0 2.2-1.1 1.4-2.5L14 9.5V3',
      faces: 'M8 14.5h8l2.8 5H5.2z',
    },
  ],
  ['dataset', { lines: 'M5 6c0 4 14 4 14 0s-14-4-14 0zM5 6v12c0 4 14 4 14 0V6M5 12c0 4 14 4 14 0' }],
  ['repository', { lines: 'M3 4h18v5H3zM5 9v11.5h14V9M10 13.5h4' }],
  ['key-ring', { lines: `${ring(12, 8, 5)}M9.5 12.5L6.5 21M7.7 17.5l-3-1M14.5 12.5l3 8.5M16.3 17.5l3-1` }],
  [
    'subnetwork',
    {
      lines: 'M3.5 6.5a3 3 0 0 1 3-3h11a3 3 0 0 1 3 3v11a3 3 0 0 1-3 3h-11a3 3 0 0 1-3-3zM10 12h4',
      faces: dot(8.5, 12, 2.3) + dot(15.5, 12, 2.3),
    },
  ],
  ['firewall', { lines: 'M3 4h18v16H3zM3 9.3h18M3 14.7h18M12 4v5.3M8 9.3v5.4M16 9.3v5.4M12 14.7V20' }],
  ['attachment', { lines: 'M9 3v5M15 3v5M12 17v4', faces: 'M5.5 8h13v3a6.5 6.5 0 0 1-13 0z' }],
  ['address', { lines: `M12 21.5s-7-6.2-7-11.5a7 7 0 0 1 14 0c0 5.3-7 11.5-7 11.5z`, faces: dot(12, 10, 2.6) }],
  ['reservation', { lines: 'M4 5.5h16V21H4zM4 10h16M8 2.5v3M16 2.5v3M8.8 15.3l2.4 2.3 4-4.3' }],
  ['table', { lines: 'M3 4h18v16H3zM3 10h18M9.5 10v10', faces: 'M3 4h18v6H3z' }],
  ['tables', { lines: 'M3 3h13v12H3zM3 8h13M20.5 9v11.5H8', faces: 'M3 3h13v5H3z' }],
  ['secret', { lines: 'M7.5 11V8a4.5 4.5 0 0 1 9 0v3', faces: 'M4.5 10.5h15V21h-15z' }],
  ['project', { lines: 'M3 5.5h6.5l2 3H21V20H3z' }],
  ['account-key', { lines: `${ring(12, 6.5, 4.5)}M12 11v10.5M12 15.5h4.5M12 19.5h3.5` }],
  ['folder', { lines: 'M3 5.5h6.5l2 3H21V20H3z', faces: 'M3 12h18v8H3z' }],
  ['organisation', { lines: 'M4 21V4h10v17M14 10h6v11M2.5 21h19M7 8h4M7 12h4M7 16h4' }],
  ['principal', { lines: `${ring(9, 8, 4)}M2.5 20c.6-4 3-6 6.5-6s5.9 2 6.5 6M17 12l2 2 3.5-4` }],
  ['role', { lines: 'M4 3.5h16v17H4zM8 8h8M8 12h8M8 16h5' }],
]);

/** The drawing with this name; `UNKNOWN_GLYPH` if there is none. */
export function glyph(name: string): Glyph {
  return GLYPHS.get(name) ?? UNKNOWN_GLYPH;
}

function ring(x: number, y: number, radius: number): string {
  return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0z`;
}

function dot(x: number, y: number, radius: number): string {
  return ring(x, y, radius);
}
