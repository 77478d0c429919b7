import { expect, test } from './app.fixture.ts';
import { Explorer } from './pages/explorer.ts';
import { SAMPLE } from './sample.ts';

const BUCKET = 'tidewater-pipeline-code';
const GROUP = 'group:contractors@tidewater.example';

test('access', async ({ launch }) => {
  const { page } = await launch([SAMPLE]);
  const explorer = new Explorer(page);
  await explorer.isOpen();

  await test.step('is drawn when it is asked for, and gone again with undo', async () => {
    const before = (await explorer.shown.textContent()) ?? '';
    await explorer.button('Access: who can do what').click();
    await expect(explorer.button('Access: who can do what')).toHaveAttribute('aria-pressed', 'true');
    await expect(explorer.shown).not.toHaveText(before);
    await page.keyboard.press('Control+z');
    await expect(explorer.button('Access: who can do what')).toHaveAttribute('aria-pressed', 'false');
    await expect(explorer.shown).toHaveText(before);
  });

  await test.step('leads to the principal, to what it can reach and to the ways to more rights', async () => {
    await explorer.select('group:ml-engineers@tidewater.example');
    await expect(explorer.details.reach).toContainText('can run jobs in');
    const way = explorer.details.ways.getByRole('button', { name: /pipelines-runner/ });
    await way.click();
    await expect(explorer.details.ways).toContainText('which acts as');
    await expect(explorer.details.ways).toContainText('all buckets in it');
  });

  await test.step('is told of a bucket, with what is not known, and proved in its policy', async () => {
    await explorer.select(BUCKET);
    const { whoCan } = explorer.details;
    await expect(whoCan).toContainText('writable by');
    await expect(whoCan).toContainText('Not known: the policy of organisation 884210336127 was not collected');
    await expect(whoCan.getByRole('listitem').filter({ hasText: GROUP }).first()).toContainText('members not known');
    await explorer.details.evidence('iamPolicy.bindings[0].members[0]').first().click();
    await expect(explorer.details.rawTab).toHaveAttribute('aria-selected', 'true');
    await expect(explorer.details.markedLines()).toHaveCount(1);
    await expect(explorer.details.markedLines()).toContainText(`"${GROUP}"`);
    await expect(explorer.details.markedLines()).toBeInViewport();
  });
});
