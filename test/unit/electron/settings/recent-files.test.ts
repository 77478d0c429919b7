import { describe, expect, it } from 'vitest';
import {
  addRecent,
  describeRecent,
  findRecent,
  MAX_RECENT,
  removeRecent,
  titleOfPaths,
  type RecentEntry,
} from '../../../../electron/settings/recent-files.ts';

const JOBS: RecentEntry = { paths: ['/data/jobs.json'], openedTime: '2026-11-22T10:00:00.000Z' };
const BOTH: RecentEntry = { paths: ['/data/a.json', '/data/b.json'], openedTime: '2026-11-21T10:00:00.000Z' };
const NOW = '2026-11-23T10:00:00.000Z';

describe('recent files', () => {
  it('have the newest first', () => {
    expect(addRecent([JOBS], ['/data/new.json'], NOW)).toStrictEqual([
      { paths: ['/data/new.json'], openedTime: NOW },
      JOBS,
    ]);
  });

  it('have each set of files once, in whatever order they were named', () => {
    expect(addRecent([JOBS, BOTH], ['/data/b.json', '/data/a.json'], NOW)).toStrictEqual([
      { paths: ['/data/b.json', '/data/a.json'], openedTime: NOW },
      JOBS,
    ]);
  });

  it('are not endless', () => {
    const full = Array.from({ length: MAX_RECENT }, (_, index) => ({
      ...JOBS,
      paths: [`/data/${String(index)}.json`],
    }));
    const entries = addRecent(full, ['/data/new.json'], NOW);
    expect([entries.length, entries[0]?.paths, entries.at(-1)?.paths]).toStrictEqual([
      MAX_RECENT,
      ['/data/new.json'],
      [`/data/${String(MAX_RECENT - 2)}.json`],
    ]);
  });

  it('are found and removed by the name the window knows them by', () => {
    const { id } = describeRecent(BOTH);
    expect([findRecent([JOBS, BOTH], id), findRecent([JOBS], id), removeRecent([JOBS, BOTH], id)]).toStrictEqual([
      BOTH,
      undefined,
      [JOBS],
    ]);
  });

  it('are shown by title and place', () => {
    expect(describeRecent(BOTH)).toStrictEqual({
      id: describeRecent(BOTH).id,
      title: 'a.json and 1 more',
      location: '/data',
      openedTime: BOTH.openedTime,
    });
  });

  it('are named by their one file or by the first and how many more', () => {
    expect([titleOfPaths(['/d/exports']), titleOfPaths(['/d/a', '/d/b', '/d/c'])]).toStrictEqual([
      'exports',
      'a and 2 more',
    ]);
  });
});
