import { useId, useMemo } from 'react';
import type { KeyboardEvent, ReactElement, Ref } from 'react';
import { ACTION_IDS, actionOf } from '../../shared/actions/actions.ts';
import type { View } from '../../shared/graph/view.ts';
import { shortcutKeys } from '../ui/shortcuts.ts';
import type { LaidOutView } from '../inventory/worker/protocol/packed-view.ts';
import type { CanvasRemarks } from './card-remarks.ts';
import { edgeName, nodeName } from './describe.ts';
import type { GraphKeyboard, MirrorNode } from './hooks/useGraphKeyboard.ts';
import type { Link } from './navigation/links.ts';
import type { LitElements } from './traced-elements.ts';

/** Options kept in the page on either side of the active one; a screen reader reads only that one. */
const NEAR = 20;

const INSTRUCTIONS =
  'Arrow keys move to the nearest node. Control and right or left arrow follow a link out or in. ' +
  'Square brackets go through the neighbours. L goes to the links of the node, arrow keys then go over them, Escape goes back. ' +
  'Shift and arrow keys move the view. Enter opens details, Space selects, Shift and F10 opens the menu, Escape leaves the graph. ' +
  `Of the node: ${actionKeys().join(', ')}.`;

/** `E Expand by relation`, for each action whose keys the graph listens to. */
function actionKeys(): readonly string[] {
  return ACTION_IDS.map(actionOf)
    .filter(({ keys }) => keys === 'graph')
    .map(({ title, shortcuts }) => `${shortcutKeys(shortcuts[0] ?? '', false).join(' ')} ${title.replace('…', '')}`);
}

interface MirrorProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly keyboard: GraphKeyboard;
  readonly view: View;
  readonly news: LaidOutView['news'];
  readonly remarks: CanvasRemarks;
  readonly selection: readonly string[];
  readonly selectedLink: string | undefined;
  readonly lit: LitElements | undefined;
  /** Whether the keyboard is in use, so that a ring must show where it is. */
  readonly isRinged: boolean;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * The graph for the keyboard and for screen readers: one tab stop, laid over the canvas and invisible but for its focus ring.
 * The active option is what the ring on the canvas stands around: a node, or one of its links.
 */
export function Mirror(props: MirrorProps): ReactElement {
  const { ref, keyboard, view, news, remarks, selection, selectedLink, lit, isRinged, onFocus, onBlur, onKeyDown } =
    props;
  const prefix = useId();
  const { active, activeLink, links, order } = keyboard;
  const selected = useMemo(() => new Set(selection), [selection]);
  const linksHere = activeLink === undefined || active === undefined ? undefined : links.get(active.id);
  const options: readonly (MirrorNode | Link)[] = linksHere ?? order;
  const at = useMemo(
    () => options.findIndex((option) => ('edge' in option ? option === activeLink : option.id === active?.id)),
    [options, active, activeLink],
  );
  const areas = useMemo(() => areaTitles(view), [view]);
  const first = Math.max(0, at - NEAR);
  const near = options.slice(first, at + NEAR + 1);
  return (
    <>
      <div
        ref={ref}
        className="graph-mirror"
        role="listbox"
        tabIndex={0}
        aria-label={`Graph: ${count(order.length, 'node')}, ${count(view.edges.length, 'link')}`}
        aria-describedby={`${prefix}help`}
        aria-multiselectable="true"
        aria-activedescendant={at === -1 ? undefined : `${prefix}${at}`}
        data-ringed={isRinged}
        onFocus={onFocus}
        onBlur={onBlur}
        onKeyDown={onKeyDown}
      >
        {near.map((option, index) => (
          <div
            key={'edge' in option ? option.edge.id : option.id}
            id={`${prefix}${first + index}`}
            role="option"
            aria-selected={'edge' in option ? option.edge.id === selectedLink : selected.has(option.id)}
            aria-posinset={first + index + 1}
            aria-setsize={options.length}
          >
            {'edge' in option
              ? `Link: ${edgeName(option.edge, view, remarks.edges[option.edge.id])}`
              : nodeName(option.node, links.get(option.id)?.length ?? 0, {
                  news: news?.[option.id],
                  area: areas.get(option.id),
                  remark: remarks.nodes[option.id],
                })}
            {isLit(option, lit) && ', lit up'}
          </div>
        ))}
      </div>
      <p id={`${prefix}help`} className="graph-mirror-text">
        {INSTRUCTIONS}
      </p>
      <output className="graph-mirror-text">{keyboard.announcement}</output>
    </>
  );
}

/** Titles of the open areas by the nodes that stand in them. */
function areaTitles({ areas = [] }: View): ReadonlyMap<string, string> {
  return new Map(
    areas.flatMap(({ title, members, folded }) =>
      folded === true ? [] : members.map((member) => [member, title] as const),
    ),
  );
}

/** Whether a trace has the node or link. */
function isLit(option: MirrorNode | Link, lit: LitElements | undefined): boolean {
  return 'edge' in option ? lit?.edges.has(option.edge.id) === true : lit?.nodes.has(option.id) === true;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
