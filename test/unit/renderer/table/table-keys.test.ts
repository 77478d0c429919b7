import { describe, expect, it } from 'vitest';
import { movedRow } from '../../../../renderer/table/table-keys.ts';

describe('movedRow()', () => {
  it('goes by rows, pages and to the ends, and never past them', () => {
    const keys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'];
    expect(keys.map((key) => movedRow(key, 5, 20, 10))).toStrictEqual([6, 4, 15, 0, 0, 19]);
    expect(keys.map((key) => movedRow(key, 19, 20, 10))).toStrictEqual([19, 18, 19, 9, 0, 19]);
  });

  it('goes nowhere for other keys and in an empty table', () => {
    expect(movedRow('x', 5, 20, 10)).toBeUndefined();
    expect(movedRow('constructor', 5, 20, 10)).toBeUndefined();
    expect(movedRow('ArrowDown', 0, 0, 10)).toBeUndefined();
  });
});
