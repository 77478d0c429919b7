import type { StylesheetJson } from 'cytoscape';
import { useMemo } from 'react';
import { KINDS } from '../../../shared/kinds/index.ts';
import { THEMES, UI_FONT } from '../../ui/theme/tokens.ts';
import type { ThemeName } from '../../ui/theme/tokens.ts';
import { graphStylesheet } from '../style/stylesheet.ts';

/** The stylesheet of a theme. Its identity changes with the theme only: a new one makes Cytoscape restyle every element. */
export function useGraphStyle(theme: ThemeName): StylesheetJson {
  return useMemo(() => graphStylesheet(KINDS, THEMES[theme], UI_FONT), [theme]);
}
