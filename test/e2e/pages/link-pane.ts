import type { Locator, Page } from 'playwright/test';

/** What is known of a selected link. */
export class LinkPane {
  readonly region: Locator;
  readonly title: Locator;
  readonly from: Locator;
  readonly to: Locator;
  readonly why: Locator;
  readonly facts: Locator;
  /** The evidence of a single link. */
  readonly evidence: Locator;
  /** The links a drawn link stands for. */
  readonly links: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Details' });
    this.title = this.region.getByRole('heading', { level: 3 }).first();
    this.from = this.region.getByRole('region', { name: 'From' });
    this.to = this.region.getByRole('region', { name: 'To', exact: true });
    this.why = this.region.getByRole('region', { name: 'Why it matters' });
    this.facts = this.region.getByRole('region', { name: 'Facts' });
    this.evidence = this.region.getByRole('region', { name: 'Evidence' });
    this.links = this.region.getByRole('region', { name: 'Links', exact: true });
  }
}
