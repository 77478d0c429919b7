import type { Locator } from 'playwright/test';
import { expect, test } from './app.fixture.ts';
import { Explorer } from './pages/explorer.ts';
import { SAMPLE } from './sample.ts';

/** Questions of the library without a resource, as one types for them, and what of the sample must be among what is found. */
const ESTATE_QUESTIONS: readonly (readonly [typed: string, title: string, found: readonly string[]])[] = [
  ['default agent', 'Which jobs run as the default agent or a default account?', ['churn-probe-1', 'llm-eval-sandbox']],
  ['many workloads share', 'Which accounts do many workloads share? …', ['forecast-trainer@tidewater-ml-prod']],
  ['of another project', 'Which jobs use accounts, keys or buckets of another project?', ['supplier-negotiator-rl']],
  ['no customer-managed', 'Which jobs have no customer-managed key?', ['basket-affinity-trial-1']],
  ['rotate too', 'Which keys rotate too seldom, or never? …', ['serving']],
  ['no private network', 'Which jobs are in no private network?', ['llm-eval-sandbox']],
  ['admit everyone', 'Which firewall rules admit everyone?', ['default-allow-rdp', 'default-allow-ssh']],
  ['not pinned', 'Which images are not pinned by digest?', ['price-elasticity-try-1', 'next-vision-job']],
  ['not Google', 'Which images come from registries that are not Google’s?', ['openevals/harness:0.4']],
  ['hold code', 'Which buckets hold code that jobs run?', ['tidewater-pipeline-code']],
  ['log in', 'Which jobs let people log in?', ['llm-eval-sandbox', 'reef-detector-try-2']],
  ['outside their region', 'Which jobs write outside their region?', ['reef-detector-try-1']],
  ['name a secret', 'Which workloads name a secret?', ['shelf-vision-finetune-r1']],
  ['critical or high', 'What do the rules call critical or high?', ['Everyone can read a BigQuery dataset']],
  ['failed lately', 'Which jobs failed lately? …', ['demand-forecast-weekly-2026-10-18']],
  ['no label', 'Which jobs have no label?', ['churn-probe-1', 'supplier-negotiator-rl']],
  ['was not collected', 'What do many depend on that was not collected? …', ['store_week', 'basket:2026-10']],
];

/** The questions about one resource, with what its details must tell. */
const RESOURCE_ANSWERS: readonly (readonly [resource: string, question: string, told: readonly RegExp[]])[] = [
  [
    'demand-forecast',
    'How was this produced?',
    [/demand-forecast-weekly-2026-11-08/, /Linkproduced demand-forecast/, /tidewater-forecast-artifacts/],
  ],
  ['demand-forecast', 'What code and which images ran?', [/forecast@sha256:20d4f8ba/]],
  [
    'demand-forecast',
    'Which keys protect it, and when do they rotate?',
    [/training/, /Rotation period90 d/, /Next rotation2026-12-01/, /service-418820347715@gcp-sa-aiplatform/],
  ],
  ['demand-forecast', 'Which network exposes it?', [/ml-vpc/, /From ranges10\.60\.0\.0\/20/]],
  ['demand-forecast', 'What can its identity do?', [/forecast-trainer@tidewater-ml-prod/]],
  [
    'demand-forecast',
    'Where does its data live, and who can reach it?',
    [/tidewater-sales-curated/, /LocationEUROPE-WEST4/],
  ],
  ['reef-detector', 'Which keys protect it, and when do they rotate?', [/it is not rotated by itself/]],
  ['reef-detector', 'Which network exposes it?', [/lab-notebooks/, /From ranges0\.0\.0\.0\/0/]],
  ['reef-detector', 'What can its identity do?', [/reef-ci@harbor-ml/, /can write/, /all buckets in it/]],
  [
    'reef-detector',
    'Where does its data live, and who can reach it?',
    [/harbor-reef-models/, /LocationEUROPE-WEST1/, /group:team@harbor\.example/],
  ],
  ['tidewater-sales-curated', 'Where does this data end up?', [/demand-forecast-online/]],
  ['tidewater-sales-curated', 'Who reads or writes this bucket?', [/demand-forecast-weekly/]],
  [
    'vision-trainer@tidewater-ml-prod.iam.gserviceaccount.com',
    'What could this account’s compromise reach?',
    [/shelf/],
  ],
  [
    'projects/tidewater-security/locations/europe-west4/keyRings/ml/cryptoKeys/training',
    'Who else uses this key?',
    [/vision-a100-pool/, /tidewater-sales-curated/],
  ],
];

