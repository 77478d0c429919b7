import { describe, expect, it } from 'vitest';
import { createFindingsStore } from '../../../../../renderer/state/findings/findings-store.ts';
import type { PreferenceStorage } from '../../../../../renderer/state/pane-store.ts';
import { ALL_FINDINGS } from '../../../../../shared/findings/filter-findings.ts';

function memory(): PreferenceStorage {
  const values = new Map<string, string>();
  return { getItem: (key) => values.get(key) ?? null, setItem: (key, value) => void values.set(key, value) };
}

describe('the store of the findings', () => {
  it('shows only some in a list, and all again for another inventory', () => {
    const store = createFindingsStore(memory());
    store.getState().show({ statuses: ['fail'] }, 'rule');
    expect(store.getState()).toMatchObject({ tab: 'rule', filter: { ...ALL_FINDINGS, statuses: ['fail'] } });
    store.getState().clear();
    expect(store.getState()).toMatchObject({ tab: 'posture', filter: ALL_FINDINGS });
  });

  it('remembers configuration and badges from run to run', () => {
    const storage = memory();
    const store = createFindingsStore(storage);
    expect([store.getState().configuration, store.getState().badges]).toStrictEqual([undefined, true]);
    store.getState().setConfiguration({ file: 'a.yaml', text: 'regions: [eu]' });
    store.getState().setBadges(false);
    const again = createFindingsStore(storage).getState();
    expect([again.configuration, again.badges]).toStrictEqual([{ file: 'a.yaml', text: 'regions: [eu]' }, false]);
    again.setConfiguration(undefined);
    expect(createFindingsStore(storage).getState().configuration).toBe(undefined);
  });

  it('takes nothing that is of another version', () => {
    const storage = memory();
    for (const text of ['[1]', 'null', '{"file":1}', '{']) {
      storage.setItem('findings-configuration', text);
      expect(createFindingsStore(storage).getState().configuration).toBe(undefined);
    }
  });
});
