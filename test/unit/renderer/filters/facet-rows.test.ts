import { describe, expect, it } from 'vitest';
import { facetRows, onlyValue, toggleValue } from '../../../../renderer/filters/facet-rows.ts';

const values = [
  { value: 'europe-west4', title: 'europe-west4', total: 12 },
  { value: 'us-central1', title: 'us-central1', total: 3 },
  { value: '', title: 'No location', total: 40 },
];

describe('facet rows', () => {
  it('says which values are shown', () => {
    expect(facetRows(values, [''], '', undefined)).toStrictEqual([
      { value: 'europe-west4', title: 'europe-west4', total: 12, shown: true },
      { value: 'us-central1', title: 'us-central1', total: 3, shown: true },
      { value: '', title: 'No location', total: 40, shown: false },
    ]);
  });

  it('says how many of each are drawn, once that is known', () => {
    expect(facetRows(values, [], '', { '': 7, 'us-central1': 3 }).map(({ count }) => count)).toStrictEqual([0, 3, 7]);
  });

  it('says nothing of how many are drawn where the drawing is newer than the total', () => {
    expect(facetRows(values, [], '', { '': 41, 'us-central1': 3 }).map(({ count }) => count)).toStrictEqual([
      0,
      3,
      undefined,
    ]);
  });

  it('finds values by a part of their name', () => {
    expect(facetRows(values, [], ' WEST', undefined).map(({ value }) => value)).toStrictEqual(['europe-west4']);
  });

  it('switches a value off and on again', () => {
    expect(toggleValue([], 'us-central1')).toStrictEqual(['us-central1']);
    expect(toggleValue(['', 'us-central1'], 'us-central1')).toStrictEqual(['']);
  });

  it('excludes all others for "only"', () => {
    expect(onlyValue(values, '')).toStrictEqual(['europe-west4', 'us-central1']);
  });
});
