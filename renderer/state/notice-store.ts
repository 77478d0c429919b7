import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ActionId } from '../../shared/actions/actions.ts';

/** One message to the user that does not belong to a pane. */
export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'success' | 'warning' | 'error';
  readonly title: string;
  readonly detail?: string;
  /** An action offered with the message. */
  readonly action?: ActionId;
}

export interface NoticeState {
  readonly notices: readonly Notice[];
  /** Last thing said to screen readers; `count` makes equal sentences two announcements. */
  readonly announcement: { readonly text: string; readonly count: number };
  notify(notice: Omit<Notice, 'id'>): void;
  dismiss(id: number): void;
  /** Says `text` in the polite live region. */
  announce(text: string): void;
}

export type NoticeStore = StoreApi<NoticeState>;

/** Most notices on the screen; older ones go first. */
const MAX_NOTICES = 4;

/** Returns the store of notices and announcements. */
export function createNoticeStore(): NoticeStore {
  let lastId = 0;
  return createStore<NoticeState>((set) => ({
    notices: [],
    announcement: { text: '', count: 0 },
    notify(notice) {
      lastId += 1;
      const id = lastId;
      set((state) => ({ notices: [...state.notices, { ...notice, id }].slice(-MAX_NOTICES) }));
    },
    dismiss(id) {
      set((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }));
    },
    announce(text) {
      set((state) => ({ announcement: { text, count: state.announcement.count + 1 } }));
    },
  }));
}
