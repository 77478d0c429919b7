import type { KindId } from '../kinds/index.ts';
import { bucketNameProblem } from './bucket-name.ts';
import { formatImageId, parseImageId } from './image-id.ts';
import { parseServiceAccount } from './service-account.ts';

/** Variables of a name in the one spelling that identifies the resource, and what was said beyond it. */
export interface IdentifyingVariables {
  readonly variables: Readonly<Record<string, string>>;
  readonly suffix?: string;
}

type Normalise = (variables: Readonly<Record<string, string>>) => IdentifyingVariables | undefined;

const PROJECT = /^(?:[a-z0-9][a-z0-9.-]*:)?[a-z0-9-]+$|^_$/;
const LOCATION = /^[a-z0-9-]+$/;
const VALUE = /^[^\s{}<>"\\^`|$*\p{Cc}]+$/u;

/** Values of kinds whose ids are no names of resources: members of policies hold `*`, `[` and the like. */
const VALUES: Partial<Record<KindId, RegExp>> = { 'gcp-iam-principal': /^[^\s\p{Cc}]+$/u };

/** Kinds of which one resource has several spellings that the name's template alone cannot tell. */
const NORMALISE: Partial<Record<KindId, Normalise>> = {
  'gcp-artifact-registry-docker-image': normaliseImage,
  'gcp-cloud-resource-manager-project': normaliseProject,
  'gcp-iam-service-account': normaliseServiceAccount,
  'gcp-storage-bucket': normaliseBucket,
};

/** Whether a project is spelled as a number. */
export function isProjectNumber(project: string): boolean {
  return /^\d+$/.test(project);
}

/** Brings the variables of a matched name to their one spelling; undefined where a value cannot be what its place demands. */
export function normaliseVariables(
  kind: KindId,
  variables: Readonly<Record<string, string>>,
): IdentifyingVariables | undefined {
  let lowered = variables;
  const anyValue = VALUES[kind] ?? VALUE;
  for (const name in variables) {
    const value = variables[name] ?? '';
    if (name === 'location') {
      const location = value.toLowerCase();
      lowered = location === value ? lowered : { ...lowered, location };
      if (!LOCATION.test(location)) {
        return undefined;
      }
    } else if (!(name === 'project' ? PROJECT : anyValue).test(value)) {
      return undefined;
    }
  }
  const normalise = NORMALISE[kind];
  return normalise === undefined ? { variables: lowered } : normalise(lowered);
}

/** Variable that holds the project in the names of a kind: a project's own name calls it `id`. */
export function projectVariable(kind: KindId): 'project' | 'id' {
  return kind === 'gcp-cloud-resource-manager-project' ? 'id' : 'project';
}

function normaliseProject(variables: Readonly<Record<string, string>>): IdentifyingVariables | undefined {
  return PROJECT.test(variables['id'] ?? '') ? { variables } : undefined;
}

/** A tag beside a digest does not identify: it may have moved since. */
function normaliseImage(variables: Readonly<Record<string, string>>): IdentifyingVariables | undefined {
  const image = parseImageId(variables['id'] ?? '');
  if (image === undefined) {
    return undefined;
  }
  const identity = { variables: { ...variables, id: formatImageId(image) } };
  return image.digest === undefined || image.tag === undefined ? identity : { ...identity, suffix: image.tag };
}

/** The address tells the project, whatever project (often `-`) the name was asked through. */
function normaliseServiceAccount(variables: Readonly<Record<string, string>>): IdentifyingVariables {
  const account = parseServiceAccount(variables['id'] ?? '');
  if (account === undefined) {
    return { variables };
  }
  const project = account.project === '-' ? (variables['project'] ?? '-') : account.project;
  return { variables: { ...variables, project, id: account.id } };
}

/** Bucket names are global: `projects/_/buckets/b` and `projects/p/buckets/b` are the same bucket. */
function normaliseBucket(variables: Readonly<Record<string, string>>): IdentifyingVariables | undefined {
  const id = variables['id'] ?? '';
  return bucketNameProblem(id) === undefined ? { variables: { id } } : undefined;
}
