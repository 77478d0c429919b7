/**
 * Everything on which it can depend whether an action applies or is marked as on, and what to tell someone who wants an action
 * to which it lacks. The window knows which of them hold, and tells the main process for the application menu.
 */
export const CONDITION_REASONS = {
  window: 'no window is open',
  /** No dialog or context menu is open. */
  free: 'a dialog is open',
  /** A text field has the focus. */
  typing: 'no text field has the focus',
  open: 'no inventory is open',
  closable: 'nothing is open',
  collected: 'not collected from Google Cloud, or still collecting',
  collecting: 'nothing is being collected',
  changes: 'it was not read again',
  selection: 'nothing is selected',
  'one-selected': 'select one resource',
  'two-selected': 'select two resources',
  link: 'no link is selected',
  'anything-selected': 'nothing is selected',
  fold: 'select a fold',
  'from-fold': 'select what was unfolded',
  'in-area': 'select what stands in a group',
  pinned: 'it is not pinned',
  'has-pins': 'nothing is pinned',
  grouped: 'nothing is grouped',
  arranging: 'nothing is being arranged',
  traced: 'nothing is lit up',
  paths: 'no paths are lit up',
  'can-undo': 'nothing to undo',
  'can-redo': 'nothing to redo',
  'can-go-back': 'nothing before this',
  'can-go-forward': 'nothing after this',
  filtered: 'everything is shown',
  unfolded: 'nothing is unfolded',
  'by-time': 'no range of time is chosen',
  query: 'the search box is empty',
  matches: 'the search found nothing',

  'several-tabs': 'there is one view only',
  'closed-tabs': 'no view was closed',

  'graph-shown': 'the graph is not shown',
  'table-shown': 'the table is not shown',
  'tree-shown': 'the tree is not shown',
  'access-shown': 'access is hidden',
  'badges-shown': 'cards do not show them',
  'filters-shown': 'the pane is closed',
  'details-shown': 'the pane is closed',
  'problems-shown': 'the pane is closed',
  'findings-shown': 'the pane is closed',
  'timeline-shown': 'the pane is closed',
  'minimap-shown': 'the minimap is off',
  'runs-shown': 'the pane is closed',
  'in-columns': 'arranged otherwise',
  'in-layers': 'arranged otherwise',
  'by-force': 'arranged otherwise',
  'in-circles': 'arranged otherwise',
  'spaced-closely': 'spaced otherwise',
  'spaced-as-usual': 'spaced otherwise',
  'spaced-widely': 'spaced otherwise',
  'grouped-by-links': 'grouped otherwise',
  'grouped-by-project': 'grouped otherwise',
  'grouped-by-region': 'grouped otherwise',
  'grouped-by-launcher': 'grouped otherwise',
  'grouped-by-label': 'grouped otherwise',
  'theme-system': 'another theme is chosen',
  'theme-light': 'another theme is chosen',
  'theme-dark': 'another theme is chosen',
  'console-allowed': 'links to the console are off',
  'console-asks': 'the browser opens without a question',
} as const satisfies Record<string, string>;

export type Condition = keyof typeof CONDITION_REASONS;

export const CONDITIONS = Object.keys(CONDITION_REASONS) as [Condition, ...Condition[]];

export type Conditions = ReadonlySet<Condition>;

/** What an action tells of when it applies: all of these must hold. */
interface Conditional {
  readonly when: readonly Condition[];
}

/** Whether the action applies. */
export function applies(action: Conditional, conditions: Conditions): boolean {
  return action.when.every((condition) => conditions.has(condition));
}

/** Returns why the action does not apply, in a few words; undefined if it does. */
export function whyNot(action: Conditional, conditions: Conditions): string | undefined {
  const lacking = action.when.find((condition) => !conditions.has(condition));
  return lacking === undefined ? undefined : CONDITION_REASONS[lacking];
}

/** Returns the conditions that the settings alone decide: both processes know them. */
export function settingsConditions(settings: {
  readonly theme: 'system' | 'light' | 'dark';
  readonly allowConsoleLinks: boolean;
  readonly askBeforeConsole: boolean;
}): readonly Condition[] {
  return [
    `theme-${settings.theme}`,
    ...(settings.allowConsoleLinks ? (['console-allowed'] as const) : []),
    ...(settings.askBeforeConsole ? (['console-asks'] as const) : []),
  ];
}
