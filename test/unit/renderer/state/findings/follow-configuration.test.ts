import { describe, expect, it } from 'vitest';
import { createFindingsStore } from '../../../../../renderer/state/findings/findings-store.ts';
import { followConfiguration } from '../../../../../renderer/state/findings/follow-configuration.ts';
import { createNoticeStore } from '../../../../../renderer/state/notice-store.ts';
import { readConfiguration } from '../../../../../shared/findings/read-configuration.ts';

/** A window that hears what others store. */
function setUp() {
  const judgedBy: (string | undefined)[] = [];
  const works: unknown[] = [];
  const findings = createFindingsStore({ getItem: () => null, setItem: () => undefined });
  const notices = createNoticeStore();
  const heard: ((event: StorageEvent) => void)[] = [];
  followConfiguration(
    {
      findings,
      notices,
      run: (work) => void works.push(work()),
      inventory: {
        configureFindings(text) {
          judgedBy.push(text);
          return Promise.resolve(readConfiguration(text ?? '{}'));
        },
      },
    },
    { addEventListener: (_type: string, listener: unknown) => heard.push(listener as (event: StorageEvent) => void) },
  );
  return {
    judgedBy,
    configuration: () => findings.getState().configuration,
    said: () => notices.getState().announcement.text,
    async hear(key: string, newValue: string | null) {
      heard.forEach((listener) => listener({ key, newValue } as StorageEvent));
      await Promise.all(works);
    },
  };
}

const CHOSEN = { file: 'team.yaml', text: 'regions: [eu]' };

describe('a window beside others', () => {
  it('judges by what another window chose, and by the defaults when that one does', async () => {
    const window = setUp();
    await window.hear('findings-configuration', JSON.stringify(CHOSEN));
    expect(window.configuration()).toStrictEqual(CHOSEN);
    expect(window.said()).toBe('Findings are judged by team.yaml, as chosen in another window.');
    await window.hear('findings-configuration', '');
    expect(window.configuration()).toBe(undefined);
    expect(window.judgedBy).toStrictEqual([CHOSEN.text, undefined]);
  });

  it('goes on as it did where something else is stored, or what does not fit', async () => {
    const window = setUp();
    await window.hear('table-columns', 'kind,title');
    await window.hear('findings-configuration', JSON.stringify({ file: 'new.yaml', text: 'planets: [mars]' }));
    expect(window.configuration()).toBe(undefined);
    expect(window.said()).toBe('');
  });
});
