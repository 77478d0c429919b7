import type { ActionList } from '../action.ts';

export const REVIEW_ACTIONS = {
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
