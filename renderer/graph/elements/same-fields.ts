/** Whether two objects made alike have the same values in all fields; lists count as the same only if they are the very same. */
export function sameFields<Part extends object>(one: Part, other: Part | undefined): boolean {
  if (one === other) return true;
  const values: readonly unknown[] = Object.values(one);
  const others: readonly unknown[] = Object.values(other ?? {});
  return values.length === others.length && values.every((value, index) => value === others[index]);
}
