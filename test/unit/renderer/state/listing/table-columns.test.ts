import { describe, expect, it } from 'vitest';
import {
  DEFAULT_COLUMNS,
  readColumns,
  readWidths,
  storeColumns,
  storeWidths,
} from '../../../../../renderer/state/listing/table-columns.ts';

function storageWith(text?: string, name = 'table-columns') {
  const items = new Map<string, string>(text === undefined ? [] : [[name, text]]);
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

describe('the widths of the columns', () => {
  it('are remembered, within their bounds', () => {
    const storage = storageWith();
    expect(readWidths(storage)).toStrictEqual({});
    storeWidths(storage, { title: 320, links: 90 });
    expect(readWidths(storage)).toStrictEqual({ title: 320, links: 90 });
    expect(readWidths(storageWith('title:9,kind:90000', 'table-widths'))).toStrictEqual({ title: 48, kind: 1200 });
  });

  it('are none where what is stored is of another form', () => {
    expect(readWidths(storageWith('__proto__:10,title:wide,colour:3', 'table-widths'))).toStrictEqual({});
  });
});
