import type { JsonObject } from '../../json.ts';
import { pathSteps, stringsAt } from '../../links/field-path.ts';
import type { ShapeAdapter } from './adapter.ts';

const kind = 'gcp-artifact-registry-docker-image';

/**
 * `gcloud artifacts docker images list --format=json [--include-tags]`: the image without its version as `package`, its digest
 * as `version`; tags as a list, as text with commas (older versions), or empty when they were not asked for.
 * https://cloud.google.com/sdk/gcloud/reference/artifacts/docker/images/list
 */
const listed: ShapeAdapter = {
  source: 'gcloud artifacts docker images list',
  kind,
  present: ['package', 'version'],
  absent: ['name', 'uri'],
  fields: [
    { from: 'metadata.name', to: 'name' },
    { from: 'package' },
    { from: 'version' },
    { from: 'tags', to: 'tags', convert: 'list' },
    { from: 'createTime', to: 'uploadTime' },
    { from: 'updateTime', to: 'updateTime' },
    { from: 'metadata.imageSizeBytes', to: 'imageSizeBytes', convert: 'int64' },
    { from: 'metadata.mediaType', to: 'mediaType' },
    { from: 'metadata.buildTime', to: 'buildTime' },
  ],
  nameOf: (record) => reference(text(record, 'package'), text(record, 'version')),
  nameTo: 'uri',
};

/** `gcloud artifacts docker tags list`: one tag and the version it stands for today. */
const tagged: ShapeAdapter = {
  source: 'gcloud artifacts docker tags list',
  kind,
  present: ['tag', 'image', 'version'],
  absent: ['name', 'uri', 'package'],
  fields: [{ from: 'image' }, { from: 'version' }, { from: 'tag', to: 'tags', convert: 'last-part' }],
  nameOf: (record) => reference(text(record, 'image'), text(record, 'version')),
  nameTo: 'uri',
  partial: true,
};

/** `gcloud artifacts docker images describe`: a summary, with the findings of the vulnerability scan beside it. */
const described: ShapeAdapter = {
  source: 'gcloud artifacts docker images describe',
  kind,
  present: ['image_summary'],
  absent: ['name', 'uri'],
  fields: [{ from: 'image_summary' }],
  nameOf: (record) => text(record, 'image_summary.fully_qualified_digest'),
  nameTo: 'uri',
  partial: true,
};

export const gcloudDockerImages: readonly ShapeAdapter[] = [listed, tagged, described];

/** Versions are whole names in some listings and bare digests in others. */
function reference(image: string | undefined, version: string | undefined): string | undefined {
  const digest = version?.slice(version.lastIndexOf('/') + 1);
  return image === undefined || digest === undefined ? undefined : `${image}@${digest}`;
}

function text(record: JsonObject, path: string): string | undefined {
  return stringsAt(record, pathSteps(path))[0];
}
