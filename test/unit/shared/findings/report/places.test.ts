import { expect, test } from 'vitest';
import { placeInWords } from '../../../../../shared/findings/report/report.ts';

test('a row of the coverage says its project and its location, and that it asked for all locations', () => {
  expect([
    placeInWords({ project: 'ml-prod', location: 'europe-west4' }),
    placeInWords({ project: 'ml-prod', location: '-' }),
    placeInWords({ project: 'ml-prod', location: '' }),
    placeInWords({ project: 'ml-prod' }),
  ]).toStrictEqual(['ml-prod, europe-west4', 'ml-prod, all locations', 'ml-prod', 'ml-prod']);
});
