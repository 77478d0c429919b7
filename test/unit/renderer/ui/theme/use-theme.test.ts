import { describe, expect, it } from 'vitest';
import { themeFor } from '../../../../../renderer/ui/theme/use-theme.ts';

describe('themeFor', () => {
  it('follows the system in brightness and in contrast', () => {
    expect([themeFor(false, false), themeFor(true, false), themeFor(false, true), themeFor(true, true)]).toStrictEqual([
      'light',
      'dark',
      'contrast-light',
      'contrast-dark',
    ]);
  });
});
