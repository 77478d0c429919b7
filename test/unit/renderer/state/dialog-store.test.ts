import { describe, expect, it } from 'vitest';
import { createDialogStore, type Overlay } from '../../../../renderer/state/dialog-store.ts';

const MENU: Overlay = { type: 'menu', title: 'Selection', items: ['expand'], at: { x: 1, y: 2 } };
const DIALOG: Overlay = { type: 'expand', id: 'a' };

describe('dialog store', () => {
  it('keeps the dialog that was opened from a menu when the menu closes', () => {
    const store = createDialogStore();
    store.getState().open(MENU);
    store.getState().open(DIALOG);
    store.getState().close(MENU);
    expect(store.getState().overlay).toStrictEqual(DIALOG);
    store.getState().close(DIALOG);
    expect(store.getState().overlay).toBeUndefined();
  });

  it('closes whatever is open', () => {
    const store = createDialogStore();
    store.getState().open(MENU);
    store.getState().close();
    expect(store.getState().overlay).toBeUndefined();
  });
});
