import type { Core, ElementDefinition } from 'cytoscape';
import { startTransition, useCallback, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { ReactElement, Ref } from 'react';
import CytoscapeComponent from 'react-cytoscapejs';
import type { LaidOutView } from '../inventory/worker/protocol/packed-view.ts';
import { THEMES, UI_FONT } from '../ui/theme/tokens.ts';
import type { ThemeName } from '../ui/theme/tokens.ts';
import { AreaHeads } from './areas/AreaHeads.tsx';
import { AreaLayer } from './areas/AreaLayer.tsx';
import { paintAreas } from './areas/paint-areas.ts';
import { unionOf } from './elements/bounds.ts';
import { NO_REMARKS, type CanvasRemarks } from './card-remarks.ts';
import { createDecodedImages } from './elements/decoded-images.ts';
import type { GraphCallbacks, GraphHandle } from './graph-callbacks.ts';
import { GraphTooltip } from './GraphTooltip.tsx';
import { exportPng } from './export-png.ts';
import { useCardDetail } from './hooks/useCardDetail.ts';
import { useDrawing } from './hooks/useDrawing.ts';
import { useGlide } from './hooks/useGlide.ts';
import { useGraphDetail } from './hooks/useGraphDetail.ts';
import { useGraphElements } from './hooks/useGraphElements.ts';
import { useGraphKeyboard } from './hooks/useGraphKeyboard.ts';
import { useGraphLinks } from './hooks/useGraphLinks.ts';
import { useGraphMarks, useLinkBadges } from './hooks/useGraphMarks.ts';
import { useGraphMenu } from './hooks/useGraphMenu.ts';
import { useGraphMove } from './hooks/useGraphMove.ts';
import { useGraphPainted } from './hooks/useGraphPainted.ts';
import { useGraphRest } from './hooks/useGraphRest.ts';
import { useGraphResize } from './hooks/useGraphResize.ts';
import { useGraphSelection } from './hooks/useGraphSelection.ts';
import { useGraphTrace } from './hooks/useGraphTrace.ts';
import { useGraphStyle } from './hooks/useGraphStyle.ts';
import { useGraphViewport } from './hooks/useGraphViewport.ts';
import { useKeyboardFocus } from './hooks/useKeyboardFocus.ts';
import type { GraphLinks } from './links/graph-links.ts';
import { areaBoxes } from './layouts/worker/area-boxes.ts';
import { Minimap } from './minimap/Minimap.tsx';
import { Mirror } from './Mirror.tsx';
import type { LitElements } from './traced-elements.ts';
import { MAX_ZOOM, MIN_ZOOM } from './viewport.ts';
import './graph.css';

export interface GraphCanvasProps {
  readonly ref?: Ref<GraphHandle>;
  /** What to draw and where. Positions are never changed here, only reported (`moved`). */
  readonly laidOut: LaidOutView;
  /** What rules and reviewers say of it. */
  readonly remarks?: CanvasRemarks;
  /** Ids of the selected nodes of the view. */
  readonly selection: readonly string[];
  /** Id of the selected edge of the view; no node is selected then. */
  readonly selectedLink?: string | undefined;
  /** Ids of nodes and edges to mark, such as search hits. */
  readonly highlighted?: readonly string[];
  /** What is lit up, all else being dimmed. */
  readonly lit?: LitElements | undefined;
  readonly callbacks: GraphCallbacks;
  readonly theme: ThemeName;
  readonly reducedMotion: boolean;
  /** More of the graph will come by itself. */
  readonly growing?: boolean;
  /** Whether the overview is wanted. */
  readonly minimap?: boolean;
}

// react-cytoscapejs compares by these; elements are written through the instance.
const NO_ELEMENTS: ElementDefinition[] = [];
const NOTHING_MARKED: readonly string[] = [];

/**
 * The graph: a Cytoscape canvas, a tooltip, and the mirror for keyboard and screen reader. `laidOut`, `selection`, `highlighted`
 * and `callbacks` should keep their identity while they do not change.
 */
export function GraphCanvas({
  ref,
  laidOut,
  remarks = NO_REMARKS,
  selection,
  selectedLink,
  highlighted = NOTHING_MARKED,
  lit,
  callbacks,
  theme,
  reducedMotion,
  growing = false,
  minimap = false,
}: GraphCanvasProps): ReactElement {
  const [cy, setCy] = useState<Core>();
  // Cytoscape starts in a task of its own: the first drawing follows in another.
  const takeIn = useCallback((started: Core) => startTransition(() => setCy(started)), []);
  const mirror = useRef<HTMLDivElement>(null);
  const [isExporting, setExporting] = useState(false);
  const seenDetail = useCardDetail(cy, laidOut);
  const detail = isExporting ? 'full' : seenDetail;
  const [images] = useState(createDecodedImages);
  const whole = useDrawing(cy, laidOut, theme, detail, remarks);
  const linkLayer = useRef<HTMLDivElement>(null);
  useGlide(cy, linkLayer, laidOut, reducedMotion);
  const drawing = useGraphElements(cy, whole, images);
  const linkCanvas = useRef<HTMLCanvasElement>(null);
  const markCanvas = useRef<HTMLCanvasElement>(null);
  const drawer = useGraphLinks(cy, linkCanvas, markCanvas, laidOut, theme, callbacks);
  const links = drawer?.links;
  const boxes = useMemo(() => areaBoxes(laidOut.view, laidOut.positions), [laidOut]);
  const ground = useMemo(() => unionOf(boxes), [boxes]);

  useGraphSelection(cy, links, drawing, selection, callbacks);
  const viewport = useGraphViewport(cy, whole, { reducedMotion, growing, ground });
  useGraphResize(cy, whole, ground);
  useGraphDetail(cy, drawing);
  useGraphRest(cy);
  useGraphMove(cy, links, callbacks);
  useGraphMenu(cy, links, selectedLink !== undefined, callbacks);
  const whenPainted = useGraphPainted(cy, drawer?.layer, whole, drawing === whole, images, callbacks);

  const keyboard = useGraphKeyboard(laidOut, {
    selection,
    callbacks,
    reveal: viewport.reveal,
    pan: viewport.pan,
    placeOf: (id) => placeOf(cy, links, id),
  });
  const focus = useKeyboardFocus(cy, links, mirror, (id, group) =>
    group === 'nodes' ? keyboard.continueFrom(id) : keyboard.continueFromLink(id),
  );
  const withKeyboard = keyboard.activeLink?.edge.id ?? keyboard.active?.id;
  useGraphMarks(cy, links, drawing, selection, selectedLink, highlighted, focus.isRinged ? withKeyboard : undefined);
  useLinkBadges(links, remarks.edges);
  useGraphTrace(cy, links, drawing, lit);
  const stylesheet = useGraphStyle(theme);

  useImperativeHandle(ref, () => ({
    ...viewport,
    focus: (id) => {
      if (id !== undefined) keyboard.activate(id);
      mirror.current?.focus({ preventScroll: true });
    },
    exportPng: async (options) => {
      if (cy === undefined || drawer === undefined) throw new Error('The graph is not drawn yet.');
      // A picture for a report says all that cards can say, however far away the user looks at them.
      const painted = whenPainted();
      setExporting(true);
      if (detail !== 'full') await painted;
      try {
        return await exportPng(cy, drawer.layer, options, THEMES[theme].canvas, (context) =>
          paintAreas(context, boxes, THEMES[theme], UI_FONT),
        );
      } finally {
        setExporting(false);
      }
    },
  }));

  return (
    <div className="graph" aria-busy={drawing !== whole}>
      {boxes.length > 0 && <AreaLayer cy={cy} boxes={boxes} />}
      <div ref={linkLayer} className="graph-links" data-shown={drawing.size > 0}>
        <canvas ref={linkCanvas} />
        <canvas ref={markCanvas} />
      </div>
      <CytoscapeComponent
        className="graph-canvas"
        elements={NO_ELEMENTS}
        stylesheet={stylesheet}
        diff={differs}
        cy={takeIn}
        minZoom={MIN_ZOOM}
        maxZoom={MAX_ZOOM}
      />
      {laidOut.view.nodes.length > 0 && (
        <Mirror
          ref={mirror}
          keyboard={keyboard}
          view={laidOut.view}
          news={laidOut.news}
          remarks={remarks}
          selection={selection}
          selectedLink={selectedLink}
          lit={lit}
          isRinged={focus.isRinged}
          onFocus={focus.onFocus}
          onBlur={focus.onBlur}
          onKeyDown={(event) => {
            focus.onKey();
            keyboard.keyDown(event);
          }}
        />
      )}
      <AreaHeads cy={cy} boxes={boxes} onToggle={(area) => callbacks.areaToggled(area)} />
      {minimap && <Minimap cy={cy} laidOut={laidOut} boxes={boxes} selection={selection} theme={theme} />}
      <GraphTooltip cy={cy} links={links} laidOut={laidOut} remarks={remarks} />
    </div>
  );
}

function differs(one: unknown, other: unknown): boolean {
  return one !== other;
}

/** The middle of a node or link on the window, or the canvas's corner if it is not drawn. */
function placeOf(cy: Core | undefined, links: GraphLinks | undefined, id: string): { x: number; y: number } {
  const frame = cy?.container()?.getBoundingClientRect();
  if (cy === undefined || frame === undefined) return { x: 0, y: 0 };
  const place = links?.middleOf(id) ?? cy.getElementById(id).position() ?? { x: 0, y: 0 };
  const [zoom, pan] = [cy.zoom(), cy.pan()];
  return { x: frame.left + pan.x + place.x * zoom, y: frame.top + pan.y + place.y * zoom };
}
