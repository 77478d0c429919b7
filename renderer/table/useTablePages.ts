import { useCallback, useEffect, useRef, useState } from 'react';
import type { ListPage, ListQuestion, ListRow } from '../inventory/worker/protocol/table-protocol.ts';
import { recordOf } from '../state/review/review-store.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';

/** Rows asked for at once. */
const PAGE_ROWS = 100;

export interface TablePages {
  /** Rows, and resources among them or below them; undefined until the first answer. */
  readonly size: Pick<ListPage, 'total' | 'resources'> | undefined;
  /** The row of a place, once it is there. */
  rowAt(index: number): ListRow | undefined;
  /** Asks for the pages of these rows, as far as they are not there. */
  need(first: number, last: number): void;
}

interface Loaded {
  readonly question: unknown;
  readonly size: TablePages['size'];
  readonly pages: ReadonlyMap<number, readonly ListRow[]>;
}

/**
 * Holds the pages of the list that were looked at; all are forgotten when the question, the inventory, or what reviewers made of it change. `asked` should
 * keep its identity while it does not change.
 */
export function useTablePages(asked: ListQuestion): TablePages {
  const { inventory, run } = useWorkbench();
  const session = useShared('session', (state) => state.session);
  const notes = useShared('review', (state) => recordOf(state).notes);
  const marks = useShared('review', (state) => recordOf(state).marks);
  const question = useRef({});
  const requested = useRef(new Set<number>());
  const inSight = useRef(0);
  const [loaded, setLoaded] = useState<Loaded>({ question: undefined, size: undefined, pages: new Map() });

  const ask = useCallback(
    (page: number): void => {
      if (requested.current.has(page)) return;
      requested.current.add(page);
      const own = question.current;
      run(async () => {
        const { total, resources, rows } = await inventory.table(asked, page * PAGE_ROWS, PAGE_ROWS);
        if (question.current !== own) return;
        setLoaded((before) => {
          const pages = new Map(before.question === own ? before.pages : []);
          return { question: own, size: { total, resources }, pages: pages.set(page, rows) };
        });
      });
    },
    [inventory, run, asked],
  );

  useEffect(() => {
    // A new question: the rows on the screen stay until the first answer is there, which is that for the rows in sight.
    question.current = { asked, session, notes, marks };
    requested.current = new Set();
    ask(inSight.current);
  }, [asked, session, notes, marks, ask]);

  return {
    size: loaded.size,
    rowAt: (index) => loaded.pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS],
    need(first, last) {
      inSight.current = Math.floor(first / PAGE_ROWS);
      for (let page = inSight.current; page <= Math.floor(last / PAGE_ROWS); page += 1) ask(page);
    },
  };
}
