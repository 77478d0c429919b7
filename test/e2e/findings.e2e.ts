import { expect, test } from './app.fixture.ts';
import { Explorer } from './pages/explorer.ts';
import { FindingsPane } from './pages/findings-pane.ts';
import { SAMPLE } from './sample.ts';

test('the findings of the sample', async ({ launch }) => {
  const { page } = await launch([SAMPLE]);
  const explorer = new Explorer(page);
  const findings = new FindingsPane(page);
  await explorer.isOpen();

  await test.step('show the posture first, and promise nothing', async () => {
    await page.keyboard.press('Control+4');
    await expect(findings.totals).toContainText([
      /^\d+ failed$/,
      /^\d+ unknown, because not collected$/,
      /^\d+ accepted$/,
    ]);
    await expect(findings.region.getByRole('row', { name: /^secrets/ })).toBeVisible();
    await expect(findings.region).not.toContainText(/\bsecure\b/);
    await page.keyboard.press('Control+4');
    await expect(findings.region).toBeHidden();
  });

  await test.step('lead from a rule to the field that proves it', async () => {
    await page.getByRole('button', { name: 'Findings' }).click();
    await findings.region.getByRole('tab', { name: /^By rule/ }).click();
    await findings.region.getByRole('searchbox').fill('argument');
    await findings.group('A credential is written into a command or an argument').click();
    const finding = findings.finding('A credential is written into a command or an argument: reef-detector-try-2');
    await expect(finding).toContainText('[masked ');
    await expect(finding).not.toContainText('squid-ink');
    await finding.getByRole('list', { name: 'Evidence' }).getByRole('button').first().click();
    await expect(page.getByRole('region', { name: 'Details' })).toContainText('reef-detector-try-2');
  });

  await test.step('light up in the graph what takes part, and show only that', async () => {
    await findings.region.getByRole('tab', { name: /^By resource/ }).click();
    await findings.region.getByRole('searchbox').fill('tidewater-pipeline-code');
    await findings.group('tidewater-pipeline-code').click();
    await findings.region.getByRole('button', { name: 'Show in the graph' }).first().click();
    const lit = page.getByRole('region', { name: 'Lit up' });
    await expect(lit).toContainText('tidewater-pipeline-code');
    await lit.getByRole('button', { name: 'Show only', exact: true }).click();
    await expect(explorer.shown).toHaveText(/^\d of \d+ shown/);
    await page.keyboard.press('Control+z');
    await expect(explorer.shown).not.toHaveText(/^\d of \d+ shown/);
  });

  await test.step('draw a path to more rights from who begins it', async () => {
    await findings.region.getByRole('tab', { name: /^By rule/ }).click();
    await findings.region.getByRole('searchbox').fill('more rights');
    await findings.group('Somebody gets more rights by running a job as an account').click();
    await findings.region.getByRole('button', { name: 'Show in the graph' }).first().click();
    const lit = page.getByRole('region', { name: 'Lit up' });
    await expect(lit).toContainText('more rights');
    await lit.getByRole('button', { name: 'Show only', exact: true }).click();
    await expect(explorer.node(/ml-engineers@tidewater\.example, 1 link, lit up/)).toBeAttached();
  });
});
