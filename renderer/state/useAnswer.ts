import { startTransition, useEffect, useState } from 'react';
import { describeError, isSuperseded } from '../errors/describe-error.ts';

/** The state of a question to the worker. "Failed" is never the same as an empty answer. */
export type Answer<Value> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: Value }
  | { readonly status: 'failed'; readonly message: string };

const LOADING = { status: 'loading' } as const;

/**
 * Asks when the component appears and whenever `ask` changes (memoise it with `useCallback`), and returns the newest answer.
 * The answer to an older question is never shown for a newer one, unless both are about the same `subject`: then it stays until
 * the new one is there, as when an inventory grows. Answers may be long: React shows them in slices, between which the window answers.
 */
export function useAnswer<Value>(ask: () => Promise<Value>, subject?: string): Answer<Value> {
  const [answered, setAnswered] = useState<{
    readonly ask: unknown;
    readonly subject: string | undefined;
    readonly answer: Answer<Value>;
  }>();
  useEffect(() => {
    let stale = false;
    ask().then(
      (value) => {
        if (!stale) startTransition(() => setAnswered({ ask, subject, answer: { status: 'ready', value } }));
      },
      (error: unknown) => {
        if (stale || isSuperseded(error)) return;
        setAnswered({ ask, subject, answer: { status: 'failed', message: describeError(error).message } });
      },
    );
    return () => {
      stale = true;
    };
  }, [ask, subject]);
  const fits = answered?.ask === ask || (subject !== undefined && answered?.subject === subject);
  return fits && answered !== undefined ? answered.answer : LOADING;
}