/** Lists all of an answer, where it is long. */
async function showAll(answer: Locator): Promise<void> {
  await expect(answer).toBeVisible();
  for (const button of await answer.getByRole('button', { name: /^Show / }).all()) await button.press('Enter');
}

test('the library of questions', async ({ launch }) => {
  const { page } = await launch([SAMPLE]);
  const explorer = new Explorer(page);
  await explorer.isOpen();

  await test.step('by keyboard, the library answers each question about the estate', async () => {
    const dialog = page.getByRole('dialog', { name: 'Questions' });
    for (const [typed, title, found] of ESTATE_QUESTIONS) {
      await page.keyboard.press('Control+Shift+K');
      await page.keyboard.type(typed);
      const question = dialog.getByRole('button', { name: title, exact: true });
      await expect(question).toHaveCount(1);
      await page.keyboard.press('Tab');
      await expect(question).toBeFocused();
      await page.keyboard.press('Enter');
      if (title.endsWith('…')) {
        // The blank is filled already.
        await expect(dialog.getByRole('textbox').last()).toBeVisible();
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
      }
      await expect(dialog).toBeHidden();
      await expect(explorer.search).toBeFocused();
      await expect(explorer.hits.getByRole('group', { name: 'Suggestions' })).toBeHidden();
      for (const text of found) await expect(explorer.hits).toContainText(text);
    }
    await explorer.clearSearch();
  });

  await test.step('by mouse, each of them is asked with two or three clicks', async () => {
    const dialog = page.getByRole('dialog', { name: 'Questions' });
    for (const [, title, found] of ESTATE_QUESTIONS) {
      await explorer.search.click();
      await explorer.button('Questions').click();
      await dialog.getByRole('button', { name: title, exact: true }).click();
      if (title.endsWith('…')) await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
      await expect(dialog).toBeHidden();
      for (const text of found) await expect(explorer.hits).toContainText(text);
    }
    await explorer.clearSearch();
  });

  await test.step('one key answers what the library asks about a resource, and the mouse does', async () => {
    let selected = '';
    for (const [resource, question, told] of RESOURCE_ANSWERS) {
      if (resource !== selected) {
        selected = resource;
        await page.keyboard.press('Control+K');
        await page.keyboard.type(resource);
        await page.keyboard.press('Enter');
        await expect(explorer.details.title).toHaveText(resource.split('/').at(-1) ?? '');
        await expect(explorer.graph).toBeFocused();
        await page.keyboard.press('a');
        await expect(explorer.details.region).toBeFocused();
      }
      const answer = page.getByRole('tabpanel', { name: 'Answers' }).getByRole('region', { name: question });
      await showAll(answer);
      for (const text of told) await expect(answer).toContainText(text);
    }
    await explorer.select('shelf-vision-base');
    await page.getByRole('tab', { name: 'Overview' }).click();
    await page.getByRole('tab', { name: 'Answers' }).click();
    const network = page.getByRole('region', { name: 'Which network exposes it?' });
    await network.getByRole('button', { name: /in the graph$/ }).click();
    await expect(explorer.search).toBeFocused();
    await expect(explorer.search).toHaveValue(/kind:\(network OR/);
    await explorer.button('Back').first().click();
    await expect(explorer.details.title).toHaveText('training');
  });
});
