import type { ActionList } from '../action.ts';

export const FILE_ACTIONS = {
  'new-window': {
    title: 'New window',
    section: 'Windows',
    shortcuts: ['Mod+N'],
    keys: 'menu',
    by: 'main',
    when: [],
  },

  'open-files': { title: 'Open files…', section: 'Open', shortcuts: ['Mod+O'], when: [], withoutWindow: true },
  'open-folder': { title: 'Open folder…', section: 'Open', shortcuts: ['Mod+Shift+O'], when: [], withoutWindow: true },
  'open-sample': {
    title: 'Open the sample',
    section: 'Open',
    shortcuts: [],
    when: [],
    withoutWindow: true,
    words: 'demo example',
  },

  connect: {
    title: 'Connect to Google Cloud…',
    section: 'Google Cloud',
    shortcuts: ['Mod+Shift+G'],
    when: ['window'],
    words: 'collect live login credentials',
  },
  refresh: {
    title: 'Refresh from Google Cloud',
    section: 'Google Cloud',
    shortcuts: ['F5'],
    when: ['open', 'collected'],
    words: 'reload read again',
  },
  'retry-collection': {
    title: 'Read again what could not be read',
    section: 'Google Cloud',
    shortcuts: [],
    when: ['open', 'collected'],
    words: 'retry failed',
  },
  'stop-collection': {
    title: 'Stop collecting',
    section: 'Google Cloud',
    shortcuts: [],
    when: ['open', 'collecting'],
    words: 'cancel',
  },

  'save-snapshot': { title: 'Save snapshot…', section: 'Save', shortcuts: ['Mod+S'], when: ['open'] },
  'save-findings-report': {
    title: 'Save findings report…',
    section: 'Save',
    shortcuts: ['Mod+Shift+S'],
    when: ['open'],
    words: 'html markdown sarif csv sign off export',
  },
  'export-image': {
    title: 'Export image…',
    section: 'Save',
    shortcuts: ['Mod+Shift+E'],
    when: ['open'],
    words: 'png picture screenshot',
  },

  'close-inventory': {
    title: 'Close inventory',
    section: 'Close',
    shortcuts: ['Mod+Shift+W'],
    when: ['closable'],
  },
  'close-window': {
    title: 'Close window',
    section: 'Close',
    shortcuts: ['Mod+W'],
    keys: 'menu',
    by: 'main',
    when: ['window'],
  },
  quit: { title: 'Quit', section: 'Quit', shortcuts: ['Mod+Q'], keys: 'menu', by: 'main', when: [], words: 'exit' },
} as const satisfies ActionList;
