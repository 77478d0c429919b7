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
      orange: '#b87414',
      green: '#2b8c6b',
      purple: '#5c2a89',
      vermilion: '#a03412',
      sky: '#1f8bc8',
      yellow: '#7e6909',
      teal: '#155f5f',
      pink: '#d44c98',
      grey: '#414a58',
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
      blue: '#0c47a1',
      orange: '#8f5406',
      green: '#14704f',
      purple: '#43176b',
      vermilion: '#7c1d00',
      sky: '#056a9f',
      yellow: '#605000',
      teal: '#034545',
      pink: '#b02675',
      grey: '#2b333e',
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
    focus: '#ff9ad0',
    mark: '#ffe066',
    danger: '#ffa8a0',
    warning: '#ffd27a',
    ok: '#8df0bb',
    info: '#8ceaff',
    onHue: '#0b0f14',
    hues: {
      blue: '#7fa4ff',
      orange: '#ffb02e',
      green: '#63dd9b',
      purple: '#b48ae0',
      vermilion: '#ff7a2b',
      sky: '#6fcbff',
      yellow: '#fff07a',
      teal: '#a8fff7',
      pink: '#f0679a',
      grey: '#b3bdc9',
    },
  },
};
