import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';

/**
 * Serious and critical findings of axe (https://dequeuniversity.com/rules/axe), with the elements they are about; in the whole
 * window, or in a part of it; by all its rules, or by some.
 */
export async function seriousFindings(
  page: Page,
  part?: string,
  rules?: readonly string[],
): Promise<readonly string[]> {
  // A window is given axe once: putting its megabyte there twice for each look takes longer than looking.
  const isThere = await page.evaluate(() => 'axe' in window);
  // Electron has no new pages for axe to collect its results in: the legacy mode does without.
  const builder = new AxeBuilder({ page, ...(isThere && { axeSource: 'undefined' }) }).setLegacyMode(true);
  // What passes need not be described, element by element.
  builder.options({ resultTypes: ['violations'] });
  if (part !== undefined) builder.include(part);
  if (rules !== undefined) builder.withRules([...rules]);
  const { violations } = await builder.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
