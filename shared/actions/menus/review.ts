import type { ActionList } from '../action.ts';

export const REVIEW_ACTIONS = {
  'save-view': {
    title: 'Bookmark this view…',
    section: 'Bookmarks',
    shortcuts: ['Mod+B'],
    when: ['open'],
    words: 'save remember favourite',
  },
  bookmarks: {
    title: 'Bookmarks and views…',
    section: 'Bookmarks',
    shortcuts: ['Mod+Shift+B'],
    when: ['open'],
    words: 'saved notes',
  },
  'reviewer-name': {
    title: 'Your name in reviews…',
    section: 'Bookmarks',
    shortcuts: [],
    when: ['window'],
    words: 'author user who',
  },
  'forget-reviews': {
    title: 'Delete what is kept of reviews…',
    section: 'Kept',
    shortcuts: [],
    by: 'main',
    when: [],
    words: 'privacy forget clear autosave views bookmarks notes',
  },

  answers: {
    title: 'Answers about it',
    section: 'Questions',
    shortcuts: ['A'],
    keys: 'graph',
    when: ['open', 'one-selected'],
    on: ['node'],
    words: 'how was this produced code image keys rotate network identity data who can reach',
  },
  questions: {
    title: 'Questions and saved queries…',
    section: 'Questions',
    shortcuts: ['Mod+Shift+K'],
    when: ['open'],
    words: 'library ask',
  },
  'save-query': { title: 'Save the query…', section: 'Questions', shortcuts: [], when: ['open', 'query'] },

  'findings-configuration': {
    title: 'Configuration of findings…',
    section: 'Findings',
    shortcuts: [],
    when: ['open'],
    words: 'severities registries regions exceptions yaml',
  },
  'show-changes': {
    title: 'Show the changes',
    section: 'Changes',
    shortcuts: [],
    when: ['open', 'changes'],
    words: 'new gone different',
  },
} as const satisfies ActionList;
