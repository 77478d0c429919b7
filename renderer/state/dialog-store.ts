import { createStore, type StoreApi } from 'zustand/vanilla';
import type { NodeId } from '../../shared/graph/graph.ts';
import type { ViewNode } from '../../shared/graph/view.ts';
import type { LinkGroup } from '../inventory/worker/protocol/details-protocol.ts';
import type { ActionId } from '../../shared/actions/actions.ts';
import type { AcceptedFinding } from '../../shared/review/review-record.ts';

/** The dialog or context menu that is open; at most one. */
export type Overlay =
  | { readonly type: 'shortcuts' }
  | { readonly type: 'palette' }
  | { readonly type: 'history' }
  | { readonly type: 'licences' }
  | { readonly type: 'about' }
  | { readonly type: 'save-snapshot' }
  | { readonly type: 'questions' }
  | { readonly type: 'save-query' }
  | { readonly type: 'save-view' }
  | { readonly type: 'bookmarks' }
  | { readonly type: 'reviewer-name' }
  /** The view that is to get a name. */
  | { readonly type: 'rename-tab'; readonly id: string }
  | { readonly type: 'search-help' }
  | { readonly type: 'findings-report' }
  | { readonly type: 'accept-findings'; readonly findings: readonly AcceptedFinding[]; readonly title: string }
  | { readonly type: 'findings-configuration' }
  /** Which label to group by. */
  | { readonly type: 'group-label' }
  /** With `resume`: only with which credentials a kept collection is to go on. */
  | { readonly type: 'connect'; readonly resume?: { readonly id: string; readonly title: string } }
  | {
      readonly type: 'expand';
      readonly id: string;
      /** The relation that was asked for, if it was one. */
      readonly asked?: Pick<LinkGroup, 'relation' | 'direction'>;
    }
  /** Which paths to find: their ends as far as they are chosen. */
  | { readonly type: 'paths'; readonly from?: NodeId; readonly to?: NodeId }
  /** Several folds to unfold at once, and how many nodes that brings at most. */
  | { readonly type: 'unfold'; readonly folds: readonly ViewNode[]; readonly most: number }
  | { readonly type: 'reveal'; readonly title: string; readonly accept: () => void }
  | {
      readonly type: 'menu';
      readonly title: string;
      readonly items: readonly (ActionId | undefined)[];
      /** Client pixels. */
      readonly at: { readonly x: number; readonly y: number };
    };

export interface DialogState {
  readonly overlay: Overlay | undefined;
  open(overlay: Overlay): void;
  /** Closes what is open; with `overlay`, only if that is still it: what is chosen in a menu may open a dialog. */
  close(overlay?: Overlay): void;
}

export type DialogStore = StoreApi<DialogState>;

/** Returns the store of the open dialog. */
export function createDialogStore(): DialogStore {
  return createStore<DialogState>((set) => ({
    overlay: undefined,
    open: (overlay) => set({ overlay }),
    close: (closed) =>
      set((state) => (closed === undefined || closed === state.overlay ? { overlay: undefined } : state)),
  }));
}
