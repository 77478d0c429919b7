import type { WebContents } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { AppFailure } from '../../../../../electron/app/app-failure.ts';
import { createSettingsService, DEFAULT_SETTINGS } from '../../../../../electron/app/settings-service.ts';
import { shellHandlers } from '../../../../../electron/ipc/handlers/shell.ts';
import type { Settings } from '../../../../../shared/ipc/contract.ts';

vi.mock('electron', () => import('../../../../doubles/electron.ts'));

const PAGE = 'https://console.cloud.google.com/vertex-ai/training/custom-jobs?project=acme';
const CONTENTS = {} as WebContents;

function stage(settings: Partial<Settings>, answer: 'open' | 'always' | 'cancel') {
  let value: Settings = { ...DEFAULT_SETTINGS, ...settings };
  const asked: string[] = [];
  const opened: string[] = [];
  const service = createSettingsService(
    {
      get: () => value,
      set: (next) => {
        value = next;
        return Promise.resolve();
      },
    },
    () => undefined,
    'ada',
  );
  const handlers = shellHandlers({
    settings: service,
    ask: (address) => {
      asked.push(address);
      return Promise.resolve(answer);
    },
    openInBrowser: (address) => {
      opened.push(address);
      return Promise.resolve();
    },
  });
  return { open: (url: string) => handlers['shell:open-console']({ url }, CONTENTS), asked, opened, settings: service };
}

describe('opening a page of the Google Cloud console', () => {
  it('asks first, then opens', async () => {
    const { open, asked, opened } = stage({}, 'open');
    expect([await open(PAGE), asked, opened]).toStrictEqual([{ outcome: 'opened' }, [PAGE], [PAGE]]);
  });

  it('does not open when the user says no', async () => {
    const { open, opened } = stage({}, 'cancel');
    expect([await open(PAGE), opened]).toStrictEqual([{ outcome: 'cancelled' }, []]);
  });

  it('asks no more when the user says so', async () => {
    const { open, asked, settings } = stage({}, 'always');
    await open(PAGE);
    await open(PAGE);
    expect([asked, settings.get().askBeforeConsole]).toStrictEqual([[PAGE], false]);
  });

  it('is off when the settings say so', async () => {
    const { open, asked, opened } = stage({ allowConsoleLinks: false }, 'open');
    await expect(open(PAGE)).rejects.toStrictEqual(new AppFailure({ kind: 'console-links-off' }));
    expect([asked, opened]).toStrictEqual([[], []]);
  });

  it('never asks about an address that will not be opened', async () => {
    const { open, asked, opened } = stage({}, 'open');
    await expect(open('https://evil.example/')).rejects.toStrictEqual(
      new AppFailure({ kind: 'address-refused', address: 'https://evil.example/' }),
    );
    expect([asked, opened]).toStrictEqual([[], []]);
  });
});
