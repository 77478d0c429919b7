import type { ActionList } from '../action.ts';

export const GO_ACTIONS = {
  find: {
    title: 'Search resources',
    section: 'Search',
    shortcuts: ['Mod+K', '/'],
    when: ['open'],
    words: 'find query',
  },
  'next-match': {
    title: 'Next match of the search',
    section: 'Search',
    shortcuts: ['F3'],
    when: ['open', 'matches'],
  },
  'previous-match': {
    title: 'Previous match of the search',
    section: 'Search',
    shortcuts: ['Shift+F3'],
    when: ['open', 'matches'],
  },

  back: { title: 'Back', section: 'Visited', shortcuts: ['Alt+ArrowLeft'], when: ['open', 'can-go-back'] },
  forward: { title: 'Forward', section: 'Visited', shortcuts: ['Alt+ArrowRight'], when: ['open', 'can-go-forward'] },

  'next-pane': { title: 'Next pane', section: 'Panes', shortcuts: ['F6'], when: ['open'] },
  'previous-pane': { title: 'Previous pane', section: 'Panes', shortcuts: ['Shift+F6'], when: ['open'] },

  'new-tab': {
    title: 'New view',
    section: 'Views',
    shortcuts: ['Mod+T'],
    when: ['open'],
    words: 'tab open another',
  },
  'duplicate-tab': {
    title: 'Duplicate the view',
    section: 'Views',
    shortcuts: [],
    when: ['open'],
    words: 'tab copy',
  },
  'rename-tab': {
    title: 'Name the view…',
    section: 'Views',
    shortcuts: [],
    when: ['open', 'several-tabs'],
    words: 'tab rename',
  },
  'next-tab': {
    title: 'Next view',
    section: 'Views',
    shortcuts: ['Mod+PageDown', 'Mod+Tab'],
    when: ['open', 'several-tabs'],
    words: 'tab switch',
  },
  'previous-tab': {
    title: 'Previous view',
    section: 'Views',
    shortcuts: ['Mod+PageUp', 'Mod+Shift+Tab'],
    when: ['open', 'several-tabs'],
    words: 'tab switch',
  },
  'move-tab-left': {
    title: 'Move the view to the left',
    section: 'Views',
    shortcuts: ['Mod+Shift+PageUp'],
    when: ['open', 'several-tabs'],
    words: 'tab order',
  },
  'move-tab-right': {
    title: 'Move the view to the right',
    section: 'Views',
    shortcuts: ['Mod+Shift+PageDown'],
    when: ['open', 'several-tabs'],
    words: 'tab order',
  },
  'close-tab': {
    title: 'Close the view',
    section: 'Views',
    shortcuts: ['Mod+F4'],
    when: ['open', 'several-tabs'],
    words: 'tab',
  },
  'reopen-tab': {
    title: 'Reopen the closed view',
    section: 'Views',
    shortcuts: ['Mod+Shift+T'],
    when: ['open', 'closed-tabs'],
    words: 'tab undo close restore',
  },
} as const satisfies ActionList;
