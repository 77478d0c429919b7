import type { PaneName } from './pane-store.ts';

/** Attribute of the elements F6 walks over, in document order. They can take the focus (`tabIndex={-1}`). */
export const PANE_ATTRIBUTE = 'data-pane';

/** Moves the focus to the next (1) or previous (-1) pane, round the window. */
export function movePane(document: Document, step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>(`[${PANE_ATTRIBUTE}]`)];
  if (panes.length === 0) return;
  const current = panes.findIndex((pane) => pane.contains(document.activeElement));
  const start = current === -1 && step === -1 ? 0 : current;
  panes[(start + step + panes.length) % panes.length]?.focus();
}

/** Gives the focus to a pane, once it is there: it may just have been opened. */
export function focusPane(document: Document, name: PaneName): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[${PANE_ATTRIBUTE}="${name}"]`)?.focus());
  });
}
