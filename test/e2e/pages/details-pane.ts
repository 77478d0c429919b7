import type { Locator, Page } from 'playwright/test';

/** What is known of the selection. */
export class DetailsPane {
  readonly region: Locator;
  readonly title: Locator;
  readonly rawTab: Locator;
  /** The raw document, line by line. */
  readonly raw: Locator;
  readonly linksOut: Locator;
  readonly linksIn: Locator;
  readonly whoCan: Locator;
  readonly reach: Locator;
  readonly ways: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Details' });
    this.title = this.region.getByRole('heading', { level: 3 }).first();
    this.rawTab = this.region.getByRole('tab', { name: 'Raw document' });
    this.raw = this.region.getByRole('region', { name: 'Raw document' });
    this.linksOut = this.region.getByRole('region', { name: 'Links out' });
    this.linksIn = this.region.getByRole('region', { name: 'Links in' });
    this.whoCan = this.region.getByRole('region', { name: 'Who can' });
    this.reach = this.region.getByRole('region', { name: 'What it can reach' });
    this.ways = this.region.getByRole('region', { name: 'Ways to more rights' });
  }

  /** The evidence with this field path. */
  evidence(path: string): Locator {
    return this.region.getByRole('button', { name: `Evidence: ${path},` });
  }

  /** Lines of the raw document that are marked as evidence. */
  markedLines(): Locator {
    return this.raw.locator('[data-marked="true"]');
  }
}
