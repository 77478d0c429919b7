import { describe, expect, it } from 'vitest';
import { userName } from '../../../../electron/app/user-name.ts';

describe("the name of the system's user", () => {
  it.each([
    ['ada', 'ada'],
    ['  ', 'Reviewer'],
    ['x'.repeat(200), 'x'.repeat(100)],
  ])('of %j is %j', (username, name) => {
    expect(userName(() => ({ username }))).toBe(name);
  });

  it('is a word for anybody where the system knows none', () => {
    expect(
      userName(() => {
        throw new Error('ENOENT: no such user');
      }),
    ).toBe('Reviewer');
  });
});
