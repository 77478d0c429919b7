/**
 * Says why a text is no bucket name, or undefined when it is one.
 * Rules: https://cloud.google.com/storage/docs/buckets#naming
 */
export function bucketNameProblem(text: string): string | undefined {
  if (text === '') {
    return 'The bucket name is empty.';
  }
  if (/[${}%]/.test(text)) {
    return 'The bucket name contains a variable that the document does not resolve.';
  }
  if (/[*?[\]]/.test(text)) {
    return 'The bucket name contains a wildcard, so it names no single bucket.';
  }
  if (/[A-Z]/.test(text)) {
    return 'A bucket name has no upper-case letters.';
  }
  if (!/^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/.test(text)) {
    return 'A bucket name has only lower-case letters, digits, dots, hyphens and underscores, and begins and ends with a letter or digit.';
  }
  // Shorter names than the three characters of today are let through: such a reference still says which bucket is meant.
  if (text.length > 222 || text.split('.').some((label) => label.length > 63)) {
    return 'A bucket name has at most 63 characters (222 with dots).';
  }
  return text.includes('..') ? 'A bucket name has no two dots in a row.' : undefined;
}
