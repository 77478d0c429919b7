import { expect, test } from './app.fixture.ts';
import { Explorer } from './pages/explorer.ts';
import { SAMPLE } from './sample.ts';

const JOB = 'demand-forecast-weekly-2026-09-27';

test('the details', async ({ launch }) => {
  const { page } = await launch([SAMPLE]);
  const explorer = new Explorer(page);
  const { details } = explorer;
  await explorer.isOpen();
  await explorer.select(JOB);

  await test.step('give the key facts of a job, times in UTC first', async () => {
    await expect(details.region).toContainText('succeeded');
    await expect(details.region).toContainText('n1-highmem-16');
    await expect(details.region).toContainText('2026-09-27 02:00:14 UTC');
  });

  await test.step('tell links that were found in text from those a field names', async () => {
    const guessed = details.linksOut.getByRole('listitem').filter({ hasText: 'tidewater-sales-curated' });
    await expect(guessed.first()).toContainText('heuristic');
    const key = details.linksOut.getByRole('listitem').filter({ hasText: 'kmsKeyName' });
    await expect(key.first()).toContainText('other project');
  });

  await test.step('lead to the linked resource and back', async () => {
    await details.linksOut
      .getByRole('button', { name: /^tidewater-forecast-artifacts/ })
      .first()
      .click();
    await expect(details.title).toHaveText('tidewater-forecast-artifacts');
    await expect(details.linksIn).toContainText('written by');
    await explorer.button('Back').click();
    await expect(details.title).toHaveText(JOB);
    await explorer.button('Forward').click();
    await expect(details.title).toHaveText('tidewater-forecast-artifacts');
    await explorer.button('Back').click();
    await expect(details.title).toHaveText(JOB);
  });

  await test.step('say why a link is there, and mark the place in the raw document', async () => {
    await expect(details.linksOut).toContainText('runs as');
    await details.evidence('jobSpec.serviceAccount').click();
    await expect(details.rawTab).toHaveAttribute('aria-selected', 'true');
    await expect(details.markedLines()).toHaveCount(1);
    await expect(details.markedLines()).toContainText(
      '"serviceAccount": "forecast-trainer@tidewater-ml-prod.iam.gserviceaccount.com"',
    );
    await expect(details.markedLines()).toBeInViewport();
  });

  await test.step('search the raw document', async () => {
    await details.rawTab.click();
    await page.getByRole('searchbox', { name: 'Search in the document' }).fill('machinetype');
    await expect(details.region).toContainText('1 of 2');
    await details.region.getByRole('button', { name: 'Next match' }).click();
    await expect(details.region).toContainText('2 of 2');
    await details.region.getByRole('button', { name: 'Next match' }).click();
    await expect(details.region).toContainText('1 of 2');
  });

  await test.step('mask secrets until the user asks for them twice', async () => {
    await explorer.select('price-elasticity-try-1');
    await details.rawTab.click();
    await page.getByRole('searchbox', { name: 'Search in the document' }).fill('DB_PASSWORD');
    await expect(details.raw).toContainText('DB_PASSWORD');
    await expect(details.raw).not.toContainText('correct-horse');
    await explorer.button('Reveal secrets…').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Keep them masked' }).click();
    await expect(details.raw).not.toContainText('correct-horse');
    await explorer.button('Reveal secrets…').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Reveal secrets' }).click();
    await expect(details.raw).toContainText('correct-horse-battery-staple');
    await explorer.button('Mask again').click();
    await expect(details.raw).not.toContainText('correct-horse');
  });

  await test.step('name what is missing: a resource that was not collected has no document', async () => {
    await explorer.select('tidewater-us-exports');
    await expect(details.region).toContainText('not collected');
    await expect(details.rawTab).toBeDisabled();
  });
});
