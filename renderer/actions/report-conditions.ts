import { valueOf } from '../api/client.ts';
import type { Workbench } from '../state/workbench.ts';
import { isField } from './is-field.ts';

/** Changes that come this soon after one another are told as one, in milliseconds. */
const TOGETHER = 80;

/** Notes while a text field of the page has the focus. */
export function noteTyping({ typing }: Workbench, page: Window): void {
  page.addEventListener('focusin', ({ target }) => typing.setState(isField(target), true));
  page.addEventListener('focusout', ({ relatedTarget }) => typing.setState(isField(relatedTarget), true));
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
