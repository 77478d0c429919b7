/** The present day where the user is, `2026-12-31`. */
export function today(): string {
  return dayIn(0);
}

/** The day some days from now, where the user is. */
export function dayIn(days: number): string {
  const date = new Date();
  date.setDate(date.getDate() + days);
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${date.getFullYear()}-${month}-${day}`;
}
