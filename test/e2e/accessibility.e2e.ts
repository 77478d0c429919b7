import type { Page } from 'playwright/test';
import { expect, test } from './app.fixture.ts';
import { choose } from './menu-item.ts';
import { outOfReach } from './out-of-reach.ts';
import { Explorer } from './pages/explorer.ts';
import { StartScreen } from './pages/start-screen.ts';
import { scrollsToItsEnd } from './scrolls-to-its-end.ts';
import { SAMPLE } from './sample.ts';
import { seriousFindings } from './serious-findings.ts';

/** Changes what the system asks for; colours that are still on their way to others would be measured in between. */
async function changeLook(
  page: Page,
  look: { readonly colorScheme: 'light' | 'dark'; readonly forcedColors: 'none' | 'active' },
): Promise<void> {
  await page.emulateMedia({ ...look, reducedMotion: 'reduce' });
  const theme = look.forcedColors === 'active' ? /^contrast-/ : look.colorScheme;
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
}

test('axe finds nothing serious in light and dark, and the window follows the system between them', async ({
  page,
}) => {
  const schemes = ['light', 'dark'] as const;
  const explorer = new Explorer(page);
  const start = new StartScreen(page);
  await expect(start.heading).toBeVisible();

  for (const colorScheme of schemes) {
    await test.step(`on the start screen in ${colorScheme}`, async () => {
      await changeLook(page, { colorScheme, forcedColors: 'none' });
      await expect(start.heading).toBeVisible();
      expect(await seriousFindings(page)).toStrictEqual([]);
    });
  }

  await test.step('on the start screen with forced colours', async () => {
    await changeLook(page, { colorScheme: 'dark', forcedColors: 'active' });
    await expect(start.heading).toBeVisible();
    expect(await seriousFindings(page)).toStrictEqual([]);
    await changeLook(page, { colorScheme: 'light', forcedColors: 'none' });
  });

  await start.openSample.click();
  await explorer.isOpen();
  await test.step('the window follows the system between light and dark', async () => {
    const background = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    const light = await background();
    await changeLook(page, { colorScheme: 'dark', forcedColors: 'none' });
    expect(await background()).not.toBe(light);
  });

  for (const colorScheme of schemes) {
    await test.step(`on the explorer with all panes, a search, details and a raw document in ${colorScheme}`, async () => {
      await changeLook(page, { colorScheme, forcedColors: 'none' });
      expect(await seriousFindings(page)).toStrictEqual([]);
      await page.keyboard.press('Control+3');
      await expect(explorer.problems).toBeVisible();
      await explorer.searchFor('forecast');
      expect(await seriousFindings(page)).toStrictEqual([]);
      await explorer.select('demand-forecast-weekly-2026-10-18');
      expect(await seriousFindings(page)).toStrictEqual([]);
      await explorer.details.evidence('jobSpec.network').click();
      await expect(explorer.details.markedLines()).toHaveCount(1);
      expect(await seriousFindings(page)).toStrictEqual([]);
      await explorer.details.region.getByRole('tab', { name: 'Overview' }).click();
      await page.keyboard.press('Control+3');
      await expect(explorer.problems).toBeHidden();
      await explorer.clearSearch();
    });
  }

  for (const colorScheme of schemes) {
    await test.step(`on a query with suggestions, mistakes and chips, and on its dialogs in ${colorScheme}`, async () => {
      await changeLook(page, { colorScheme, forcedColors: 'none' });
      await page.keyboard.press('/');
      await page.keyboard.type('kind:job stat:failed sa:*@developer.* loc');
      await expect(page.getByRole('list', { name: 'Mistakes in the query' })).toBeVisible();
      await expect(explorer.hits.getByRole('group', { name: 'Suggestions' })).toBeVisible();
      expect(await seriousFindings(page)).toStrictEqual([]);
      await page.keyboard.press('Control+Shift+K');
      const questions = page.getByRole('dialog', { name: 'Questions' });
      await questions.getByRole('button', { name: 'Who else uses this key?' }).click();
      await expect(questions.getByRole('combobox', { name: 'Key' })).toBeVisible();
      expect(await seriousFindings(page)).toStrictEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await explorer.search.click();
      await explorer.button('Syntax').click();
      const help = page.getByRole('dialog', { name: 'Search language' });
      await expect(help).toBeVisible();
      expect(await seriousFindings(page)).toStrictEqual([]);
      await page.keyboard.press('Escape');
      await expect(help).toBeHidden();
      await explorer.clearSearch();
    });
  }
});

test('axe finds nothing serious on the screen of files that cannot be read', async ({ launch }) => {
  const { page } = await launch(['no-such-file.json']);
  for (const colorScheme of ['light', 'dark'] as const) {
    await changeLook(page, { colorScheme, forcedColors: 'none' });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing could be read');
    expect(await seriousFindings(page)).toStrictEqual([]);
  }
});

