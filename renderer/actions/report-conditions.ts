import { valueOf } from '../api/client.ts';
import type { Workbench } from '../state/workbench.ts';
import { isField } from './is-field.ts';

/** Changes that come this soon after one another are told as one, in milliseconds. */
const TOGETHER = 80;

/** Notes while a text field of the page has the focus. */
export function noteTyping({ typing }: Pick<Workbench, 'typing'>, page: Window): void {
  // Not the target: a field with a list beside it sends events for the entry that it marks, while the focus stays in the field.
  const inField = (): boolean => isField(page.document.activeElement);
  page.addEventListener('focusin', () => typing.setState(inField(), true));
  page.addEventListener('focusout', ({ relatedTarget }) => typing.setState(inField() || isField(relatedTarget), true));
}

/** Tells the main process what holds in the window, for the application menu: at once, and then whenever it changes. */
export function reportConditions(workbench: Workbench): void {
  let waiting = false;
  function tell(): void {
    const conditions = [...workbench.conditions.getState()];
    workbench.run(() => valueOf(workbench.main.reportConditions({ conditions })));
  }
  tell();
  workbench.conditions.subscribe(() => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      tell();
    }, TOGETHER);
  });
}
