import { describe, expect, it } from 'vitest';
import {
  deleteView,
  openOffered,
  openView,
  replaceView,
  saveView,
  changeView,
} from '../../../../../renderer/state/review/bookmark-operations.ts';
import { keptTabs, readyKept, savedTabs } from '../../../../../renderer/state/review/saved-views.ts';
import { REVIEW_LIMITS } from '../../../../../shared/review/review-record.ts';
import {
  closeTab,
  duplicateTab,
  nameTab,
  openNewTab,
  reopenTab,
  shiftTab,
  showNeighbour,
  showTab,
} from '../../../../../renderer/state/tabs/tab-operations.ts';
import { MAX_TABS } from '../../../../../renderer/state/tabs/tab-store.ts';
import { FULL_REVIEW, BUCKET_ID, JOB_ID } from '../../../shared/review/review-of.ts';
import { workbenchDouble } from '../workbench-double.ts';

async function setUp(...given: Parameters<typeof workbenchDouble>) {
  const double = workbenchDouble(...given);
  await double.workbench.view.getState().start();
  return double;
}

describe('views of one inventory', () => {
  it('have each their own history, selection and what is lit up', async () => {
    const { workbench, hide, hidden } = await setUp();
    await hide('a');
    workbench.selection.getState().inspect('a');
    const answer = { nodes: [JOB_ID], links: [], rings: [], truncated: false };
    workbench.trace
      .getState()
      .show({ type: 'lineage', of: JOB_ID, title: 'j', direction: 'sources', way: 'data', answer });
    await openNewTab(workbench);
    expect([hidden(), workbench.selection.getState().trail.here.ids, workbench.trace.getState().trace]).toStrictEqual([
      [],
      [],
      undefined,
    ]);
    await hide('b');
    await showNeighbour(workbench, -1);
    expect([hidden(), workbench.selection.getState().trail.here.ids]).toStrictEqual([['a'], ['a']]);
    expect(workbench.trace.getState().trace?.type).toBe('lineage');
    await workbench.view.getState().undo();
    expect(hidden()).toStrictEqual([]);
    await showNeighbour(workbench, 1);
    expect(hidden()).toStrictEqual(['b']);
  });

  it('have each their own search, order of rows and open groups', async () => {
    const { workbench } = await setUp();
    const { search, table } = workbench;
    const now = (): readonly unknown[] => {
      const { sort, open } = table.getState();
      return [search.getState().query, sort, open];
    };
    const atFirst = now();
    search.getState().setQuery('kind:job');
    table.getState().setSort({ column: 'created', descending: true });
    table.getState().toggleGroup('a');
    const own = now();
    await openNewTab(workbench);
    expect(now()).toStrictEqual(atFirst);
    await showNeighbour(workbench, -1);
    expect(now()).toStrictEqual(own);
    await duplicateTab(workbench);
    expect(now()).toStrictEqual(own);
    expect(own).toStrictEqual(['kind:job', { column: 'created', descending: true }, { at: 'first', toggled: ['a'] }]);
  });

  it('are shown again without asking the worker, unless the inventory has changed', async () => {
    const { workbench, asked, hide } = await setUp();
    await hide('a');
    await openNewTab(workbench);
    const before = asked.length;
    await showTab(workbench, 'first');
    expect(asked.length).toBe(before);
    const { session } = workbench.session.getState();
    const grown = { ...session, summary: { files: [], jobs: 2, resources: 2, links: 1, problems: 0, unclaimed: 0 } };
    workbench.session.setState({ session: grown as typeof session });
    await showNeighbour(workbench, 1);
    expect(asked.length).toBe(before + 1);
  });

  it('can be duplicated with their history, named and moved', async () => {
    const { workbench, hide, hidden, tabNames } = await setUp();
    await hide('a');
    await duplicateTab(workbench);
    expect([tabNames(), hidden()]).toStrictEqual([['View 1', 'View 1 (copy)'], ['a']]);
    await workbench.view.getState().undo();
    nameTab(workbench, workbench.tabs.getState().active, 'All');
    shiftTab(workbench, -1);
    shiftTab(workbench, -1);
    expect(tabNames()).toStrictEqual(['All', 'View 1']);
    expect(workbench.notices.getState().announcement.text).toBe('View 1 of 2');
  });

  it('close with the one beside them shown, and come back as they were', async () => {
    const { workbench, hide, hidden, tabNames } = await setUp();
    await openNewTab(workbench);
    await hide('b');
    const { active } = workbench.tabs.getState();
    await closeTab(workbench, active);
    expect([tabNames(), hidden()]).toStrictEqual([['View 1'], []]);
    await closeTab(workbench, 'first');
    expect(tabNames()).toStrictEqual(['View 1']);
    await reopenTab(workbench);
    expect([tabNames(), hidden(), workbench.tabs.getState().active]).toStrictEqual([
      ['View 1', 'View 2'],
      ['b'],
      active,
    ]);
    await reopenTab(workbench);
    expect(tabNames()).toStrictEqual(['View 1', 'View 2']);
  });

  it('are bounded in number, and say so', async () => {
    const { workbench, tabNames, notices } = await setUp();
    for (let count = 0; count < MAX_TABS; count += 1) await openNewTab(workbench);
    expect([tabNames().length, notices()]).toStrictEqual([MAX_TABS, ['There are 30 views already']]);
  });

  it('keep what is searched in them and by what they are sorted, but no text that is longer than a query may be', async () => {
    const { workbench, hide } = await setUp();
    await hide('a');
    workbench.search.getState().setQuery('kind:job');
    workbench.table.getState().setSort({ column: 'state', descending: true });
    const [tab] = keptTabs(workbench);
    expect([tab?.query, tab?.sort]).toStrictEqual(['kind:job', { column: 'state', descending: true }]);
    const { content } = await readyKept(workbench, tab ?? expect.fail('no view'));
    expect([content.query, content.listing?.sort]).toStrictEqual(['kind:job', { column: 'state', descending: true }]);
    workbench.search.getState().setQuery('x'.repeat(REVIEW_LIMITS.query + 1));
    expect(keptTabs(workbench)[0]?.query).toBeUndefined();
  });

  it('are listed as at first where the column they were sorted by is no longer there', async () => {
    const { workbench } = await setUp();
    const [tab = expect.fail('no view')] = keptTabs(workbench);
    const { content } = await readyKept(workbench, { ...tab, sort: { column: 'gone', descending: true } });
    expect(content.listing?.sort).toStrictEqual({ column: 'title', descending: false });
  });

  it('are saved as what they show, and not at all while nobody did anything', async () => {
    const { workbench, hide } = await setUp();
    expect(savedTabs(workbench)).toStrictEqual([]);
    await hide('a');
    await openNewTab(workbench);
    expect(savedTabs(workbench).map(({ name, active, state }) => [name, active, state.spec.hidden])).toStrictEqual([
      ['View 1', undefined, ['a']],
      ['View 2', true, []],
    ]);
  });
});

