import { describe, expect, it } from 'vitest';
import { DEFAULT_COLUMNS, readColumns, storeColumns } from '../../../../renderer/state/table-columns.ts';

function storageWith(text?: string) {
  const items = new Map<string, string>(text === undefined ? [] : [['table-columns', text]]);
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
  };
}

describe('the columns of the table', () => {
  it('are remembered in the order of the table', () => {
    const storage = storageWith();
    expect(readColumns(storage)).toStrictEqual(DEFAULT_COLUMNS);
    storeColumns(storage, ['title', 'image', 'kind']);
    expect(readColumns(storage)).toStrictEqual(['kind', 'title', 'image']);
  });

  it('are the usual ones where what is stored is of another version', () => {
    expect(readColumns(storageWith('colour'))).toStrictEqual(DEFAULT_COLUMNS);
    expect(readColumns(storageWith('title,colour,kind'))).toStrictEqual(['kind', 'title']);
  });
});
