import { expect, test } from './app.fixture.ts';
import { Explorer } from './pages/explorer.ts';
import { SAMPLE } from './sample.ts';

const JOB = 'demand-forecast-weekly-2026-09-27';

test.describe('the details', () => {
  test('give the key facts of a job, times in UTC first', async ({ launch }) => {
    const { page } = await launch([SAMPLE]);
    const explorer = new Explorer(page);
    await explorer.isOpen();
    await explorer.select(JOB);
    await expect(explorer.details.region).toContainText('succeeded');
    await expect(explorer.details.region).toContainText('n1-highmem-16');
    await expect(explorer.details.region).toContainText('2026-09-27 02:00:14 UTC');
  });

  test('say why a link is there, and mark the place in the raw document', async ({ launch }) => {
    const { page } = await launch([SAMPLE]);
    const explorer = new Explorer(page);
    await explorer.isOpen();
    await explorer.select(JOB);
    await expect(explorer.details.linksOut).toContainText('runs as');
    await explorer.details.evidence('jobSpec.serviceAccount').click();
    await expect(explorer.details.rawTab).toHaveAttribute('aria-selected', 'true');
    await expect(explorer.details.markedLines()).toHaveCount(1);
    await expect(explorer.details.markedLines()).toContainText(
      '"serviceAccount": "forecast-trainer@tidewater-ml-prod.iam.gserviceaccount.com"',
    );
    await expect(explorer.details.markedLines()).toBeInViewport();
  });

  test('tell links that were found in text from those a field names', async ({ launch }) => {
    const { page } = await launch([SAMPLE]);
    const explorer = new Explorer(page);
    await explorer.isOpen();
    await explorer.select(JOB);
    const guessed = explorer.details.linksOut.getByRole('listitem').filter({ hasText: 'tidewater-sales-curated' });
    await expect(guessed.first()).toContainText('heuristic');
    const key = explorer.details.linksOut.getByRole('listitem').filter({ hasText: 'kmsKeyName' });
    await expect(key.first()).toContainText('other project');
  });

  test('lead to the linked resource and back', async ({ launch }) => {
    const { page } = await launch([SAMPLE]);
    const explorer = new Explorer(page);
    await explorer.isOpen();
    await explorer.select(JOB);
    await explorer.details.linksOut
      .getByRole('button', { name: /^tidewater-forecast-artifacts/ })
      .first()
      .click();
    await expect(explorer.details.title).toHaveText('tidewater-forecast-artifacts');
    await expect(explorer.details.linksIn).toContainText('written by');
    await explorer.button('Back').click();
    await expect(explorer.details.title).toHaveText(JOB);
    await explorer.button('Forward').click();
    await expect(explorer.details.title).toHaveText('tidewater-forecast-artifacts');
  });

  test('mask secrets until the user asks for them twice', async ({ launch }) => {
    const { page } = await launch([SAMPLE]);
    const explorer = new Explorer(page);
    await explorer.isOpen();
    await explorer.select('price-elasticity-try-1');
    await explorer.details.rawTab.click();
    await page.getByRole('searchbox', { name: 'Search in the document' }).fill('DB_PASSWORD');
    await expect(explorer.details.raw).toContainText('DB_PASSWORD');
    await expect(explorer.details.raw).not.toContainText('correct-horse');
    await explorer.button('Reveal secrets…').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Keep them masked' }).click();
    await expect(explorer.details.raw).not.toContainText('correct-horse');
    await explorer.button('Reveal secrets…').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Reveal secrets' }).click();
    await expect(explorer.details.raw).toContainText('correct-horse-battery-staple');
    await explorer.button('Mask again').click();
    await expect(explorer.details.raw).not.toContainText('correct-horse');
  });

  test('search the raw document', async ({ launch }) => {
    const { page } = await launch([SAMPLE]);
    const explorer = new Explorer(page);
    await explorer.isOpen();
    await explorer.select(JOB);
    await explorer.details.rawTab.click();
    await page.getByRole('searchbox', { name: 'Search in the document' }).fill('machinetype');
    await expect(explorer.details.region).toContainText('1 of 2');
    await explorer.details.region.getByRole('button', { name: 'Next match' }).click();
    await expect(explorer.details.region).toContainText('2 of 2');
    await explorer.details.region.getByRole('button', { name: 'Next match' }).click();
    await expect(explorer.details.region).toContainText('1 of 2');
  });

  test('name what is missing: a resource that was not collected has no document', async ({ launch }) => {
    const { page } = await launch([SAMPLE]);
    const explorer = new Explorer(page);
    await explorer.isOpen();
    await explorer.select('tidewater-us-exports');
    await expect(explorer.details.region).toContainText('not collected');
    await expect(explorer.details.rawTab).toBeDisabled();
  });
});