describe('bookmarks', () => {
  it('keep what is shown, and are shown again as one step', async () => {
    const { workbench, hide, hidden, record } = await setUp();
    await hide('a');
    workbench.selection.getState().inspect('b');
    saveView(workbench, 'Without a', ' for the audit ');
    expect(record().views).toStrictEqual([
      {
        id: 'id1',
        name: 'Without a',
        note: 'for the audit',
        author: 'Ada',
        time: '2026-11-23T10:00:00Z',
        state: {
          spec: workbench.view.getState().history.present.state.spec,
          positions: { drawn: { x: 0, y: 0 } },
          selected: ['b'],
        },
      },
    ]);
    await workbench.view.getState().undo();
    workbench.selection.getState().select([]);
    const [view] = record().views;
    await openView(workbench, view ?? expect.fail('no bookmark'), 'here');
    expect([hidden(), workbench.selection.getState().trail.here.ids]).toStrictEqual([['a'], ['b']]);
    expect(workbench.view.getState().history.present.name).toBe('Open “Without a”');
    await workbench.view.getState().undo();
    expect(hidden()).toStrictEqual([]);
  });

  it('change their name, note and view, and are deleted', async () => {
    const { workbench, hide, record } = await setUp();
    saveView(workbench, 'First', 'note');
    await hide('a');
    replaceView(workbench, 'id1');
    changeView(workbench, 'id1', 'Second', '');
    const [view] = record().views;
    expect([view?.name, view?.note, view?.state.spec.hidden]).toStrictEqual(['Second', undefined, ['a']]);
    deleteView(workbench, view ?? expect.fail('no bookmark'));
    expect(record().views).toStrictEqual([]);
  });

  it('of what is gone show the rest, and say what is gone', async () => {
    const { workbench, hidden, notices, tabNames } = await setUp({ gone: [BUCKET_ID] });
    const [view] = FULL_REVIEW.views;
    await openView(workbench, view ?? expect.fail('no bookmark'), 'new-tab');
    expect([hidden(), tabNames()]).toStrictEqual([[], ['View 1', 'Where the data lives']]);
    expect(workbench.trace.getState().trace).toMatchObject({
      type: 'lineage',
      of: JOB_ID,
      title: `title of ${JOB_ID}`,
    });
    expect(notices()).toStrictEqual([
      'The bookmark “Where the data lives” named 1 resource that this inventory does not have',
    ]);
  });

  it('come with the views that a snapshot had open', async () => {
    const { workbench, record, tabNames } = await setUp({ gone: [JOB_ID] });
    workbench.review.getState().start(FULL_REVIEW);
    await openOffered(workbench, FULL_REVIEW.tabs);
    expect(tabNames()).toStrictEqual(['View 1', 'View 1', 'Paths']);
    expect(record().tabs).toStrictEqual([]);
    // Its ends are gone, so nothing is lit up.
    expect(workbench.trace.getState().trace).toBeUndefined();
  });
});
