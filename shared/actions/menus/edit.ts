import type { ActionList } from '../action.ts';

export const EDIT_ACTIONS = {
  undo: {
    title: 'Undo',
    section: 'Steps',
    shortcuts: ['Mod+Z'],
    when: ['open', 'can-undo'],
    on: ['canvas'],
    inFields: 'undo',
  },
  redo: {
    title: 'Redo',
    section: 'Steps',
    shortcuts: ['Mod+Shift+Z', 'Mod+Y'],
    when: ['open', 'can-redo'],
    on: ['canvas'],
    inFields: 'redo',
  },
  history: {
    title: 'History of the view…',
    section: 'Steps',
    shortcuts: ['Mod+Shift+H'],
    when: ['open'],
    words: 'earlier view go back',
  },

  'select-all': {
    title: 'Select everything shown',
    section: 'Select',
    shortcuts: ['Mod+A'],
    keys: 'graph',
    when: ['open'],
    inFields: 'selectAll',
  },
  'clear-selection': {
    title: 'Clear selection',
    section: 'Select',
    shortcuts: [],
    when: ['open', 'anything-selected'],
    on: ['link'],
    words: 'deselect unselect',
  },
} as const satisfies ActionList;
