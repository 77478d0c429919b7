/** Input elements that take no text. */
const TEXTLESS: ReadonlySet<string> = new Set(['checkbox', 'radio', 'button', 'range']);

/** Whether an element takes text, so that keys which type a character are its own. */
export function isField(target: unknown): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !TEXTLESS.has(target.type)) ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}
