import { writeFile } from 'node:fs/promises';
import { expect, test } from './app.fixture.ts';
import { Explorer } from './pages/explorer.ts';
import { LinkPane } from './pages/link-pane.ts';
import { SAMPLE } from './sample.ts';

const JOB = 'demand-forecast-weekly-2026-09-27';
const ACCOUNT = 'forecast-trainer@tidewater-ml-prod.iam.gserviceaccount.com';

/** Selects a job and puts the keyboard on its link to its account. */
async function goToLinkOfAccount(explorer: Explorer): Promise<void> {
  await explorer.select(JOB);
  await explorer.goToLink('runs as');
}

test('a link', async ({ launch }) => {
  const { page } = await launch([SAMPLE]);
  const explorer = new Explorer(page);
  const link = new LinkPane(page);
  await explorer.isOpen();

  await test.step('goes back to its node by Escape, and arrow keys then move over the nodes again', async () => {
    await goToLinkOfAccount(explorer);
    await page.keyboard.press('Escape');
    await expect(explorer.graph).toBeFocused();
    await expect(explorer.graph.getByRole('option', { name: /^Link: / })).toHaveCount(0);
    await expect(explorer.node(new RegExp(`^Custom job ${JOB},`))).toBeAttached();
  });

  await test.step('is selected by keyboard, and its details say why it is there', async () => {
    await goToLinkOfAccount(explorer);
    await page.keyboard.press('Enter');
    await expect(link.title).toHaveText('runs as');
    await expect(link.from).toContainText(JOB);
    await expect(link.to).toContainText(ACCOUNT);
    await expect(link.why).toContainText('acts with all its permissions');
    await expect(link.facts).toContainText('exact: a field names it');
    await expect(
      explorer.graph.getByRole('option', { name: `Link: ${JOB} runs as ${ACCOUNT}`, selected: true }),
    ).toBeAttached();
  });

  await test.step('shows its evidence in the raw document, and Back returns to it', async () => {
    await goToLinkOfAccount(explorer);
    await page.keyboard.press('Enter');
    await link.evidence
      .getByRole('button', { name: `Evidence: jobSpec.serviceAccount, ${ACCOUNT}, in ${JOB}` })
      .click();
    await expect(explorer.details.markedLines()).toHaveCount(1);
    await expect(explorer.details.markedLines()).toContainText(`"serviceAccount": "${ACCOUNT}"`);
    await explorer.button('Back').click();
    await expect(link.title).toHaveText('runs as');
    await link.to.getByRole('button', { name: ACCOUNT }).click();
    await expect(explorer.details.title).toHaveText(ACCOUNT);
  });

  await test.step('has a menu: only its ends are shown, and a click on it or beside it selects and leaves it', async () => {
    await goToLinkOfAccount(explorer);
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Show only the ends of the link' }).click();
    await expect(explorer.shown).toContainText('2 of ');
    await page.keyboard.press('Escape');
    const canvas = await explorer.graph.boundingBox();
    if (canvas === null) throw new Error('the graph is not on the screen');
    const middle = { x: canvas.x + canvas.width / 2, y: canvas.y + canvas.height / 2 };
    await page.mouse.click(canvas.x + 20, canvas.y + 20);
    await expect(link.from).toBeHidden();
    // The graph may still be on its way to the middle.
    await expect(async () => {
      await page.mouse.click(middle.x, middle.y);
      await expect(link.title).toHaveText('runs as', { timeout: 500 });
    }).toPass();
    await page.mouse.click(canvas.x + 20, canvas.y + 20);
    await expect(link.from).toBeHidden();
    await page.mouse.click(middle.x, middle.y, { button: 'right' });
    await page.getByRole('menuitem', { name: 'Go to where the link leads' }).click();
    await expect(explorer.details.title).toHaveText(ACCOUNT);
  });
});

test('a link of a fold lists what it stands for, fifty at a time', async ({ launch }) => {
  const jobs = Array.from({ length: 400 }, (_, index) => ({
    name: `projects/acme-ml/locations/us-central1/customJobs/${1000 + index}`,
    displayName: `train-fraud-${String(index).padStart(3, '0')}`,
    state: 'JOB_STATE_SUCCEEDED',
    jobSpec: { serviceAccount: 'trainer@acme-ml.iam.gserviceaccount.com', workerPoolSpecs: [] },
  }));
  const file = test.info().outputPath('jobs.json');
  await writeFile(file, JSON.stringify(jobs));
  const { page } = await launch([file]);
  const explorer = new Explorer(page);
  const link = new LinkPane(page);
  await explorer.isOpen();
  await explorer.select('trainer@acme-ml.iam.gserviceaccount.com');
  await explorer.goToLink('runs as');
  await page.keyboard.press('Enter');
  await expect(link.region).toContainText('400 links drawn as one');
  await expect(link.from).toContainText('Custom jobs: 400 drawn as one');
  await expect(link.links.getByRole('listitem').filter({ hasText: 'train-fraud-049' })).not.toHaveCount(0);
  await expect(link.links.getByRole('button', { name: /^train-fraud-050/ })).toHaveCount(0);
  await link.links.getByRole('button', { name: 'List 50 more of 400 links' }).click();
  await expect(link.links.getByRole('button', { name: /^train-fraud-050/ })).toBeVisible();
  await link.links.getByRole('button', { name: 'Evidence: jobSpec.serviceAccount' }).first().click();
  await expect(explorer.details.markedLines()).toContainText('serviceAccount');
});
