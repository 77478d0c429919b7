/**
 * Returns a function that runs `work` for the newest input only: while one run is under way, newer inputs replace each other,
 * and only the last one runs next. An answer is delivered only if no newer input came meanwhile, so that a list never shows
 * the result of an older query.
 */
export function createLatest<Input, Output>(
  work: (input: Input) => Promise<Output>,
  deliver: (input: Input, output: Output) => void,
  fail: (input: Input, error: unknown) => void,
): (input: Input) => void {
  let running = false;
  let next: { readonly input: Input } | undefined;

  function finish(): void {
    running = false;
    const waiting = next;
    next = undefined;
    if (waiting !== undefined) start(waiting.input);
  }

  function start(input: Input): void {
    running = true;
    work(input).then(
      (output) => {
        if (next === undefined) deliver(input, output);
        finish();
      },
      (error: unknown) => {
        if (next === undefined) fail(input, error);
        finish();
      },
    );
  }

  return (input) => {
    if (running) next = { input };
    else start(input);
  };
}
