import { useCallback, useEffect, useRef, useState } from 'react';
import type { ViewSpec } from '../../shared/graph/view.ts';
import type { TableRow, TableSort } from '../inventory/worker/table-protocol.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';

/** Rows asked for at once. */
export const PAGE_ROWS = 100;

export interface TablePages {
  /** Undefined until the first answer. */
  readonly total: number | undefined;
  /** The row of a place, once it is there. */
  rowAt(index: number): TableRow | undefined;
  /** Asks for the pages of these rows, as far as they are not there. */
  need(first: number, last: number): void;
}

interface Loaded {
  readonly question: unknown;
  readonly total: number | undefined;
  readonly pages: ReadonlyMap<number, readonly TableRow[]>;
}

/** Holds the pages of the table that were looked at; all are forgotten when view, order or inventory change. */
export function useTablePages(spec: ViewSpec, sort: TableSort): TablePages {
  const { inventory, run } = useWorkbench();
  const session = useShared('session', (state) => state.session);
  const question = useRef({});
  const asked = useRef(new Set<number>());
  const [loaded, setLoaded] = useState<Loaded>({ question: undefined, total: undefined, pages: new Map() });

  const ask = useCallback(
    (page: number): void => {
      if (asked.current.has(page)) return;
      asked.current.add(page);
      const own = question.current;
      run(async () => {
        const { total, rows } = await inventory.table(spec, sort, page * PAGE_ROWS, PAGE_ROWS);
        if (question.current !== own) return;
        setLoaded((before) => {
          const pages = new Map(before.question === own ? before.pages : []);
          return { question: own, total, pages: pages.set(page, rows) };
        });
      });
    },
    [inventory, run, spec, sort],
  );

  useEffect(() => {
    // A new question: the rows on the screen stay until the first answer is there.
    question.current = { spec, sort, session };
    asked.current = new Set();
    ask(0);
  }, [spec, sort, session, ask]);

  return {
    total: loaded.total,
    rowAt: (index) => loaded.pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS],
    need: (first, last) => {
      for (let page = Math.floor(first / PAGE_ROWS); page <= Math.floor(last / PAGE_ROWS); page += 1) ask(page);
    },
  };
}
