import type { Page } from 'playwright';

/** What of the window changes with an action: the names of the graph, of what is selected in it, or of what the pointer is at. */
export type Change = 'graph' | 'selection' | 'tooltip';

/**
 * Milliseconds from the first key press, button press or movement of the pointer during `act` until the frame after the window
 * had changed was painted.
 */
export async function inputToPaint(page: Page, change: Change, act: () => Promise<void>): Promise<number> {
  await page.evaluate((what) => {
    const read = (): string => {
      if (what === 'tooltip') return document.querySelector('.graph-tooltip')?.textContent ?? '';
      const graph = document.querySelector('[role="listbox"][aria-label^="Graph:"]');
      if (what === 'graph') return graph?.getAttribute('aria-label') ?? '';
      const selected = graph?.querySelectorAll('[aria-selected="true"]') ?? [];
      return [...selected].map(({ textContent }) => textContent).join();
    };
    const before = read();
    let began: number | undefined;
    const note = (event: Event): void => {
      began ??= event.timeStamp;
    };
    const inputs = ['keydown', 'pointerdown', 'pointermove'] as const;
    for (const input of inputs) addEventListener(input, note, true);
    const painted = new Promise<number>((resolve, reject) => {
      setTimeout(() => reject(new Error(`The ${what} did not change.`)), 5_000);
      const observer = new MutationObserver(() => {
        if (began === undefined || read() === before) return;
        observer.disconnect();
        for (const input of inputs) removeEventListener(input, note, true);
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => resolve(performance.now() - (began ?? 0)));
          port1.start();
          port2.postMessage(undefined);
        });
      });
      observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    Object.assign(window, { benchPainted: painted });
  }, change);
  await act();
  return page.evaluate(() => (window as unknown as { benchPainted: Promise<number> }).benchPainted);
}
