import { describe, expect, it } from 'vitest';
import { createSettingsService, DEFAULT_SETTINGS } from '../../../../electron/app/settings-service.ts';
import { type Settings, settingsSchema, storedSettingsSchema } from '../../../../shared/ipc/contract.ts';

function openService() {
  let stored: Settings = DEFAULT_SETTINGS;
  const applied: Settings[] = [];
  const service = createSettingsService(
    {
      get: () => stored,
      set: (next) => {
        stored = next;
        return Promise.resolve();
      },
    },
    (settings) => applied.push(settings),
    'ada',
  );
  return { service, applied };
}

describe('settings', () => {
  it('keep what a change leaves out', async () => {
    const { service, applied } = openService();
    const savedQueries = [{ name: 'No key', query: 'kind:job -has:cmek' }];
    await service.change({ savedQueries });
    await service.change({ theme: 'dark' });
    expect(service.get()).toStrictEqual({ ...DEFAULT_SETTINGS, theme: 'dark', savedQueries, reviewer: 'ada' });
    expect(applied.length).toBe(2);
  });

  it('of an older file have no saved queries, and keep the rest', () => {
    const old = { theme: 'dark', allowConsoleLinks: false, askBeforeConsole: true };
    expect(storedSettingsSchema.parse(old)).toStrictEqual({ ...old, savedQueries: [], reviewer: '' });
  });

  it('name the reviewer as the system does until another name is given, and again when that is taken away', async () => {
    const { service, applied } = openService();
    expect(service.get().reviewer).toBe('ada');
    await service.change({ reviewer: 'Ada Lovelace' });
    await service.change({ theme: 'dark' });
    expect(service.get().reviewer).toBe('Ada Lovelace');
    expect((await service.change({ reviewer: '' })).reviewer).toBe('ada');
    expect(applied.map(({ reviewer }) => reviewer)).toStrictEqual(['Ada Lovelace', 'Ada Lovelace', 'ada']);
  });

  it('change without saved queries does not forget them', () => {
    expect(settingsSchema.partial().strict().parse({ theme: 'light' })).toStrictEqual({ theme: 'light' });
  });

  it.each([[{ name: '', query: 'a' }], [{ name: 'a', query: '' }], [{ name: 'a', query: 'a'.repeat(4001) }]])(
    'refuse the saved query %#',
    (saved) => {
      expect(storedSettingsSchema.safeParse({ ...DEFAULT_SETTINGS, savedQueries: [saved] }).success).toBe(false);
    },
  );
});
