import type { Locator } from 'playwright/test';
import { expect } from './app.fixture.ts';

/** A list that does not fit: its end is out of sight at first, and one key brings it there. */
export async function scrollsToItsEnd(list: Locator): Promise<void> {
  const rows = list.getByRole('listitem');
  await expect(rows.first()).toBeInViewport();
  const size = await rows.first().getAttribute('aria-setsize');
  const last = list.locator(`[aria-posinset="${size ?? ''}"]`);
  await expect(last).not.toBeInViewport();
  await list.focus();
  await list.press('End');
  await expect(last).toBeInViewport();
}
