import { expect, type Locator, type Page } from 'playwright/test';
import { DetailsPane } from './details-pane.ts';

/** Starting a worker and reading files takes its time on a machine that is busy with other things. */
const OPENING_MS = 60_000;

/** The main screen: an inventory is open. */
export class Explorer {
  readonly page: Page;
  readonly search: Locator;
  readonly hits: Locator;
  /** The graph for keyboard and screen reader. */
  readonly graph: Locator;
  readonly filters: Locator;
  readonly problems: Locator;
  readonly shown: Locator;
  readonly details: DetailsPane;

  constructor(page: Page) {
    this.page = page;
    this.search = page.getByRole('combobox', { name: 'Search resources' });
    this.hits = page.getByRole('listbox', { name: 'Resources found' });
    this.graph = page.getByRole('listbox', { name: /^Graph: / });
    this.filters = page.getByRole('region', { name: 'Filters' });
    this.problems = page.getByRole('region', { name: 'Problems and coverage' });
    this.shown = page.getByRole('toolbar', { name: 'View' }).getByText(/ shown$/);
    this.details = new DetailsPane(page);
  }

  /** Waits until an inventory is on the screen, with the whole of its first graph. */
  async isOpen(): Promise<void> {
    await expect(this.graph).toBeVisible({ timeout: OPENING_MS });
    await expect(this.page.getByRole('main', { name: 'Graph' }).locator('[aria-busy="true"]')).toHaveCount(0);
  }

  /** Types into the search box; the hits are those of the whole text when this returns. */
  async searchFor(text: string): Promise<void> {
    await this.search.fill(text);
    await expect(this.page.getByRole('search').getByText(/resources? found/i)).toBeVisible();
  }

  /** Selects a resource by its title, as a user does who knows it. */
  async select(title: string): Promise<void> {
    await this.searchFor(title);
    await this.hits.getByRole('option', { name: title }).first().click();
    await expect(this.details.title).toHaveText(title);
  }

  /** Nodes of the graph by the name a screen reader says. */
  node(name: string | RegExp): Locator {
    return this.graph.getByRole('option', { name });
  }

  /** Puts the keyboard on the first link of the selected node that has this relation. */
  async goToLink(relation: string): Promise<void> {
    await this.graph.focus();
    await this.page.keyboard.press('l');
    const links = this.graph.getByRole('option', { name: /^Link: / });
    await expect(links.first()).toBeAttached();
    const names = await links.allTextContents();
    const steps = names.findIndex((name) => name.includes(` ${relation} `));
    expect(steps, `a link "${relation}" among ${names.join('; ')}`).toBeGreaterThanOrEqual(0);
    for (let step = 0; step < steps; step += 1) await this.page.keyboard.press('ArrowDown');
  }

  /** A button of the bars above the graph. */
  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** Takes every step of the view back, by its history. */
  async undoAll(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+H');
    const history = this.page.getByRole('dialog', { name: 'History of the view' });
    await history.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(history).toBeHidden();
  }

  /** Empties the search box, and leaves the keyboard on the graph. */
  async clearSearch(): Promise<void> {
    await this.search.fill('');
    await this.graph.focus();
    await expect(this.hits).toBeHidden();
  }

  /** Chooses an action of the context menu of what is selected, by keyboard. */
  async chooseFromMenu(name: string): Promise<void> {
    await this.graph.focus();
    await this.page.keyboard.press('Shift+F10');
    await this.page.getByRole('menuitem', { name, exact: true }).click();
  }
}
