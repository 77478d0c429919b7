import { expect, it } from 'vitest';
import { escapeLabel, withMnemonics } from '../../../../electron/app/mnemonics.ts';

it('takes the beginnings of words, then any letter that is free, and gives none twice', () => {
  expect(withMnemonics(['Open files…', 'Open folder…', 'Open the sample', 'Off', 'Of'])).toStrictEqual([
    '&Open files…',
    'Open &folder…',
    'Open &the sample',
    'Off',
    'Of',
  ]);
});

it('shows an ampersand as one', () => {
  expect([withMnemonics(['R&D']), escapeLabel('R&D')]).toStrictEqual([['&R&&D'], 'R&&D']);
});
