import { expect, it } from 'vitest';
import { describeNotices } from '../../../../electron/google/describe-notice.ts';

it('says once what is the same of several projects, and names no more than fit into a line', () => {
  const unused = (scope: string) =>
    ({ type: 'assets-unused', scope, reason: 'it is not enabled', isWalked: true }) as const;
  expect(
    describeNotices([
      unused('projects/a'),
      unused('projects/b'),
      { type: 'static-locations', project: 'a', listedOn: '2026-08-21', reason: 'denied' },
      unused('folders/1'),
      { type: 'assets-lack', scope: 'projects/a', kinds: ['endpoints', 'tensorboards'] },
    ]),
  ).toStrictEqual([
    'Cloud Asset Inventory is not used for a and b (it is not enabled); each location is read instead.',
    'The locations of a could not be listed (denied); those known on 2026-08-21 are read.',
    'Cloud Asset Inventory is not used for folders/1 (it is not enabled); each location of the projects below it is read instead.',
    'Cloud Asset Inventory has none of these in a, so each location is asked for them: endpoints, tensorboards.',
  ]);
  expect(describeNotices(['a', 'b', 'c', 'd', 'e'].map((id) => unused(`projects/${id}`)))).toStrictEqual([
    'Cloud Asset Inventory is not used for a, b and 3 more (it is not enabled); each location is read instead.',
  ]);
});
