import { useLayoutEffect, useSyncExternalStore } from 'react';
import type { ThemeName } from './tokens.ts';

const DARK = '(prefers-color-scheme: dark)';
const MORE_CONTRAST = '(prefers-contrast: more), (forced-colors: active)';
const REDUCED_MOTION = '(prefers-reduced-motion: reduce)';

/** The theme for what the system asks of an application. */
export function themeFor(dark: boolean, moreContrast: boolean): ThemeName {
  if (moreContrast) return dark ? 'contrast-dark' : 'contrast-light';
  return dark ? 'dark' : 'light';
}

/**
 * The theme the system asks for, kept up to date, and put on the root element as `data-theme` for tokens.css. The application's
 * own choice of theme arrives here as well: Electron's `nativeTheme.themeSource` changes what the media query answers.
 */
export function useTheme(): ThemeName {
  const theme = themeFor(useMediaQuery(DARK), useMediaQuery(MORE_CONTRAST));
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return theme;
}

/** Whether the system asks for no animation. */
export function useReducedMotion(): boolean {
  return useMediaQuery(REDUCED_MOTION);
}

function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}
