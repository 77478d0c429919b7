/** Ways to let the window answer before work goes on. */
export interface Turns {
  /** Resolves when the next frame is painted, with the milliseconds it took. */
  nextFrame(): Promise<number>;
}

/** The turns of this window. */
export const WINDOW_TURNS: Turns = { nextFrame };

/** By a message, as timers would wait 4 ms each. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}

async function nextFrame(): Promise<number> {
  const asked = performance.now();
  const began = await new Promise<number>((resolve) => {
    requestAnimationFrame(resolve);
  });
  await nextTask();
  // Where frames come late, the time they were due lies in the past.
  return performance.now() - Math.max(asked, began);
}
