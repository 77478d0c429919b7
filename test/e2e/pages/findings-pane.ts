import type { Locator, Page } from 'playwright/test';

/** The pane of findings as a user sees it. */
export class FindingsPane {
  readonly region: Locator;
  readonly totals: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Findings', exact: true });
    this.totals = this.region.getByRole('list', { name: 'Findings in all' }).getByRole('listitem');
  }

  /** The row of a group, by its title. */
  group(title: string): Locator {
    return this.region.getByRole('button', { name: title }).and(this.region.locator('[aria-pressed]'));
  }

  finding(name: string): Locator {
    return this.region.getByRole('article', { name });
  }
}
