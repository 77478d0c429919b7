import { expect, test } from './app.fixture.ts';
import { Explorer } from './pages/explorer.ts';
import { FindingsPane } from './pages/findings-pane.ts';
import { SAMPLE } from './sample.ts';

test.describe('the findings of the sample', () => {
  test('show the posture first, and promise nothing', async ({ launch }) => {
    const { page } = await launch([SAMPLE]);
    await new Explorer(page).isOpen();
    const findings = new FindingsPane(page);
    await page.keyboard.press('Control+4');
    await expect(findings.totals).toContainText([
      /^\d+ failed$/,
      /^\d+ unknown, because not collected$/,
      /^\d+ accepted$/,
    ]);
    await expect(findings.region.getByRole('row', { name: /^secrets/ })).toBeVisible();
    await expect(findings.region).not.toContainText(/\bsecure\b/);
  });

  test('lead from a rule to the field that proves it', async ({ launch }) => {
    const { page } = await launch([SAMPLE]);
    const explorer = new Explorer(page);
    await explorer.isOpen();
    const findings = new FindingsPane(page);
    await page.getByRole('button', { name: 'Findings' }).click();
    await findings.region.getByRole('tab', { name: /^By rule/ }).click();
    await findings.group('A credential is written into a command or an argument').click();
    const finding = findings.finding('A credential is written into a command or an argument: reef-detector-try-2');
    await expect(finding).toContainText('[masked ');
    await expect(finding).not.toContainText('squid-ink');
    await finding.getByRole('list', { name: 'Evidence' }).getByRole('button').first().click();
    await expect(page.getByRole('region', { name: 'Details' })).toContainText('reef-detector-try-2');
  });

  test('light up in the graph what takes part, and show only that', async ({ launch }) => {
    const { page } = await launch([SAMPLE]);
    const explorer = new Explorer(page);
    await explorer.isOpen();
    const findings = new FindingsPane(page);
    await page.keyboard.press('Control+4');
    await findings.region.getByRole('tab', { name: /^By resource/ }).click();
    await findings.group('tidewater-pipeline-code').click();
    await findings.region.getByRole('button', { name: 'Show in the graph' }).first().click();
    const lit = page.getByRole('region', { name: 'Lit up' });
    await expect(lit).toContainText('tidewater-pipeline-code');
    await lit.getByRole('button', { name: 'Show only', exact: true }).click();
    await expect(explorer.shown).toHaveText(/^\d of \d+ shown/);
    await page.keyboard.press('Control+z');
    await expect(explorer.shown).not.toHaveText(/^\d of \d+ shown/);
  });
});
