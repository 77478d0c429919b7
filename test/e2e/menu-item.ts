import type { ElectronApplication } from 'playwright/test';
import { expect } from 'playwright/test';

/** Whether an item of the application menu can be chosen; undefined where there is none of that id. */
export function isEnabled(electronApp: ElectronApplication, id: string): Promise<boolean | undefined> {
  return electronApp.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.enabled, id);
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
