/** The themes of the window; `contrast-…` when the system asks for more contrast. */
export type ThemeName = 'light' | 'dark' | 'contrast-light' | 'contrast-dark';

/** Names of the colours that tell kinds apart. */
export type HueName =
  | 'blue'
  | 'orange'
  | 'green'
  | 'purple'
  | 'vermilion'
  | 'sky'
  | 'yellow'
  | 'teal'
  | 'pink'
  | 'grey';

/** Colours the canvas draws with, as `#rrggbb`. The same values stand in tokens.css, where each has the same name in kebab case. */
export interface ThemeTokens {
  readonly canvas: string;
  readonly surface1: string;
  readonly surface2: string;
  readonly surface3: string;
  readonly border: string;
  readonly borderStrong: string;
  readonly text: string;
  readonly textMuted: string;
  readonly accent: string;
  readonly selection: string;
  readonly focus: string;
  readonly mark: string;
  readonly danger: string;
  readonly warning: string;
  readonly ok: string;
  readonly info: string;
  /** Colour of a kind by the hue its definition names. */
  /** Glyphs on a hue, where it keeps 3:1 to it. */
  readonly onHue: string;
  readonly hues: Readonly<Record<HueName, string>>;
}

/** Fonts of the canvas; the same as `--font-ui`. Cytoscape takes double quotes only. */
export const UI_FONT =
  '"Inter", "Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, "Noto Sans", sans-serif';

/**
 * Hues follow Okabe and Ito's palette (https://jfly.uni-koeln.de/color/), moved in lightness so that each keeps 3:1 against the
 * canvas and stays apart from the others with protanopia and deuteranopia.
 */
export const THEMES: Readonly<Record<ThemeName, ThemeTokens>> = {
  light: {
    canvas: '#f7f8fa',
    surface1: '#ffffff',
    surface2: '#eaeef3',
    surface3: '#dde3ea',
    border: '#d5dbe3',
    borderStrong: '#7c8796',
    text: '#18202b',
    textMuted: '#556170',
    accent: '#1156bd',
    selection: '#1156bd',
    focus: '#b3005e',
    mark: '#ffe58a',
    danger: '#b3261e',
    warning: '#8a5a00',
    ok: '#1d7249',
    info: '#0a6d85',
    onHue: '#ffffff',
    hues: {
      blue: '#1156bd',
      orange: '#b87d1a',
      green: '#2b8c6b',
      purple: '#5c2a89',
      vermilion: '#8e2909',
      sky: '#1f90cd',
      yellow: '#7e6909',
      teal: '#1a6767',
      pink: '#d952a0',
      grey: '#38414f',
    },
  },
  dark: {
    canvas: '#13171d',
    surface1: '#181d24',
    surface2: '#232a33',
    surface3: '#2f3844',
    border: '#2d3540',
    borderStrong: '#798595',
    text: '#e8ecf1',
    textMuted: '#a3afbd',
    accent: '#7ba4ff',
    selection: '#7ba4ff',
    focus: '#ff8ac4',
    mark: '#6b5310',
    danger: '#ff8a80',
    warning: '#f2bd55',
    ok: '#67d39b',
    info: '#5fd0e6',
    onHue: '#0b0f14',
    hues: {
      blue: '#5e8bfd',
      orange: '#eb990c',
      green: '#57c98c',
      purple: '#9a6fc6',
      vermilion: '#e0600d',
      sky: '#50c0fe',
      yellow: '#ead550',
      teal: '#8ee6df',
      pink: '#cf4a7b',
      grey: '#8e9aab',
    },
  },
  'contrast-light': {
    canvas: '#ffffff',
    surface1: '#ffffff',
    surface2: '#f0f0f0',
    surface3: '#e0e0e0',
    border: '#3c434d',
    borderStrong: '#000000',
    text: '#000000',
    textMuted: '#2e353f',
    accent: '#00358a',
    selection: '#00358a',
    focus: '#a00054',
    mark: '#ffe066',
    danger: '#8c0d08',
    warning: '#613d00',
    ok: '#0c5230',
    info: '#005466',
    onHue: '#ffffff',
    hues: {
      blue: '#3c62c3',
      orange: '#884d00',
      green: '#048059',
      purple: '#3f006b',
      vermilion: '#841f01',
      sky: '#18789d',
      yellow: '#886f03',
      teal: '#0f5f56',
      pink: '#6a0748',
      grey: '#131c28',
    },
  },
  'contrast-dark': {
    canvas: '#000000',
    surface1: '#000000',
    surface2: '#1a1a1a',
    surface3: '#2a2a2a',
    border: '#a8b0ba',
    borderStrong: '#ffffff',
    text: '#ffffff',
    textMuted: '#d5dbe3',
    accent: '#9dc1ff',
    selection: '#9dc1ff',
    focus: '#ffd84d',
    mark: '#ffe066',
    danger: '#ffa8a0',
    warning: '#ffd27a',
    ok: '#8df0bb',
    info: '#8ceaff',
    onHue: '#0b0f14',
    hues: {
      blue: '#84aaff',
      orange: '#e3ab63',
      green: '#68f2b4',
      purple: '#9d73f7',
      vermilion: '#e66823',
      sky: '#4697b9',
      yellow: '#f4dc4f',
      teal: '#66c7c8',
      pink: '#e9538a',
      grey: '#eef4fe',
    },
  },
};
