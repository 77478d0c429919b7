/** What the menu asks of the window. Everything else in the menu the main process does itself. */
export const MENU_COMMANDS = [
  'connect',
  'refresh',
  'save-snapshot',
  'export-image',
  'close-inventory',
  'find',
  'graph-zoom-in',
  'graph-zoom-out',
  'graph-fit',
  'graph-fit-selection',
  'toggle-details',
  'toggle-filters',
  'toggle-problems',
  'toggle-findings',
  'show-shortcuts',
  'show-licences',
] as const;

export type MenuCommand = (typeof MENU_COMMANDS)[number];
