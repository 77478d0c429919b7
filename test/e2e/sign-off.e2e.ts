import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './app.fixture.ts';
import { DetailsPane } from './pages/details-pane.ts';
import { Explorer } from './pages/explorer.ts';
import { FindingsPane } from './pages/findings-pane.ts';
import { SAMPLE } from './sample.ts';

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'review-'));
});

test.afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** From the posture at the start to a signed report: what a reviewer does, without the documentation. */
test('a review ends in a signed report with its exceptions', async ({ launch }) => {
  const { page, electronApp } = await launch([SAMPLE]);
  const explorer = new Explorer(page);
  await explorer.isOpen();
  const findings = new FindingsPane(page);

  await test.step('the overview shows the posture, and leads to what it counts', async () => {
    await page.keyboard.press('Control+2');
    const posture = page.getByRole('region', { name: 'Posture' });
    await expect(posture).toContainText('unknown, because not collected');
    await posture.getByRole('button', { name: /critical/ }).press('Enter');
    await expect(findings.region.getByRole('button', { name: 'critical', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  await test.step('words and a query narrow the findings', async () => {
    const field = findings.region.getByRole('searchbox');
    await field.fill('kind:bucket');
    await expect(findings.group('Everyone has access to a bucket that work uses')).toBeVisible();
    await expect(findings.group('Everyone can use a key')).toBeHidden();
    await field.fill('everyone bucket');
    await expect(findings.group('Everyone has access to a bucket that work uses')).toBeVisible();
  });

  const name = 'Everyone has access to a bucket that work uses: tidewater-dev-scratch';
  const finding = findings.finding(name);

  await test.step('the evidence is a marked field of the document', async () => {
    await finding.getByRole('list', { name: 'Evidence' }).getByRole('button').first().press('Enter');
    const { raw } = new DetailsPane(page);
    await expect(raw.locator('[data-marked="true"]')).toContainText('allUsers');
  });

  await test.step('it is accepted for a reason until a day, by somebody', async () => {
    await finding.getByRole('button', { name: 'Accept…' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Accept the finding' });
    await expect(dialog.getByRole('button', { name: 'Accept' })).toBeDisabled();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Public on purpose until the move (SEC-114).');
    await dialog.getByLabel('Last day').fill('2031-03-31');
    await dialog.getByRole('textbox', { name: 'Accepted by' }).fill('Ada Reviewer');
    await dialog.getByRole('button', { name: 'Accept' }).press('Enter');
    // It fails no more, and only what failed is listed.
    await expect(finding).toBeHidden();
    await findings.region.getByRole('button', { name: 'failed', exact: true }).press('Enter');
    await expect(finding).toContainText('Accepted until 2031-03-31, by Ada Reviewer');
  });

  await test.step('undo takes the acceptance back, redo gives it again', async () => {
    await page.keyboard.press('Control+z');
    await expect(finding.getByRole('button', { name: 'Accept…' })).toBeVisible();
    await page.keyboard.press('Control+y');
    await expect(finding).toContainText('Accepted until 2031-03-31');
  });

  await test.step('a note and a mark stay with the finding', async () => {
    await finding.getByRole('button', { name: 'Add a note' }).press('Enter');
    await finding.getByRole('textbox', { name: 'Note' }).fill('Asked the owner on Monday.');
    await page.keyboard.press('Control+Enter');
    await expect(finding.getByRole('list', { name: 'Notes' })).toContainText('Asked the owner on Monday.');
    await explorer.search.fill('has:mark');
    await expect(page.getByRole('search')).toContainText(/nothing|no resource|0 resources/i);
    await finding.getByRole('radio', { name: 'to check' }).press('Space');
    // The query that was asked before finds what is marked now.
    await explorer.search.focus();
    await expect(explorer.hits.getByRole('option', { name: /tidewater-dev-scratch/ })).toBeVisible();
    await explorer.search.fill('');
    await findings.region.getByRole('tab', { name: /^Review/ }).click();
    const list = findings.region.getByRole('list', { name: 'Notes, marks and acceptances' });
    await expect(list.getByRole('listitem')).toHaveCount(3);
    await expect(list).toContainText('Public on purpose until the move (SEC-114).');
  });

  await test.step('a few are chosen and accepted for one reason', async () => {
    await findings.region.getByRole('button', { name: 'All findings' }).press('Enter');
    await findings.region.getByRole('searchbox').fill('seven days');
    await findings.region.getByRole('tab', { name: /^By rule/ }).click();
    await findings.group('A job may run for seven days or more').click();
    const boxes = findings.region.getByRole('checkbox', { name: /^Choose A job may run for seven days or more/ });
    await boxes.first().focus();
    await page.keyboard.press('Space');
    await boxes.nth(2).focus();
    await page.keyboard.press('Shift+Space');
    const chosen = findings.region.getByRole('group', { name: 'Chosen findings' });
    await expect(chosen).toContainText('3 findings chosen');
    await chosen.getByRole('button', { name: 'Accept the chosen…' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Accept 3 findings' });
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Long on purpose (SEC-120).');
    await dialog.getByRole('button', { name: 'Accept' }).press('Enter');
    await expect(chosen).toBeHidden();
    await findings.region.getByRole('tab', { name: /^Review/ }).click();
    await expect(findings.region.getByText('Long on purpose (SEC-120).')).toHaveCount(3);
  });

  await test.step('the report is signed and holds the exception and the note', async () => {
    const file = join(folder, 'report.html');
    await electronApp.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    }, file);
    await page.keyboard.press('Control+Shift+S');
    const dialog = page.getByRole('dialog', { name: 'Save findings report' });
    await expect(dialog.getByRole('textbox', { name: 'Reviewer' })).toHaveValue('Ada Reviewer');
    await dialog.getByRole('textbox', { name: 'Note' }).fill('Reviewed before the move.');
    await dialog.getByRole('button', { name: 'Save…' }).press('Enter');
    await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('</html>');
    const report = await readFile(file, 'utf8');
    expect(report).toContain('<strong>Signed off by Ada Reviewer</strong>');
    expect(report).toContain('Reviewed before the move.');
    expect(report).toContain('Public on purpose until the move (SEC-114).</td><td><time>2031-03-31</time></td>');
    expect(report).toContain('Asked the owner on Monday.');
    expect(report).toContain('<dt>Configuration</dt><dd>none: the defaults</dd>');
    expect(report).not.toContain('squid-ink');
  });

  await test.step('a configuration with mistakes is refused with their places, a sound one is judged by', async () => {
    const [wrong, right] = [join(folder, 'wrong.yaml'), join(folder, 'team.yaml')];
    await writeFile(wrong, 'severities:\n  data-public-bucket: terrible\n');
    await writeFile(right, "severities:\n  data-public-bucket: 'off'\n");
    const choose = async (file: string): Promise<void> => {
      await electronApp.evaluate(({ dialog }, path) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
      }, file);
      await page.getByRole('dialog').getByRole('button', { name: 'Choose a file…' }).press('Enter');
    };
    await findings.region.getByRole('button', { name: 'Configuration…' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Configuration of findings' });
    await choose(wrong);
    await expect(dialog.getByRole('alert')).toContainText('severities.data-public-bucket');
    await expect(dialog.getByRole('status')).toContainText('by the defaults');
    await choose(right);
    await expect(dialog.getByRole('status')).toContainText('team.yaml');
    await page.keyboard.press('Escape');
    await findings.region.getByRole('tab', { name: /^By rule/ }).click();
    await findings.region.getByRole('button', { name: 'All findings' }).press('Enter');
    await expect(findings.group('Everyone can use a key')).toBeVisible();
    await expect(findings.group('Everyone has access to a bucket that work uses')).toBeHidden();
  });
});
