import type { Locator, Page } from 'playwright/test';

/** The screen of a window in which nothing is open. */
export class StartScreen {
  readonly heading: Locator;
  readonly openFiles: Locator;
  readonly openFolder: Locator;
  readonly openSample: Locator;
  readonly recent: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { name: 'Vertex Lineage Explorer' });
    this.openFiles = page.getByRole('button', { name: 'Open files…' });
    this.openFolder = page.getByRole('button', { name: 'Open folder…' });
    this.openSample = page.getByRole('button', { name: 'Open sample' });
    this.recent = page.getByRole('region', { name: 'Recent' });
  }

  /** The help about one format, opened. */
  async openFormat(title: string): Promise<Locator> {
    const button = this.page.getByRole('button', { name: title, exact: true });
    await button.click();
    return this.page.getByRole('group', { name: title });
  }
}
