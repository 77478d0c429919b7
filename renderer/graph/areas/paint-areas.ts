import type { ThemeTokens } from '../../ui/theme/tokens.ts';
import { AREA_HEAD, AREA_PADDING, type AreaBox } from '../layouts/worker/area-boxes.ts';
import { displayText } from '../style/label.ts';

const TITLE_SIZE = 15;
const RADIUS = 14;

/** Paints areas with their titles on a canvas whose units are those of the graph: for pictures, in which there are no elements. */
export function paintAreas(
  context: OffscreenCanvasRenderingContext2D,
  boxes: readonly AreaBox[],
  tokens: ThemeTokens,
  fontFamily: string,
): void {
  for (const { area, x1, y1, x2, y2 } of boxes) {
    context.beginPath();
    context.roundRect(x1, y1, x2 - x1, y2 - y1, RADIUS);
    context.fillStyle = tokens.surface2;
    context.fill();
    context.lineWidth = 1.25;
    context.strokeStyle = tokens.borderStrong;
    context.stroke();
    context.font = `600 ${TITLE_SIZE}px ${fontFamily}`;
    context.textBaseline = 'middle';
    context.fillStyle = tokens.text;
    const title = `${displayText(area.title)}  ${area.count.toLocaleString('en')}`;
    context.fillText(title, x1 + AREA_PADDING, y1 + AREA_HEAD / 2, x2 - x1 - 2 * AREA_PADDING);
  }
}