test('with forced colours axe finds nothing serious, and what is selected or marked is told by more than a shade', async ({
  launch,
}) => {
  const { page } = await launch([SAMPLE]);
  await changeLook(page, { colorScheme: 'light', forcedColors: 'active' });
  const explorer = new Explorer(page);
  await explorer.isOpen();
  await explorer.select('demand-forecast-weekly-2026-10-18');
  expect(await seriousFindings(page)).toStrictEqual([]);
  await explorer.details.evidence('jobSpec.network').click();
  await expect(explorer.details.markedLines()).toHaveCount(1);
  await expect(explorer.details.markedLines()).toHaveCSS('outline-style', 'solid');
  const underlines = await explorer.details.region
    .getByRole('tab')
    .evaluateAll((tabs) => tabs.map((tab) => getComputedStyle(tab).borderBottomColor));
  expect(new Set(underlines).size).toBe(2);
  await expect(explorer.button('Details').first()).toHaveCSS('border-top-style', 'solid');
  expect(await seriousFindings(page)).toStrictEqual([]);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  expect(await seriousFindings(page)).toStrictEqual([]);
});

/** Actions that open a dialog while one job is selected and the search box has a query, with the dialog's name. */
const DIALOGS: readonly (readonly [action: string, dialog: string])[] = [
  ['command-palette', 'Commands'],
  ['show-shortcuts', 'Keyboard shortcuts'],
  ['search-help', 'Search language'],
  ['show-licences', 'Licences'],
  ['show-about', 'About'],
  ['connect', 'Connect to Google Cloud'],
  ['save-snapshot', 'Save snapshot'],
  ['save-findings-report', 'Save findings report'],
  ['history', 'History of the view'],
  ['questions', 'Questions'],
  ['save-query', 'Save query'],
  ['expand', 'Expand by relation'],
  ['paths-from', 'Paths between two resources'],
  ['save-view', 'Bookmark this view'],
  ['bookmarks', 'Bookmarks and views'],
  ['reviewer-name', 'Your name in reviews'],
  ['findings-configuration', 'Configuration of findings'],
  ['group-label', 'Group by label'],
];

/** Panes and ways to look that are switched on, with the part of the window that has them. */
const PANES: readonly (readonly [action: string, part: string])[] = [
  ['toggle-problems', '#pane-problems'],
  ['toggle-timeline', '#pane-timeline'],
  ['toggle-runs', '#pane-runs'],
  ['toggle-findings', '#pane-findings'],
  ['answers', '#pane-details'],
  ['toggle-table', '#pane-graph'],
  ['toggle-tree', '#pane-graph'],
];

/** Names and roles do not depend on colours: they are looked at once, in the first look. */
const LOOKS = [
  { colorScheme: 'light', forcedColors: 'none', rules: undefined },
  { colorScheme: 'dark', forcedColors: 'none', rules: ['color-contrast'] },
  { colorScheme: 'dark', forcedColors: 'active', rules: ['color-contrast'] },
] as const;

/** What axe finds in each look, by the look, and what cannot be reached. */
async function findingsInAllLooks(page: Page, place: string, part: string): Promise<readonly string[]> {
  const found = (await outOfReach(page, part)).map((element) => `${place}, out of reach: ${element}`);
  for (const { rules, ...look } of LOOKS) {
    await changeLook(page, look);
    const findings = await seriousFindings(page, part, rules);
    found.push(...findings.map((finding) => `${place}, ${look.colorScheme}, forced ${look.forcedColors}: ${finding}`));
  }
  return found;
}

/** The element with the focus, if that is none of substance. */
function lostFocus(page: Page): Promise<string | undefined> {
  return page.evaluate(() => (document.activeElement === document.body ? 'nothing has the focus' : undefined));
}

/** Looks at the dialog of this name and leaves it with Escape; the focus must be somewhere then. */
async function lookAndLeave(page: Page, problems: string[], name: string | RegExp): Promise<void> {
  const dialog = page.getByRole('dialog', { name }).or(page.getByRole('alertdialog', { name }));
  await expect(dialog).toBeVisible();
  problems.push(...(await findingsInAllLooks(page, String(name), '[role="dialog"], [role="alertdialog"]')));
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect.poll(() => lostFocus(page), { message: `after ${String(name)}` }).toBeUndefined();
}

