import { useEffect } from 'react';
import { PANE_ATTRIBUTE } from '../state/pane-focus.ts';

/** Where the focus goes when the pane that had it is gone too: the graph or the table, else whatever screen there is. */
const ELSEWHERE = [`[${PANE_ATTRIBUTE}="graph"]`, `[${PANE_ATTRIBUTE}]`, 'main', 'button'];

/**
 * Keeps the focus in the window when the element that had it goes away (a pane that was closed, a row that was deleted): else the
 * next Tab would start at the window's beginning, and a screen reader would fall silent.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Element | undefined;
    let pane: HTMLElement | null = null;
    let asked = 0;

    function note({ target }: FocusEvent): void {
      if (!(target instanceof Element)) return;
      last = target;
      pane = target.closest<HTMLElement>(`[${PANE_ATTRIBUTE}]`);
    }
    function isLost(): boolean {
      return last !== undefined && !last.isConnected && document.activeElement === document.body;
    }
    function restore(): void {
      if (!isLost()) return;
      const others = ELSEWHERE.flatMap((selector) => document.querySelector<HTMLElement>(selector) ?? []);
      (pane?.isConnected === true ? pane : others[0])?.focus();
    }
    // A dialog or menu that closes gives the focus back by itself, within two frames.
    const observer = new MutationObserver(() => {
      if (!isLost()) return;
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(() => {
        asked = requestAnimationFrame(restore);
      });
    });
    document.addEventListener('focusin', note);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', note);
      observer.disconnect();
      cancelAnimationFrame(asked);
    };
  }, []);
}
