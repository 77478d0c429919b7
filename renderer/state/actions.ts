import type { MenuCommand } from '../../shared/ipc/menu-commands.ts';
import type { Shortcut } from './shortcuts.ts';

/** What decides whether an action applies; gathered from the stores. */
export interface ActionContext {
  readonly phase: 'start' | 'opening' | 'open' | 'failed';
  /** Of an inventory that was collected: whether more is being read. */
  readonly collection: 'running' | 'ended' | undefined;
  /** Whether reading it again has told what differs. */
  readonly changes: boolean;
  /** Number of selected view nodes. */
  readonly selected: number;
  /** Whether a link is selected; then no node is. */
  readonly link: boolean;
  /** Whether the selection is exactly one fold, or has one among it. */
  readonly fold: boolean;
  /** Whether something is traced: a path, a lineage. */
  readonly traced: 'paths' | 'lineage' | undefined;
  /** Whether a selected node came out of a fold. */
  readonly fromFold: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  /** Whether something is filtered, hidden, focused or picked. */
  readonly filtered: boolean;
  /** Whether the user unfolded or added something. */
  readonly unfolded: boolean;
}

export type ActionGroup = 'File' | 'Find and go' | 'View' | 'Selection' | 'Graph' | 'Help';

/** One thing the user can do, wherever it is offered: button, menu, context menu, shortcut, sheet of shortcuts. */
export interface ActionDefinition {
  readonly title: string;
  readonly group: ActionGroup;
  /** First one is shown. */
  readonly shortcuts: readonly Shortcut[];
  /** `window`: the keys work everywhere; `graph`: the canvas listens for them while it has the focus; `menu`: the app's menu does. */
  readonly scope: 'window' | 'graph' | 'menu';
  readonly enabled: (context: ActionContext) => boolean;
}

function always(): boolean {
  return true;
}

function isOpen(context: ActionContext): boolean {
  return context.phase === 'open';
}

function hasInventoryOrFailure(context: ActionContext): boolean {
  return context.phase === 'open' || context.phase === 'failed';
}

function hasSelection(context: ActionContext): boolean {
  return isOpen(context) && context.selected > 0;
}

function hasLink(context: ActionContext): boolean {
  return isOpen(context) && context.link;
}

function canCollect(context: ActionContext): boolean {
  return isOpen(context) && context.collection === 'ended';
}

function hasOneResource(context: ActionContext): boolean {
  return isOpen(context) && context.selected === 1 && !context.fold;
}

function hasTwoResources(context: ActionContext): boolean {
  return isOpen(context) && context.selected === 2 && !context.fold;
}

function hasTrace(context: ActionContext): boolean {
  return isOpen(context) && context.traced !== undefined;
}

function hasPaths(context: ActionContext): boolean {
  return isOpen(context) && context.traced === 'paths';
}

function define(
  group: ActionGroup,
  title: string,
  shortcuts: readonly Shortcut[],
  enabled: ActionDefinition['enabled'],
  scope: ActionDefinition['scope'] = 'window',
): ActionDefinition {
  return { group, title, shortcuts, enabled, scope };
}

