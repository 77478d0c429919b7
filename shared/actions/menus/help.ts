import type { ActionList } from '../action.ts';

export const HELP_ACTIONS = {
  'command-palette': { title: 'Commands…', section: 'How to', shortcuts: ['Mod+Shift+P'], when: ['window'] },
  'show-shortcuts': { title: 'Keyboard shortcuts', section: 'How to', shortcuts: ['?', 'Mod+/'], when: ['window'] },
  'search-help': {
    title: 'Search language',
    section: 'How to',
    shortcuts: [],
    when: ['open'],
    words: 'query syntax fields operators',
  },

  'allow-console-links': {
    title: 'Allow links to the Google Cloud console',
    section: 'Console',
    shortcuts: [],
    by: 'main',
    when: [],
    checked: 'console-allowed',
  },
  'ask-before-console': {
    title: 'Ask before opening the browser',
    section: 'Console',
    shortcuts: [],
    by: 'main',
    when: ['console-allowed'],
    checked: 'console-asks',
  },

  'open-log-folder': { title: 'Open log folder', section: 'Traces', shortcuts: [], by: 'main', when: [] },
  'open-crash-folder': { title: 'Open crash report folder', section: 'Traces', shortcuts: [], by: 'main', when: [] },

  'show-licences': { title: 'Licences', section: 'About', shortcuts: [], when: ['window'] },
  'show-about': { title: 'About this app', section: 'About', shortcuts: [], when: [], withoutWindow: true },
} as const satisfies ActionList;
