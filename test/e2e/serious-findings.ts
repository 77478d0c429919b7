import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';

/**
 * Serious and critical findings of axe (https://dequeuniversity.com/rules/axe), with the elements they are about; in the whole
 * window, or in a part of it.
 */
export async function seriousFindings(page: Page, part?: string): Promise<readonly string[]> {
  // Electron has no new pages for axe to collect its results in: the legacy mode does without.
  const builder = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (part === undefined ? builder : builder.include(part)).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
