import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createInventoryReader } from '../../../shared/inventory/reader.ts';
import { kindById } from '../../../shared/kinds/index.ts';
import type { ResourceDocument } from '../../../shared/resource/document.ts';
import type { Estate, EstateDocument, EstateProject } from './estate.ts';

const FOLDER = new URL('../../../electron/files/sample/', import.meta.url);

/** The sample estate of the fixtures, as the APIs would serve it. */
export function sampleEstate(): Estate {
  const reader = createInventoryReader();
  for (const file of readdirSync(FOLDER).toSorted()) {
    reader.beginFile(file);
    reader.push(readFileSync(fileURLToPath(new URL(file, FOLDER))));
    reader.endFile();
  }
  const submitted = reader.finish().documents.filter(({ form }) => form !== 'unsubmitted');
  const projects = projectsOf(submitted);
  return { projects, documents: mergePolicies(submitted) };
}

function projectsOf(documents: readonly ResourceDocument[]): readonly EstateProject[] {
  return documents.flatMap(({ data: { projectId, projectNumber }, ancestors, form }) => {
    return form === 'full' && typeof projectId === 'string' && typeof projectNumber === 'string'
      ? [
          {
            id: projectId,
            number: projectNumber,
            locations: ['europe-west4', 'us-central1'],
            ancestors: ancestors ?? [],
          },
        ]
      : [];
  });
}

/** The inventory keeps a policy as a document of its own; here it belongs to the resource. */
function mergePolicies(documents: readonly ResourceDocument[]): readonly EstateDocument[] {
  const policies = new Map(
    documents.flatMap(({ name, form, iamPolicy }) =>
      form === 'policy' && iamPolicy !== undefined ? [[name, iamPolicy]] : [],
    ),
  );
  return documents
    .filter(({ form }) => form === 'full')
    .map(({ kind, name, data, iamPolicy, aliases }) => {
      const policy =
        iamPolicy ?? [name, ...(aliases ?? [])].map((key) => policies.get(key)).find((found) => found !== undefined);
      const [assetType = ''] = kindById(kind)?.assetTypes ?? [];
      return { name, assetType, data, ...(policy === undefined ? {} : { iamPolicy: policy }) };
    });
}
