import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';

/** Serious and critical findings of axe (https://dequeuniversity.com/rules/axe), with the elements they are about. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  // Electron has no new pages for axe to collect its results in: the legacy mode does without.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
