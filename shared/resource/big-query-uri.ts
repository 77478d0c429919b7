import { readAs, unreadable } from './reading.ts';
import type { Reading } from './reading.ts';
import { buildName } from './resource-name.ts';

/** Projects of an organisation's domain contain a dot before their colon, the old `project:dataset.table` does not. */
const URI = /^bq:\/\/((?:[a-z0-9][a-z0-9-]*\.[a-z0-9.-]+:)?[a-z0-9-]+)(?:[.:](\w+)(?:\.([^./]+))?)?\/?$/i;

/**
 * Reads `bq://PROJECT[.DATASET[.TABLE]]`: a table, dataset or project, by how much is given. Never throws.
 * https://cloud.google.com/vertex-ai/docs/reference/rest/v1/BigQueryDestination
 */
export function readBigQueryUri(text: string): Reading {
  const [, project, dataset, table] = URI.exec(text.trim()) ?? [];
  if (project === undefined) {
    return unreadable(
      'This is no BigQuery URI: expected bq://PROJECT, bq://PROJECT.DATASET or bq://PROJECT.DATASET.TABLE.',
    );
  }
  const parsed =
    dataset === undefined
      ? buildName('gcp-cloud-resource-manager-project', { id: project })
      : table === undefined
        ? buildName('gcp-big-query-dataset', { project, id: dataset })
        : buildName('gcp-big-query-table', { project, dataset, id: table });
  return parsed === undefined ? unreadable('This BigQuery URI names no valid project.') : readAs(parsed);
}
