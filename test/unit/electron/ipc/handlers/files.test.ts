import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { WebContents } from 'electron';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppFailure } from '../../../../../electron/app/app-failure.ts';
import type { OpenRequest } from '../../../../../electron/app/inventory-windows.ts';
import { fileHandlers, type FileServices } from '../../../../../electron/ipc/handlers/files.ts';
import { describeRecent, type RecentEntry } from '../../../../../electron/settings/recent-files.ts';

/** A PNG image of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const CONTENTS = {} as WebContents;
const SAMPLE: OpenRequest = { source: 'sample', title: 'Sample estate', paths: ['/app/sample'] };

let folder: string;
let opened: OpenRequest[];
let suggestions: string[];
let savedWindows: unknown[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file-handlers-'));
  opened = [];
  suggestions = [];
  savedWindows = [];
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

function handlers(
  answers: { readonly open?: readonly string[]; readonly save?: string; readonly recent?: RecentEntry[] } = {},
) {
  const services: FileServices = {
    sample: SAMPLE,
    saved: (contents) => savedWindows.push(contents),
    windows: {
      open: (request) => {
        opened.push(request ?? SAMPLE);
        return 'opened-here';
      },
    },
    dialogs: {
      chooseToOpen: () => Promise.resolve(answers.open ?? []),
      chooseConfiguration: () => Promise.resolve(answers.open?.[0]),
      chooseToSave: (_kind, suggestedName) => {
        suggestions.push(suggestedName);
        return Promise.resolve(answers.save);
      },
    },
    recent: {
      get: () => answers.recent ?? [],
      add: () => Promise.resolve(),
      remove: () => Promise.resolve(),
      clear: () => Promise.resolve(),
    },
  };
  return fileHandlers(services);
}

describe('opening', () => {
  it('opens the files that the user chose', async () => {
    const paths = ['/data/a.json', '/data/b.json'];
    expect(await handlers({ open: paths })['files:choose']({ what: 'files' }, CONTENTS)).toStrictEqual({
      outcome: 'opened-here',
    });
    expect(opened).toStrictEqual([{ source: 'files', title: 'a.json and 1 more', paths }]);
  });

  it('opens nothing when the user closed the dialog', async () => {
    expect(await handlers()['files:choose']({ what: 'folder' }, CONTENTS)).toStrictEqual({ outcome: 'cancelled' });
    expect(opened).toStrictEqual([]);
  });

  it('opens the sample', () => {
    expect(handlers()['files:open-sample'](undefined, CONTENTS)).toStrictEqual({ outcome: 'opened-here' });
    expect(opened).toStrictEqual([SAMPLE]);
  });

  it('opens dropped files and folders', async () => {
    await writeFile(join(folder, 'jobs.json'), '[]');
    const paths = [join(folder, 'jobs.json'), folder];
    expect(await handlers()['files:open-dropped']({ paths }, CONTENTS)).toStrictEqual({ outcome: 'opened-here' });
  });

  it.each([
    'package.json',
    './electron',
    'jobs.json',
    '../jobs.json',
    '',
    'C:',
    '/data/jobs.json\0.png',
    '/no/such/file.json',
  ])('refuses the path %j', async (path) => {
    await expect(handlers()['files:open-dropped']({ paths: [path] }, CONTENTS)).rejects.toThrow(AppFailure);
    expect(opened).toStrictEqual([]);
  });

  it('refuses what is neither a file nor a folder', async () => {
    await expect(handlers()['files:open-dropped']({ paths: ['/dev/null'] }, CONTENTS)).rejects.toStrictEqual(
      new AppFailure({ kind: 'file-unreadable', file: 'null', reason: 'It is neither a file nor a folder.' }),
    );
  });

  it('opens a recent file by its name in the list, and no other', async () => {
    const entry: RecentEntry = { paths: [folder], openedTime: '2026-11-23T10:00:00.000Z' };
    const { 'files:open-recent': openRecent } = handlers({ recent: [entry] });
    expect(await openRecent({ id: describeRecent(entry).id }, CONTENTS)).toStrictEqual({ outcome: 'opened-here' });
    await expect(openRecent({ id: 'other' }, CONTENTS)).rejects.toStrictEqual(
      new AppFailure({ kind: 'file-not-found', file: 'The recent file' }),
    );
  });

  it('says which recent file is gone', async () => {
    const entry: RecentEntry = { paths: [join(folder, 'gone.json')], openedTime: '2026-11-23T10:00:00.000Z' };
    await expect(
      handlers({ recent: [entry] })['files:open-recent']({ id: describeRecent(entry).id }, CONTENTS),
    ).rejects.toStrictEqual(new AppFailure({ kind: 'file-not-found', file: 'gone.json' }));
  });
});

describe('saving', () => {
  const bytes = new TextEncoder().encode('{"format":"snapshot"}');

  it('writes a snapshot where the user chose', async () => {
    const file = join(folder, 'estate.lineage.json');
    expect(
      await handlers({ save: file })['files:save-snapshot']({ suggestedName: 'estate', bytes }, CONTENTS),
    ).toStrictEqual({
      outcome: 'saved',
      file,
    });
    expect(await readFile(file, 'utf8')).toBe('{"format":"snapshot"}');
  });

  it('packs it when the name asks for that', async () => {
    const file = join(folder, 'estate.lineage.json.gz');
    await handlers({ save: file })['files:save-snapshot']({ suggestedName: 'estate', bytes }, CONTENTS);
    expect(gunzipSync(await readFile(file)).toString()).toBe('{"format":"snapshot"}');
  });

  it('writes nothing when the user closed the dialog', async () => {
    expect(await handlers()['files:save-snapshot']({ suggestedName: 'estate', bytes }, CONTENTS)).toStrictEqual({
      outcome: 'cancelled',
    });
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\evil', 'evil'],
    ['a:b*c?', 'a-b-c-'],
    ['/', 'inventory'],
    ['estate.lineage.json', 'estate.lineage.json'],
  ])('takes of the suggested name %j only %j', async (suggestedName, name) => {
    await handlers()['files:save-snapshot']({ suggestedName, bytes }, CONTENTS);
    expect(suggestions).toStrictEqual([name]);
  });

  it('says why a file was not written', async () => {
    await mkdir(join(folder, 'taken'));
    await expect(
      handlers({ save: join(folder, 'no', 'x.json') })['files:save-snapshot']({ suggestedName: 'x', bytes }, CONTENTS),
    ).rejects.toStrictEqual(
      new AppFailure({ kind: 'file-not-written', file: 'x.json', reason: 'There is no such file or folder.' }),
    );
  });

  it('writes an image', async () => {
    const file = join(folder, 'graph.png');
    expect(
      await handlers({ save: file })['files:save-image']({ suggestedName: 'graph.png', bytes: PNG }, CONTENTS),
    ).toStrictEqual({
      outcome: 'saved',
      file,
    });
    expect(await readFile(file)).toStrictEqual(PNG);
  });

  it.each([
    ['something else', Buffer.from('<svg onload="alert(1)"/>'), 'The exported data is not a PNG image.'],
    ['nothing', Buffer.alloc(0), 'The exported data is not a PNG image.'],
    ['a signature alone', PNG.subarray(0, 8), 'The exported data is not a PNG image.'],
    ['half an image', PNG.subarray(0, 40), 'The exported PNG image is incomplete.'],
    ['an image with a tail', Buffer.concat([PNG, Buffer.from('x')]), 'The exported PNG image is incomplete.'],
  ])('refuses %s as an image, before asking for a name', async (_what, data, reason) => {
    await expect(
      handlers({ save: join(folder, 'graph.png') })['files:save-image'](
        { suggestedName: 'graph.png', bytes: Uint8Array.from(data) },
        CONTENTS,
      ),
    ).rejects.toStrictEqual(new AppFailure({ kind: 'image-invalid', reason }));
    expect(suggestions).toStrictEqual([]);
  });
});
