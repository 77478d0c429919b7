import type { ActionList } from '../action.ts';

export const GRAPH_ACTIONS = {
  'graph-fit': {
    title: 'Fit the graph',
    section: 'Zoom',
    shortcuts: ['Mod+Alt+0'],
    when: ['open'],
    on: ['canvas'],
    words: 'zoom whole',
  },
  'graph-fit-selection': {
    title: 'Fit the selection',
    section: 'Zoom',
    shortcuts: ['Mod+Alt+9'],
    when: ['open', 'selection'],
    on: ['node'],
    words: 'zoom',
  },
  'graph-zoom-reset': { title: 'Graph at 100 %', section: 'Zoom', shortcuts: [], when: ['open'] },
  'graph-zoom-in': { title: 'Zoom into the graph', section: 'Zoom', shortcuts: ['Mod+Alt+='], when: ['open'] },
  'graph-zoom-out': { title: 'Zoom out of the graph', section: 'Zoom', shortcuts: ['Mod+Alt+-'], when: ['open'] },

  'layout-columns': {
    title: 'Arrange in columns by role',
    section: 'Layout',
    shortcuts: [],
    when: ['open'],
    checked: 'in-columns',
    choice: true,
  },
  'layout-organic': {
    title: 'Arrange by force',
    section: 'Layout',
    shortcuts: [],
    when: ['open'],
    checked: 'by-force',
    choice: true,
    words: 'organic',
  },
  'layout-concentric': {
    title: 'Arrange in circles around the selection',
    section: 'Layout',
    shortcuts: [],
    when: ['open', 'selection'],
    checked: 'in-circles',
    choice: true,
    on: ['node'],
    words: 'concentric',
  },

  rearrange: {
    title: 'Rearrange',
    section: 'Place',
    shortcuts: [],
    when: ['open'],
    on: ['canvas'],
    words: 'layout again tidy',
  },
} as const satisfies ActionList;
