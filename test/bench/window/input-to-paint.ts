import type { Page } from 'playwright';

/** What of the window changes with an action: the names of the graph, of what is selected in it, of what the pointer is at, or what is found. */
export type Change = 'graph' | 'selection' | 'tooltip' | 'hits';

/** What takes longer is not measured. */
const PATIENCE_MS = 20_000;

/** Milliseconds from the first key press, button press or movement of the pointer. */
export interface Answer {
  /** Until the first frame was painted that shows what the action did. */
  readonly first: number;
  /** Until all cards and links of the graph were painted, too. */
  readonly whole: number;
}

/** How soon the window answers what is done in `act`. */
export async function inputToPaint(page: Page, change: Change, act: () => Promise<void>): Promise<Answer> {
  await page.evaluate(
    ([what, patience]) => {
      const read = (): string => {
        if (what === 'tooltip') return document.querySelector('.graph-tooltip')?.textContent ?? '';
        // One more letter may find the same; what is marked of it is more then.
        if (what === 'hits') return document.querySelector('[aria-label="Resources found"]')?.innerHTML ?? '';
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
      const painted = new Promise<Answer>((resolve, reject) => {
        setTimeout(() => {
          const busy = [...document.querySelectorAll('[aria-busy="true"]')]
            .map(({ className }) => className)
            .join(', ');
          const now = read();
          const why =
            now === before ? 'did not change' : `changed to ${now.slice(0, 200)}, but is not painted; busy: ${busy}`;
          reject(new Error(`The ${what} ${why}.`));
        }, patience);
        const observer = new MutationObserver(() => {
          if (began === undefined || read() === before) return;
          observer.disconnect();
          for (const input of inputs) removeEventListener(input, note, true);
          const sinceInput = (): number => performance.now() - (began ?? 0);
          const afterFrame = (then: () => void): void => {
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.addEventListener('message', then);
              port1.start();
              port2.postMessage(undefined);
            });
          };
          afterFrame(() => {
            const first = sinceInput();
            const untilWhole = (): void => {
              if (document.querySelector('.graph[aria-busy="true"], .graph-links[aria-busy="true"]') === null) {
                resolve({ first, whole: sinceInput() });
              } else {
                afterFrame(untilWhole);
              }
            };
            untilWhole();
          });
        });
        observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      });
      Object.assign(window, { benchPainted: painted });
    },
    [change, PATIENCE_MS] as const,
  );
  await act();
  return page.evaluate(() => (window as unknown as { benchPainted: Promise<Answer> }).benchPainted);
}
