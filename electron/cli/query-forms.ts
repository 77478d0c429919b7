import type { QueryError } from '../../shared/search/query-error.ts';

/** What is wrong with a query, and which forms there are, a line each. */
export function describeForms({ message, forms }: QueryError): string {
  return `${message} Accepted forms:\n${forms.map((form) => `  ${form}`).join('\n')}`;
}
