const RFC_3339 = /^(\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?([Zz]|[+-]\d{2}:\d{2})$/;

/**
 * Returns the instant an RFC 3339 time names, in nanoseconds since 1970; undefined for any other text. Google's times have up to
 * nine decimals and any offset, so neither their text nor a `Date` can be compared.
 */
export function parseInstant(text: string): bigint | undefined {
  const [, seconds = '', decimals = '', offset = ''] = RFC_3339.exec(text.trim()) ?? [];
  if (seconds === '') return undefined;
  const milliseconds = Date.parse(`${seconds}${offset}`.toUpperCase());
  if (Number.isNaN(milliseconds)) return undefined;
  return BigInt(milliseconds) * 1_000_000n + BigInt(decimals.padEnd(9, '0'));
}
