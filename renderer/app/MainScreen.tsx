import { Fragment, startTransition, useDeferredValue, useEffect, useRef, useState } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { ProblemsPane } from '../coverage/ProblemsPane.tsx';
import { DetailsPane } from '../details/DetailsPane.tsx';
import { FindingsPane } from '../findings/FindingsPane.tsx';
import { FiltersPane } from '../filters/FiltersPane.tsx';
import { RunsPane } from '../runs/RunsPane.tsx';
import type { PaneName } from '../state/pane-store.ts';
import type { Session } from '../state/session-store.ts';
import { TimelinePane } from '../timeline/TimelinePane.tsx';
import { Later } from '../ui/Later.tsx';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { GraphPane } from './GraphPane.tsx';
import { Pane } from './Pane.tsx';
import { SkipLinks } from './SkipLinks.tsx';
import { StatusBar } from './StatusBar.tsx';
import { tellOpened } from './tell-opened.ts';
import { TopBar } from './TopBar.tsx';
import './main-screen.css';

/** Panes scroll inside, never as a whole. */
const CLIPPED = { overflow: 'hidden' } as const;

/** Room for one pane beside the graph only: a small window, or 200 % zoom on a usual one. */
const NARROW = '(max-width: 900px)';

/** Room for one pane below the graph only. */
const LOW = '(max-height: 860px)';
/** At a large zoom, say: what was opened last gets the room, and the graph what is left. */
const TIGHT = '(max-height: 520px)';
const TIGHT_LEAST = { upper: 72, below: 200 } as const;
const UPPER_LEAST = 200;

type BelowName = Exclude<PaneName, 'filters' | 'details'>;

interface Below {
  readonly name: BelowName;
  readonly title: string;
  /** Pixels. */
  readonly height: number;
  readonly least: number;
}

/** The panes below the graph, from above. */
const BELOW: readonly Below[] = [
  { name: 'timeline', title: 'Timeline', height: 256, least: 140 },
  { name: 'runs', title: 'Runs', height: 260, least: 140 },
  { name: 'findings', title: 'Findings', height: 320, least: 140 },
  { name: 'problems', title: 'Problems and coverage', height: 272, least: 120 },
];

interface PaneBelowProps {
  readonly name: BelowName;
  readonly open: Extract<Session, { phase: 'open' }>;
}

function PaneBelow({ name, open }: PaneBelowProps): React.JSX.Element {
  switch (name) {
    case 'timeline':
      return <TimelinePane revision={open.summary} />;
    case 'runs':
      return <RunsPane revision={open.summary} />;
    case 'findings':
      return <FindingsPane revision={open.summary} />;
    case 'problems':
      return <ProblemsPane open={open} />;
  }
}

/** The explorer: filters, graph, details, problems; all but the graph can be closed and resized. */
export function MainScreen({ open }: { readonly open: Extract<Session, { phase: 'open' }> }): React.JSX.Element {
  const workbench = useWorkbench();
  const { storage, panes } = workbench;
  const shown = useShared('panes', (state) => state.open);
  const { filters, details } = shown;
  // Hundreds of controls, which change each time a collection has grown: rendered in slices between the frames.
  const facets = useDeferredValue(open.facets);
  const below = BELOW.filter(({ name }) => shown[name]);
  const columns = [...(filters ? ['filters'] : []), 'graph', ...(details ? ['details'] : [])];
  const across = useDefaultLayout({ id: 'panes-across', panelIds: columns, storage });
  const down = useDefaultLayout({
    id: 'panes-down',
    panelIds: ['upper', ...below.map(({ name }) => name)],
    storage,
  });

  const [isTight, setTight] = useState(false);
  useEffect(() => {
    const [narrow, low, tight] = [matchMedia(NARROW), matchMedia(LOW), matchMedia(TIGHT)];
    const tell = (): void => {
      panes.getState().setNarrow(narrow.matches);
      panes.getState().setLow(low.matches);
      setTight(tight.matches);
    };
    tell();
    for (const room of [narrow, low, tight]) room.addEventListener('change', tell);
    return () => {
      for (const room of [narrow, low, tight]) room.removeEventListener('change', tell);
    };
  }, [panes]);
  // With the screen its parts come one after the other; a pane that is opened afterwards comes at once.
  const [isBuilt, setBuilt] = useState(false);
  useEffect(() => startTransition(() => setBuilt(true)), []);
  const told = useRef(false);
  useEffect(() => {
    // Once for each inventory: one that is being collected has something to tell when that ended.
    const { report } = open;
    if (told.current || report === undefined || open.stream === 'growing') return;
    told.current = true;
    tellOpened(workbench, { ...open, report });
  }, [workbench, open]);

  return (
    <div className="screen main-screen">
      <SkipLinks />
      <TopBar open={open} />
      <Group className="panes" {...down} orientation="vertical">
        <Panel id="upper" minSize={isTight ? TIGHT_LEAST.upper : UPPER_LEAST} style={CLIPPED}>
          <Group {...across} orientation="horizontal">
            {filters && (
              <>
                <Panel
                  id="filters"
                  defaultSize={232}
                  minSize={180}
                  maxSize={420}
                  groupResizeBehavior="preserve-pixel-size"
                  style={CLIPPED}
                >
                  <Pane name="filters" title="Filters and legend">
                    <Later frames={isBuilt ? 0 : 2}>
                      <FiltersPane facets={facets} />
                    </Later>
                  </Pane>
                </Panel>
                <Separator className="separator" aria-label="Width of the filters" />
              </>
            )}
            <Panel id="graph" minSize={240} style={CLIPPED}>
              <Later frames={4}>
                <GraphPane open={open} />
              </Later>
            </Panel>
            {details && (
              <>
                <Separator className="separator" aria-label="Width of the details" />
                <Panel
                  id="details"
                  defaultSize={380}
                  minSize={260}
                  maxSize={720}
                  groupResizeBehavior="preserve-pixel-size"
                  style={CLIPPED}
                >
                  <Pane name="details" title="Details">
                    <Later frames={isBuilt ? 0 : 6}>
                      <DetailsPane open={open} />
                    </Later>
                  </Pane>
                </Panel>
              </>
            )}
          </Group>
        </Panel>
        {below.map(({ name, title, height, least }) => (
          <Fragment key={name}>
            <Separator className="separator separator--flat" aria-label={`Height of the ${name}`} />
            <Panel
              id={name}
              defaultSize={height}
              minSize={isTight ? TIGHT_LEAST.below : least}
              groupResizeBehavior="preserve-pixel-size"
              style={CLIPPED}
            >
              <Pane name={name} title={title}>
                <PaneBelow name={name} open={open} />
              </Pane>
            </Panel>
          </Fragment>
        ))}
      </Group>
      <StatusBar open={open} />
    </div>
  );
}
