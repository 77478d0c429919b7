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
} as const satisfies ActionList;
