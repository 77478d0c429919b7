import { useState } from 'react';
import { useWorkbench } from '../state/use-workbench.ts';

const KEY = 'reviewer';

/** Returns the name under which the user reviews, and what sets it; it is remembered from run to run. */
export function useReviewer(): readonly [string, (name: string) => void] {
  const { storage } = useWorkbench();
  const [name, setName] = useState(() => storage.getItem(KEY) ?? '');
  return [
    name,
    (next) => {
      setName(next);
      storage.setItem(KEY, next);
    },
  ];
}

/** The present day where the user is, `2026-12-31`. */
export function today(): string {
  return dayOf(new Date());
}

/** The day some days from now, where the user is. */
export function dayIn(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return dayOf(day);
}

function dayOf(date: Date): string {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${date.getFullYear()}-${month}-${day}`;
}