test('in every dialog and pane axe finds nothing serious, and closing it leaves the focus somewhere', async ({
  launch,
}) => {
  const { page, electronApp } = await launch([SAMPLE]);
  const explorer = new Explorer(page);
  await explorer.isOpen();
  await explorer.select('demand-forecast-weekly-2026-10-18');
  const problems: string[] = [];
  for (const [action, name] of DIALOGS) {
    await explorer.graph.focus();
    await choose(electronApp, action);
    const dialog = page.getByRole('dialog', { name, exact: true });
    await expect(dialog).toBeVisible();
    problems.push(...(await findingsInAllLooks(page, name, '[role="dialog"]')));
    await page.keyboard.press('Escape');
    if (await dialog.isVisible()) await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect.poll(() => lostFocus(page), { message: `after ${name}` }).toBeUndefined();
  }
  for (const [action, part] of PANES) {
    await choose(electronApp, action);
    problems.push(...(await findingsInAllLooks(page, action, part)));
    for (const tab of await page.locator(part).getByRole('tab').all()) {
      await tab.click();
      const place = `${action}, ${(await tab.textContent()) ?? ''}`;
      problems.push(...(await outOfReach(page, part)).map((element) => `${place}, out of reach: ${element}`));
    }
  }
  await choose(electronApp, 'toggle-tree');

  await test.step('a grouped graph, and the question before many folds are opened', async () => {
    await choose(electronApp, 'group-project');
    await expect(page.getByRole('toolbar', { name: 'Groups' })).toBeVisible();
    problems.push(...(await findingsInAllLooks(page, 'groups', '#pane-graph')));
    await choose(electronApp, 'fold-areas');
    await expect(explorer.node(/^Group .*, folded/).first()).toBeAttached();
    await explorer.graph.focus();
    await page.keyboard.press('Control+a');
    await choose(electronApp, 'unfold');
    await lookAndLeave(page, problems, /^Unfold \d+ folds\?$/);
    await choose(electronApp, 'group-links');
  });

  await test.step('accepting a finding', async () => {
    const findings = page.getByRole('region', { name: 'Findings', exact: true });
    await expect(findings).toBeVisible();
    await findings.getByRole('tab', { name: /^By rule/ }).click();
    await findings.locator('button[aria-pressed]').filter({ hasText: 'Everyone can use a key' }).press('Enter');
    await findings.getByRole('button', { name: 'Accept…' }).first().press('Enter');
    await lookAndLeave(page, problems, 'Accept the finding');
  });

  await test.step('revealing secrets', async () => {
    await explorer.select('reef-detector-try-2');
    await explorer.details.rawTab.click();
    await explorer.details.region.getByRole('button', { name: /^Reveal/ }).press('Enter');
    await lookAndLeave(page, problems, 'Reveal secrets?');
  });

  const closers = page.locator('.pane__head').getByRole('button', { name: /^Close / });
  for (let open = await closers.count(); open > 0; open -= 1) {
    await closers.first().focus();
    await page.keyboard.press('Enter');
    await expect(closers).toHaveCount(open - 1);
    await expect.poll(() => lostFocus(page), { message: `with ${String(open - 1)} panes left` }).toBeUndefined();
  }
  expect(problems).toStrictEqual([]);
});

test('long names do not make the details wider than their pane, and everything stays in reach at 200 % zoom', async ({
  launch,
}) => {
  const app = await launch([SAMPLE]);
  const explorer = new Explorer(app.page);
  await explorer.isOpen();
  await test.step('long names do not make the details wider than their pane', async () => {
    await explorer.select('demand-forecast-weekly-2026-10-18');
    await expect(explorer.details.linksOut).toBeVisible();
    const panel = explorer.details.region.getByRole('tabpanel');
    expect(await panel.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  });

  await app.electronApp.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(1280, 800);
    window?.webContents.setZoomFactor(2);
  });
  await explorer.select('demand-forecast-weekly-2026-10-18');
  await expect(explorer.search).toBeInViewport({ ratio: 1 });
  await expect(explorer.details.title).toBeInViewport();
  await expect(app.page.getByRole('button', { name: 'More', exact: true })).toBeInViewport({ ratio: 1 });
  await expect(explorer.graph).toBeInViewport();
  const link = explorer.details.linksOut.getByRole('button').first();
  await link.scrollIntoViewIfNeeded();
  await expect(link).toBeInViewport({ ratio: 1 });
  await explorer.details.evidence('jobSpec.network').click();
  await expect(explorer.details.markedLines().first()).toBeInViewport();
  expect(await seriousFindings(app.page)).toStrictEqual([]);
  await app.page.keyboard.press('Control+3');
  await expect(explorer.problems).toBeInViewport();
  await explorer.problems.getByRole('tab', { name: /^Coverage/ }).click();
  await scrollsToItsEnd(explorer.problems.getByRole('region', { name: 'Coverage' }));
  // The page itself stays where it is, whatever gets the focus or is scrolled to.
  expect(await app.page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0);
  for (const [key, name] of [
    ['4', 'Findings'],
    ['5', 'Timeline'],
    ['6', 'Runs'],
  ] as const) {
    await app.page.keyboard.press(`Control+${key}`);
    await expect(app.page.getByRole('region', { name, exact: true }).getByRole('button').last()).toBeVisible();
    expect(await outOfReach(app.page, 'body')).toStrictEqual([]);
  }
});