/** The list of actions. */
export const ACTIONS = {
  'open-files': define('File', 'Open files…', ['Mod+O'], always),
  'open-folder': define('File', 'Open folder…', ['Mod+Shift+O'], always),
  'open-sample': define('File', 'Open the sample', [], always),
  connect: define('File', 'Connect to Google Cloud…', ['Mod+Shift+G'], always, 'menu'),
  refresh: define('File', 'Refresh from Google Cloud', ['F5'], canCollect, 'menu'),
  'retry-collection': define('File', 'Read again what could not be read', [], canCollect),
  'stop-collection': define(
    'File',
    'Stop collecting',
    [],
    (context) => isOpen(context) && context.collection === 'running',
  ),
  'save-snapshot': define('File', 'Save snapshot…', ['Mod+S'], isOpen),
  'export-image': define('File', 'Export image…', ['Mod+Shift+E'], isOpen),
  'close-inventory': define('File', 'Close inventory', ['Mod+Shift+W'], hasInventoryOrFailure, 'menu'),

  find: define('Find and go', 'Search resources', ['Mod+K', '/'], isOpen),
  'next-match': define('Find and go', 'Next match of the search', ['F3'], isOpen),
  'previous-match': define('Find and go', 'Previous match of the search', ['Shift+F3'], isOpen),
  questions: define('Find and go', 'Questions and saved queries…', ['Mod+Shift+K'], isOpen),
  'save-query': define('Find and go', 'Save the query…', [], isOpen),
  back: define('Find and go', 'Back', ['Alt+ArrowLeft'], (context) => isOpen(context) && context.canGoBack),
  forward: define('Find and go', 'Forward', ['Alt+ArrowRight'], (context) => isOpen(context) && context.canGoForward),
  'next-pane': define('Find and go', 'Next pane', ['F6'], isOpen),
  'previous-pane': define('Find and go', 'Previous pane', ['Shift+F6'], isOpen),

  undo: define('View', 'Undo', ['Mod+Z'], (context) => isOpen(context) && context.canUndo),
  redo: define('View', 'Redo', ['Mod+Shift+Z', 'Mod+Y'], (context) => isOpen(context) && context.canRedo),
  history: define('View', 'History of the view…', ['Mod+Shift+H'], isOpen),
  'show-all': define('View', 'Show all', ['Mod+Shift+A'], (context) => isOpen(context) && context.filtered),
  'fold-all': define('View', 'Fold again', [], (context) => isOpen(context) && context.unfolded),
  'layout-columns': define('View', 'Arrange in columns by role', [], isOpen),
  'layout-organic': define('View', 'Arrange by force', [], isOpen),
  'layout-concentric': define('View', 'Arrange in circles around the selection', [], hasSelection),
  rearrange: define('View', 'Rearrange', [], isOpen),
  'toggle-table': define('View', 'Show as a table', ['T'], isOpen),
  'toggle-access': define('View', 'Access: who can do what', [], isOpen),
  'toggle-filters': define('View', 'Filters and legend', ['Mod+1'], isOpen),
  'toggle-details': define('View', 'Details', ['Mod+2'], isOpen),
  'toggle-problems': define('View', 'Problems and coverage', ['Mod+3'], isOpen),
  'toggle-findings': define('View', 'Findings', ['Mod+4'], isOpen),
  'show-changes': define('View', 'Show the changes', [], (context) => isOpen(context) && context.changes),

  'focus-1': define('Selection', 'Show only with neighbours', ['F'], hasSelection, 'graph'),
  'focus-2': define('Selection', 'Show only with neighbours, 2 links deep', [], hasSelection),
  'focus-3': define('Selection', 'Show only with neighbours, 3 links deep', [], hasSelection),
  'focus-upstream': define('Selection', 'Show where its data comes from', [], hasSelection),
  'focus-downstream': define('Selection', 'Show where its data goes', [], hasSelection),
  sources: define('Selection', 'Light up what it came from', ['U'], hasOneResource, 'graph'),
  dependants: define('Selection', 'Light up what it feeds', ['D'], hasOneResource, 'graph'),
  'paths-between': define('Selection', 'Paths between', ['P'], hasTwoResources, 'graph'),
  'paths-from': define('Selection', 'Paths from here…', [], hasOneResource),
  'paths-to': define('Selection', 'Paths to here…', [], hasOneResource),
  'next-path': define('Selection', 'Next path', ['N'], hasPaths),
  'previous-path': define('Selection', 'Previous path', ['Shift+N'], hasPaths),
  'show-only-traced': define('Selection', 'Show only what is lit up', [], hasTrace),
  'clear-trace': define('Selection', 'Light up everything again', ['Escape'], hasTrace),
  expand: define('Selection', 'Expand by relation…', ['E'], hasOneResource, 'graph'),
  unfold: define('Selection', 'Unfold', [], (context) => isOpen(context) && context.fold),
  refold: define('Selection', 'Fold back', [], (context) => isOpen(context) && context.fromFold),
  hide: define('Selection', 'Hide', ['H'], hasSelection, 'graph'),
  'show-only': define('Selection', 'Show only the selection', [], hasSelection),
  'copy-name': define('Selection', 'Copy name', ['Mod+Shift+C'], hasSelection),
  'link-details': define('Selection', 'Details of the link', [], hasLink),
  'link-source': define('Selection', 'Go to where the link starts', [], hasLink),
  'link-target': define('Selection', 'Go to where the link leads', [], hasLink),
  'link-ends': define('Selection', 'Show only the ends of the link', [], hasLink),
  'clear-selection': define('Selection', 'Clear selection', [], (context) => hasSelection(context) || hasLink(context)),

  'graph-fit': define('Graph', 'Fit the graph', ['Mod+Alt+0'], isOpen, 'menu'),
  'graph-fit-selection': define('Graph', 'Fit the selection', ['Mod+Alt+9'], hasSelection, 'menu'),
  'graph-zoom-reset': define('Graph', 'Graph at 100 %', [], isOpen),
  'graph-zoom-in': define('Graph', 'Zoom into the graph', ['Mod+Alt+='], isOpen, 'menu'),
  'graph-zoom-out': define('Graph', 'Zoom out of the graph', ['Mod+Alt+-'], isOpen, 'menu'),

  'command-palette': define('Help', 'Commands…', ['Mod+Shift+P'], always),
  'show-shortcuts': define('Help', 'Keyboard shortcuts', ['?'], always),
  'search-help': define('Help', 'Search language', [], isOpen),
  'show-licences': define('Help', 'Licences', [], always),
  'show-about': define('Help', 'About this app', [], always),
} as const satisfies Record<string, ActionDefinition>;

