import { expect, test } from './live.fixture.ts';
import { ConnectDialog } from './pages/connect-dialog.ts';
import { Explorer } from './pages/explorer.ts';
import { seriousFindings } from './serious-findings.ts';

test('a person connects and watches the inventory come in, by mouse and by keyboard alone', async ({
  launch,
  startGoogle,
}) => {
  const google = await startGoogle({ projects: 2, locations: 3, jobsPerLocation: 50 });
  const { page, output } = await launch([], { environment: google.environment });
  const connect = new ConnectDialog(page);

  await test.step('the dialog can be used by everybody', async () => {
    await connect.open();
    await connect.button('Locations, kinds and depth').click();
    await connect.button(/^What it will use/).click();
    await connect.button(/^Impersonation/).click();
    expect(await seriousFindings(page)).toStrictEqual([]);
    await page.keyboard.press('Escape');
    await expect(connect.dialog).toBeHidden();
  });

  await test.step('a person connects, tests the connection and watches the inventory come in', async () => {
    await connect.open();
    await connect.button('List the projects I may see').click();
    await connect.dialog.getByRole('checkbox', { name: 'ml-project-1' }).click({ force: true });
    await connect.dialog.getByRole('checkbox', { name: 'ml-project-2' }).click({ force: true });
    await expect(connect.projects).toHaveValue('ml-project-1 ml-project-2');
    await connect.button('Test connection').click();
    await expect(connect.dialog.getByText('The connection works.')).toBeVisible();
    google.expire();
    await connect.button('Test connection').click();
    await expect(connect.dialog.getByRole('status').getByText('The login has ended.')).toBeVisible();
    await connect.button('Connect and collect').click();
    await expect(page.getByRole('alert').getByText('The login has ended.')).toBeVisible();
    await google.logIn();
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('contentinfo')).toContainText('300 jobs · 332 resources');
    await expect.poll(output).toContain('ready: 300 jobs, 332 resources');
  });

  await test.step('the coverage can be used by everybody', async () => {
    await new Explorer(page).isOpen();
    await expect(page.getByRole('region', { name: 'Collection' })).toBeHidden();
    await page.getByRole('button', { name: /^Problems and coverage/ }).click();
    await page.getByRole('tab', { name: /^Coverage/ }).click();
    await expect(page.getByRole('list', { name: 'Coverage' }).getByRole('listitem').first()).toBeVisible();
    expect(await seriousFindings(page)).toStrictEqual([]);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: /^Close inventory/ }).click();
  });

  await test.step('the keyboard alone gets from the start screen to a graph', async () => {
    await page.getByRole('button', { name: 'Connect to Google Cloud…' }).press('Enter');
    await expect(connect.dialog.getByRole('radio', { name: /gcloud configuration "default"/ })).toBeChecked();
    await connect.projects.clear();
    await connect.button('Connect and collect').press('Enter');
    await expect(connect.dialog.getByText('Name at least one project, folder or organisation.')).toBeVisible();
    await connect.projects.focus();
    await page.keyboard.type('ml-project-1');
    await connect.button('Locations, kinds and depth').press('Enter');
    await connect.locations.focus();
    await page.keyboard.type('us-central1');
    await connect.button('Connect and collect').press('Enter');
    await new Explorer(page).isOpen();
    await expect(page.getByRole('contentinfo')).toContainText('50 jobs');
  });
});
