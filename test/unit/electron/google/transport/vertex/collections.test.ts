import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { VERTEX_COLLECTIONS } from '../../../../../../electron/google/transport/vertex/collections.ts';
import { collectionOf, locationOf, resourceOf } from '../../../../../../electron/google/transport/vertex/places.ts';
import { KINDS } from '../../../../../../shared/kinds/index.ts';
import { VERTEX_SERVICE } from '../../../../../../shared/kinds/vertex.ts';
import { readVertexSchema } from '../../../../../tools/vertex-schema.ts';

const SCHEMA = new URL('../../../../../../electron/google/transport/vertex/schema.json', import.meta.url);

it('has every kind of Vertex AI that can be listed', () => {
  const listed = KINDS.filter(
    ({ service, permissions }) => service === VERTEX_SERVICE && permissions.list !== undefined,
  );
  expect(Object.keys(VERTEX_COLLECTIONS).toSorted()).toStrictEqual(listed.map(({ id }) => id).toSorted());
});

it('describes the messages as the installed client does', () => {
  // If this fails after an update: npx tsx test/tools/write-vertex-schema.ts
  expect(JSON.parse(readFileSync(SCHEMA, 'utf8'))).toStrictEqual(readVertexSchema());
});

it('has no field that is named as a property that every object has', () => {
  const names = Object.values(readVertexSchema()).flatMap((message) => Object.keys(message));
  expect(names.filter((name) => name in {})).toStrictEqual([]);
});

it('tells the resource a path reads', () => {
  const parent = 'projects/p/locations/us-central1';
  const named = (path: string) => [resourceOf(path)?.name, resourceOf(path)?.collection.message];
  expect(named(`v1/${parent}/customJobs/1`)).toStrictEqual([`${parent}/customJobs/1`, 'CustomJob']);
  expect(named(`v1/${parent}/models/1%402`)).toStrictEqual([`${parent}/models/1@2`, 'Model']);
  expect(named(`v1/${parent}/metadataStores/default/contexts/run`)).toStrictEqual([
    `${parent}/metadataStores/default/contexts/run`,
    'Context',
  ]);
  for (const path of [
    `v1/${parent}`,
    `v1/${parent}/models/1:listVersions`,
    `v1/${parent}/models`,
    'v1/projects/p',
    `v1beta1/${parent}/models/1`,
  ]) {
    expect(resourceOf(path), path).toBeUndefined();
  }
});

it('tells the location of a name', () => {
  expect(locationOf('projects/p/locations/us-central1/models/1')).toBe('us-central1');
  expect(locationOf('projects/p')).toBeUndefined();
});

it('refuses a kind that is not of Vertex AI', () => {
  expect(() => collectionOf('gcp-storage-bucket')).toThrow('Vertex AI has no list of');
});
