import { expect, type Locator, type Page } from 'playwright/test';

/** The dialog "Connect to Google Cloud". */
export class ConnectDialog {
  readonly dialog: Locator;
  readonly projects: Locator;
  readonly locations: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: 'Connect to Google Cloud' });
    this.projects = this.dialog.getByRole('textbox', { name: 'Projects', exact: true });
    this.locations = this.dialog.getByRole('textbox', { name: 'Locations' });
  }

  /** Opens it from the start screen; the login of the environment is chosen when this returns. */
  async open(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Connect to Google Cloud…' }).click();
    await expect(this.dialog.getByRole('radio', { name: /gcloud configuration "default"/ })).toBeChecked();
  }

  button(name: string | RegExp): Locator {
    return this.dialog.getByRole('button', { name });
  }

  /** Connects from the start screen and begins to collect these projects. */
  async collect(projects: string): Promise<void> {
    await this.open();
    await this.projects.fill(projects);
    await this.button('Connect and collect').click();
    await expect(this.dialog).toBeHidden();
  }
}