export type ActionId = keyof typeof ACTIONS;

/** Ids in the order of the list. */
export const ACTION_IDS = Object.keys(ACTIONS) as readonly ActionId[];

/** The action each menu entry of the main process stands for. */
export const MENU_ACTIONS: Readonly<Record<MenuCommand, ActionId>> = {
  connect: 'connect',
  refresh: 'refresh',
  'save-snapshot': 'save-snapshot',
  'export-image': 'export-image',
  'close-inventory': 'close-inventory',
  find: 'find',
  'graph-zoom-in': 'graph-zoom-in',
  'graph-zoom-out': 'graph-zoom-out',
  'graph-fit': 'graph-fit',
  'graph-fit-selection': 'graph-fit-selection',
  'toggle-details': 'toggle-details',
  'toggle-filters': 'toggle-filters',
  'toggle-problems': 'toggle-problems',
  'toggle-findings': 'toggle-findings',
  'show-shortcuts': 'show-shortcuts',
  'show-licences': 'show-licences',
};

/** Actions offered on nodes and folds, in the order of the context menu; `undefined` is a separator. */
export const NODE_MENU: readonly (ActionId | undefined)[] = [
  'unfold',
  'refold',
  'expand',
  undefined,
  'focus-1',
  'focus-2',
  'focus-3',
  'focus-upstream',
  'focus-downstream',
  'show-only',
  undefined,
  'sources',
  'dependants',
  'paths-between',
  'paths-from',
  'paths-to',
  undefined,
  'layout-concentric',
  'hide',
  'copy-name',
  'graph-fit-selection',
];

/** Actions offered on a link. */
export const LINK_MENU: readonly (ActionId | undefined)[] = [
  'link-details',
  'link-source',
  'link-target',
  undefined,
  'link-ends',
  'clear-selection',
];

/** Actions offered on the empty canvas. */
export const CANVAS_MENU: readonly (ActionId | undefined)[] = [
  'graph-fit',
  'rearrange',
  undefined,
  'show-all',
  'fold-all',
  undefined,
  'undo',
  'redo',
];
