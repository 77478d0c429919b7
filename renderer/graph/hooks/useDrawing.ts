import type { Core } from 'cytoscape';
import { useMemo, useState } from 'react';
import type { LaidOutView } from '../../inventory/worker/protocol/packed-view.ts';
import { kindById } from '../../../shared/kinds/index.ts';
import { THEMES, UI_FONT } from '../../ui/theme/tokens.ts';
import type { ThemeName } from '../../ui/theme/tokens.ts';
import { drawnElements } from '../elements/drawn-elements.ts';
import type { DrawingContext, DrawnNode } from '../elements/drawn-elements.ts';
import { CARD } from '../style/card.ts';
import type { CanvasRemarks } from '../card-remarks.ts';
import type { CardDetail } from '../style/card.ts';
import { canvasMeasure } from '../style/measure-text.ts';

const NOTHING: ReadonlyMap<string, DrawnNode> = new Map();

/**
 * The elements to draw for a view, computed anew when the view, what is said of it, the theme or the detail changes. None while there is no canvas:
 * its size decides about the detail.
 */
export function useDrawing(
  cy: Core | undefined,
  laidOut: LaidOutView,
  theme: ThemeName,
  detail: CardDetail,
  remarks: CanvasRemarks,
): ReadonlyMap<string, DrawnNode> {
  // For each theme: what is seen from afar has the pictures of what is seen from nearer.
  const [images] = useState(() => new Map<ThemeName, Map<string, string>>());
  const context = useMemo<DrawingContext>(
    () => ({
      tokens: THEMES[theme],
      detail,
      fontFamily: UI_FONT,
      ...measures(),
      appearance: (kind) => kindById(kind).appearance,
      images: imagesOf(images, theme),
      drawn: new Map(),
    }),
    [theme, detail, images],
  );
  const isReady = cy !== undefined;
  return useMemo(
    () => (isReady ? drawnElements(laidOut, context, remarks) : NOTHING),
    [isReady, laidOut, context, remarks],
  );
}

type Measures = Pick<DrawingContext, 'measureTitle' | 'measureCompactTitle' | 'measureSubtitle'>;

let knownMeasures: Measures | undefined;

/** Made once: what was measured stays known when theme or detail change. */
function measures(): Measures {
  knownMeasures ??= {
    measureTitle: canvasMeasure(`${CARD.titleWeight} ${CARD.titleSize}px ${UI_FONT}`),
    measureCompactTitle: canvasMeasure(`${CARD.titleWeight} ${CARD.compactTitleSize}px ${UI_FONT}`),
    measureSubtitle: canvasMeasure(`${CARD.subtitleSize}px ${UI_FONT}`),
  };
  return knownMeasures;
}

function imagesOf(images: Map<ThemeName, Map<string, string>>, theme: ThemeName): Map<string, string> {
  const known = images.get(theme) ?? new Map<string, string>();
  images.set(theme, known);
  return known;
}
