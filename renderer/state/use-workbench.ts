import { createContext, useContext } from 'react';
import { useStore, type StoreApi } from 'zustand';
import type { Conditions } from '../../shared/actions/conditions.ts';
import type { Workbench } from './workbench.ts';

/** Hands the window's shared state to its components. */
export const WorkbenchContext = createContext<Workbench | undefined>(undefined);

/** Returns the window's shared state. */
export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (workbench === undefined) throw new Error('useWorkbench is used outside of WorkbenchContext');
  return workbench;
}

/** The stores of a workbench by name. */
type Stores = {
  readonly [Name in keyof Workbench as Workbench[Name] extends StoreApi<unknown> ? Name : never]: Workbench[Name];
};

/** Returns a part of one of the window's stores and renders again when it changes. */
export function useShared<Name extends keyof Stores, Part>(
  name: Name,
  select: (state: ReturnType<Stores[Name]['getState']>) => Part,
): Part {
  const store: Stores[Name] = useWorkbench()[name];
  return useStore(store as StoreApi<ReturnType<Stores[Name]['getState']>>, select);
}

/** Returns what holds now, which decides what actions apply, and renders again when that changes. */
export function useConditions(): Conditions {
  return useStore(useWorkbench().conditions);
}
