import type { ElectronApplication } from 'playwright/test';
import { expect } from 'playwright/test';

/** Whether an item of the application menu can be chosen; undefined where there is none of that id. */
export async function isEnabled(electronApp: ElectronApplication, id: string): Promise<boolean | undefined> {
  try {
    return await electronApp.evaluate(
      ({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.enabled,
      id,
    );
  } catch (error) {
    // Node's inspector loses an answer where garbage is collected just then. Asking again changes nothing.
    if (!String(error).includes('promise was garbage collected')) throw error;
    return isEnabled(electronApp, id);
  }
}

/** Chooses an item of the application menu, as soon as it can be chosen. */
export async function choose(electronApp: ElectronApplication, id: string): Promise<void> {
  await expect.poll(() => isEnabled(electronApp, id), { message: `${id} can be chosen` }).toBe(true);
  await electronApp.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    const click = item?.click as () => void;
    click.call(item);
  }, id);
}
