import { compareText } from '../compare.ts';
import type { Problem } from '../errors/problem.ts';
import { kindById } from '../kinds/index.ts';
import { pathSteps, stringsAt } from '../links/field-path.ts';
import type { Origin, ResourceDocument } from '../resource/document.ts';
import type { NodeId } from './graph.ts';

/** The documents of one resource, reduced to one. */
export interface ChosenDocument {
  readonly document: ResourceDocument;
  readonly problems: readonly Problem[];
}

/** The more a form says about a resource, the higher. */
const FORM_RANK: Readonly<Record<ResourceDocument['form'], number>> = {
  policy: 0,
  summary: 1,
  unsubmitted: 2,
  full: 3,
};

/**
 * Chooses the fullest, then newest of the documents of one resource and adds the newest IAM policy to it. Further documents of
 * the same form are noted. Does not depend on the order of the documents. `documents` must not be empty.
 */
export function chooseDocument(
  id: NodeId,
  documents: readonly [ResourceDocument, ...ResourceDocument[]],
): ChosenDocument {
  const [only, another] = documents;
  if (another === undefined) {
    return { document: only, problems: [] };
  }
  const [best = only, ...rest] = documents.toSorted(byWorth);
  const policies = documents.filter(({ iamPolicy }) => iamPolicy !== undefined).toSorted(byTime);
  const iamPolicy = policies[0]?.iamPolicy;
  const ancestors = best.ancestors ?? rest.find((document) => document.ancestors !== undefined)?.ancestors;
  return {
    document: {
      ...best,
      ...(iamPolicy === undefined ? {} : { iamPolicy }),
      ...(ancestors === undefined ? {} : { ancestors }),
    },
    problems: rest.filter(({ form }) => form === best.form).map((document) => duplicateOf(id, best, document)),
  };
}

function duplicateOf(id: NodeId, chosen: ResourceDocument, other: ResourceDocument): Problem {
  return {
    code: 'duplicate',
    severity: 'note',
    file: other.origin.file,
    ...(other.origin.line === undefined ? {} : { line: other.origin.line }),
    ...(other.origin.path === undefined ? {} : { path: other.origin.path }),
    reason: `${id} is also described in ${describePlace(chosen.origin)}, which is ${isNewer(chosen, other) ? 'newer' : 'not older'} and is shown instead.`,
  };
}

function isNewer(left: ResourceDocument, right: ResourceDocument): boolean {
  return timeOf(left) > timeOf(right);
}

function describePlace({ file, line, path }: Origin): string {
  return [file, line === undefined ? '' : `line ${line}`, path ?? ''].filter((part) => part !== '').join(' ');
}

function byWorth(left: ResourceDocument, right: ResourceDocument): number {
  return FORM_RANK[right.form] - FORM_RANK[left.form] || byTime(left, right);
}

/** Newest first; where no time tells, by place and content, so that the choice is the same whatever is read first. */
function byTime(left: ResourceDocument, right: ResourceDocument): number {
  return (
    compareText(timeOf(right), timeOf(left)) ||
    compareText(left.origin.file, right.origin.file) ||
    (left.origin.line ?? 0) - (right.origin.line ?? 0) ||
    compareText(left.origin.path ?? '', right.origin.path ?? '') ||
    compareText(JSON.stringify(left), JSON.stringify(right))
  );
}

/** Time at which the document was current; times of both sources are UTC in RFC 3339, brought to one precision. */
function timeOf(document: ResourceDocument): string {
  const { updated, created } = kindById(document.kind).times;
  const [field] = [updated, created].flatMap((path) =>
    path === undefined ? [] : stringsAt(document.data, pathSteps(path)),
  );
  return (document.updateTime ?? field ?? '').replace(
    /(?:\.(\d+))?Z$/,
    (_match, digits?: string) => `.${(digits ?? '').padEnd(9, '0')}Z`,
  );
}
