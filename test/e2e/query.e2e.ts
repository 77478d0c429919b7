import { expect, test } from './app.fixture.ts';
import { Explorer } from './pages/explorer.ts';
import { SAMPLE } from './sample.ts';

test('the query language in the window', async ({ launch }) => {
  const { page } = await launch([SAMPLE]);
  const explorer = new Explorer(page);
  await explorer.isOpen();

  await test.step('completes fields and values by keyboard, with counts', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('kin');
    const suggestions = explorer.hits.getByRole('group', { name: 'Suggestions' });
    await expect(suggestions.getByRole('option', { name: /^kind:/ })).toBeVisible();
    await page.keyboard.type('d:jo');
    await expect(suggestions.getByRole('option', { name: /^job Custom job \d+$/ })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await page.keyboard.press('Enter');
    await expect(explorer.search).toHaveValue('kind:job ');
    await page.keyboard.type('state:fai');
    await expect(suggestions.getByRole('option', { name: /^failed \d+$/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(explorer.search).toHaveValue('kind:job state:failed ');
    await expect(explorer.hits.getByRole('option', { name: /demand-forecast-weekly-2026-10-18/ })).toBeVisible();
    await expect(explorer.hits.getByRole('option', { name: /demand-forecast-weekly-2026-10-04/ })).toBeHidden();
    await explorer.clearSearch();
  });

  await test.step('says why each hit is one', async () => {
    await explorer.searchFor('kind:job sa:*@developer.*');
    await expect(
      explorer.hits.getByRole('option', { name: /churn-probe-1.*runs as .*jobSpec\.serviceAccount/ }),
    ).toBeVisible();
  });

  await test.step('shows a mistake at its place, with what was expected, and puts right what was meant', async () => {
    await explorer.search.fill('kind:job stat:failed');
    const mistakes = page.getByRole('list', { name: 'Mistakes in the query' });
    await expect(mistakes.getByRole('listitem')).toContainText('There is no field "stat"');
    await expect(explorer.search).toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator('.search__mistake')).toHaveText('stat');
    await mistakes.getByRole('button', { name: 'Use state' }).click();
    await expect(explorer.search).toHaveValue('kind:job state:failed');
    await expect(mistakes).toBeHidden();
    await expect(explorer.hits.getByRole('option', { name: /demand-forecast-weekly-2026-10-18/ })).toBeVisible();
    await explorer.clearSearch();
  });

  await test.step('finds the resource a question asks for', async () => {
    await page.keyboard.press('Control+Shift+K');
    const dialog = page.getByRole('dialog', { name: 'Questions' });
    await page.keyboard.type('this key');
    await dialog.getByRole('button', { name: 'Who else uses this key?' }).click();
    await dialog.getByRole('combobox', { name: 'Key' }).fill('training');
    await page.getByRole('option', { name: /^training/ }).click();
    await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
    await expect(explorer.search).toHaveValue(/^uses:\(id:.*training\) via:USES_KMS_KEY$/);
    await expect(page.getByRole('search').getByText(/\d+ resources found/)).toBeVisible();
    await explorer.clearSearch();
  });

  await test.step('keeps a query under a name, and forgets it', async () => {
    await explorer.searchFor('kind:job -has:cmek');
    await explorer.button('Save').click();
    const save = page.getByRole('dialog', { name: 'Save query' });
    await page.keyboard.type('No key');
    await page.keyboard.press('Enter');
    await expect(save).toBeHidden();
    await page.keyboard.press('Control+Shift+K');
    const dialog = page.getByRole('dialog', { name: 'Questions' });
    await expect(dialog.getByRole('region', { name: 'Saved queries' })).toContainText('kind:job -has:cmek');
    await dialog.getByRole('button', { name: 'Delete query No key' }).click();
    await expect(dialog.getByRole('region', { name: 'Saved queries' })).toBeHidden();
    await page.keyboard.press('Escape');
    await explorer.clearSearch();
  });

  await test.step('writes the query from values of the filters, and reads it back as chips', async () => {
    const findBuckets = explorer.filters.getByRole('button', { name: 'Search for Buckets' });
    await findBuckets.click();
    await expect(explorer.search).toHaveValue('kind:bucket');
    await expect(findBuckets).toHaveAttribute('aria-pressed', 'true');
    await explorer.filters.getByRole('button', { name: 'Search for Models' }).click();
    await expect(explorer.search).toHaveValue('kind:(bucket OR model)');
    const chips = explorer.filters.getByRole('list', { name: 'Conditions of the search' });
    await expect(chips.getByRole('listitem')).toHaveCount(1);
    await explorer.filters
      .getByRole('group', { name: 'Label' })
      .getByRole('button', { name: /^team=vision/ })
      .click();
    await expect(explorer.search).toHaveValue('kind:(bucket OR model) label:team=vision');
    await chips.getByRole('button', { name: 'Remove kind:(bucket OR model)' }).click();
    await expect(explorer.search).toHaveValue('label:team=vision');
    await chips.getByRole('button', { name: 'Negate label:team=vision' }).click();
    await expect(explorer.search).toHaveValue('-label:team=vision');
    await explorer.clearSearch();
  });

  await test.step('explains the language, and tries an example', async () => {
    await explorer.search.fill('a');
    await explorer.button('Syntax').click();
    const help = page.getByRole('dialog', { name: 'Search language' });
    await expect(help.getByText('shared-by:', { exact: true })).toBeVisible();
    await help.getByRole('button', { name: 'Try: Jobs that run as a default account' }).click();
    await expect(help).toBeHidden();
    await expect(explorer.search).toHaveValue('kind:job sa:*@developer.*');
  });

  await test.step('counts the matches and goes through them', async () => {
    await explorer.searchFor('kind:firewall default-allow');
    const steps = page.getByRole('group', { name: 'Matches' });
    await expect(steps).toHaveText('2');
    await page.keyboard.press('F3');
    await expect(steps).toContainText('1 / 2');
    const first = await explorer.details.title.textContent();
    await page.keyboard.press('F3');
    await expect(steps).toContainText('2 / 2');
    await expect(explorer.details.title).not.toHaveText(String(first));
    await steps.getByRole('button', { name: 'Previous match' }).click();
    await expect(steps).toContainText('1 / 2');
  });

  await test.step('shows only what a query finds', async () => {
    await explorer.searchFor('kind:job title:basket-affinity state:failed');
    await page.keyboard.press('Shift+Enter');
    await expect(page.getByText(/^Only 1 chosen resource/)).toBeVisible();
    await explorer.button('Back to the whole inventory').click();
  });

  await test.step('answers a question of the library for what is selected', async () => {
    await explorer.select('demand-forecast');
    await page.keyboard.press('Escape');
    await explorer.graph.focus();
    await page.keyboard.press('Control+Shift+K');
    const dialog = page.getByRole('dialog', { name: 'Questions' });
    await dialog.getByRole('button', { name: 'What code and which images ran?' }).click();
    await dialog.getByRole('button', { name: 'Ask about demand-forecast' }).click();
    await expect(dialog).toBeHidden();
    await expect(explorer.search).toBeFocused();
    await expect(explorer.hits.getByRole('group', { name: 'Docker images' }).getByRole('option')).toHaveCount(3);
  });
});
