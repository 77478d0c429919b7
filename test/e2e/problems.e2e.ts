import { expect, test } from './app.fixture.ts';
import { Explorer } from './pages/explorer.ts';
import { scrollsToItsEnd } from './scrolls-to-its-end.ts';
import { SAMPLE, sampleFile } from './sample.ts';

test.describe('problems and coverage', () => {
  test('tell what is missing of the sample', async ({ launch }) => {
    const { page } = await launch([SAMPLE]);
    const explorer = new Explorer(page);
    await explorer.isOpen();
    await page.keyboard.press('Control+3');

    await test.step('count the types that were skipped', async () => {
      await explorer.problems.getByRole('tab', { name: /^Skipped types/ }).click();
      await expect(explorer.problems.getByRole('listitem').first()).toContainText('counted and skipped');
    });

    await test.step('scroll inside their pane, with few rows drawn', async () => {
      await explorer.problems.getByRole('tab', { name: /^Coverage/ }).click();
      await scrollsToItsEnd(explorer.problems.getByRole('region', { name: 'Coverage' }));
    });

    await test.step('tell what is named and not collected, and what no one can resolve', async () => {
      await explorer.problems.getByRole('tab', { name: /^Not collected/ }).click();
      await expect(explorer.problems.getByRole('region', { name: 'Not collected' })).toContainText('Docker images');
      await explorer.problems.getByRole('button', { name: /Tidewater_Suppliers/ }).click();
      await expect(explorer.details.region).toContainText('unresolved');
    });
  });

  test('do not call it complete when the files do not say what was asked for', async ({ launch }) => {
    const { page } = await launch([sampleFile('custom-jobs-prod.json')]);
    const explorer = new Explorer(page);
    await explorer.isOpen();
    await page.keyboard.press('Control+3');
    await explorer.problems.getByRole('tab', { name: /^Coverage/ }).click();
    await expect(explorer.problems).toContainText('what they lack may exist all the same');
  });
});
