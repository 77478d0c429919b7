import { expect, test } from './app.fixture.ts';
import { Explorer } from './pages/explorer.ts';
import { SAMPLE } from './sample.ts';

test('the search box', async ({ launch }) => {
  const { page } = await launch([SAMPLE]);
  const explorer = new Explorer(page);
  await explorer.isOpen();

  await test.step('lists hits by kind as one types, with the matched letters marked', async () => {
    await page.keyboard.press('Control+K');
    await expect(explorer.search).toBeFocused();
    await page.keyboard.type('demand');
    const jobs = explorer.hits.getByRole('group', { name: 'Custom jobs' });
    await expect(jobs.getByRole('option')).toHaveCount(8);
    await expect(jobs.getByRole('option').first().locator('mark')).toHaveText('demand');
    await expect(page.getByRole('status', { name: 'Announcements' })).toHaveText(/\d+ resources found/);
    await explorer.button('Clear search').click();
  });

  await test.step('selects, centres and describes a hit by keyboard alone', async () => {
    await explorer.graph.focus();
    await page.keyboard.press('/');
    await page.keyboard.type('demand-forecast-weekly-2026-10-18');
    await expect(explorer.hits.getByRole('option', { selected: true })).toContainText(
      'demand-forecast-weekly-2026-10-18',
    );
    await page.keyboard.press('Enter');
    await expect(explorer.details.title).toHaveText('demand-forecast-weekly-2026-10-18');
    await expect(explorer.node(/demand-forecast-weekly-2026-10-18, failed/)).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('moves over the hits by arrow keys, and Escape gives the focus back', async () => {
    await explorer.graph.focus();
    await page.keyboard.press('Control+K');
    await explorer.searchFor('ranker');
    const first = await explorer.hits.getByRole('option', { selected: true }).textContent();
    await page.keyboard.press('ArrowDown');
    await expect(explorer.hits.getByRole('option', { selected: true })).not.toHaveText(String(first));
    await page.keyboard.press('Escape');
    await expect(explorer.hits).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(explorer.graph).toBeFocused();
  });

  await test.step('lands on pasted names of every form', async () => {
    for (const [pasted, title] of [
      ['gs://tidewater-forecast-artifacts/runs/2026-09-27/', 'tidewater-forecast-artifacts'],
      [
        'projects/418820347715/locations/europe-west4/customJobs/2125568986268521181',
        'demand-forecast-weekly-2026-09-27',
      ],
      [
        'forecast-trainer@tidewater-ml-prod.iam.gserviceaccount.com',
        'forecast-trainer@tidewater-ml-prod.iam.gserviceaccount.com',
      ],
    ] as const) {
      await explorer.searchFor(pasted);
      await expect(explorer.hits.getByRole('option').first()).toContainText(title);
    }
  });

  await test.step('says so when nothing matches', async () => {
    await explorer.search.fill('zzzz-no-such-thing');
    await expect(page.getByText('No resource of this inventory matches')).toBeVisible();
  });

  await test.step('shows only the hits, and all again', async () => {
    const whole = await explorer.shown.textContent();
    await explorer.searchFor('demand-forecast-weekly');
    await page.getByRole('radio', { name: /^Show only hits/ }).click();
    await expect(explorer.shown).not.toHaveText(String(whole));
    await expect(page.getByText(/Only \d+ chosen resources/)).toBeVisible();
    await explorer.button('Back to the whole inventory').click();
    await expect(explorer.shown).toHaveText(String(whole));
  });
});
