import { kindById } from '../kinds/index.ts';
import type { KindId } from '../kinds/index.ts';
import { pathSteps, stringsAt, valueAt } from '../links/field-path.ts';
import type { ResourceDocument } from '../resource/document.ts';
import type { ProjectAliases } from '../resource/project-aliases.ts';
import type { CoverageReasons } from './coverage-reason.ts';
import type { GraphNode, NodeId } from './graph.ts';
import type { ResolvedName } from './resolve-names.ts';

/** Node of a resource whose document is in the inventory. */
export function presentNode(
  { id, parsed }: ResolvedName,
  document: ResourceDocument,
  projects: ProjectAliases,
): GraphNode {
  const kind = kindById(document.kind);
  const project = parsed.project ?? owningProject(document, projects);
  const location = parsed.location ?? firstText(document, kind.locationField)?.toLowerCase();
  const lifecycle = firstText(document, kind.stateField);
  const title = kind.titleFields.map((path) => firstText(document, path)).find((text) => text !== undefined);
  return {
    id,
    kind: document.kind,
    state: 'present',
    title: title ?? parsed.id,
    ...(project === undefined ? {} : { project }),
    ...(location === undefined ? {} : { location }),
    ...(lifecycle === undefined ? {} : { lifecycle }),
    ...(document.form === 'unsubmitted' ? { unsubmitted: true as const } : {}),
    document,
  };
}

/** Node of a resource that is named and has no document. */
export function referencedNode({ id, parsed }: ResolvedName, coverage: CoverageReasons): GraphNode {
  const { kind, project, location } = parsed;
  const reason = coverage.reasonFor(kind, project, location);
  return {
    id,
    kind,
    state: 'referenced',
    title: parsed.id,
    ...(project === undefined ? {} : { project }),
    ...(location === undefined ? {} : { location }),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Node that stands for a value which names no resource; equal values are one node. */
export function unresolvedNode(kind: KindId, raw: string, reason: string): GraphNode {
  return { id: `unresolved:${kind}:${raw}` as NodeId, kind, state: 'unresolved', title: raw, reason };
}

function firstText(document: ResourceDocument, path: string | undefined): string | undefined {
  const text = path === undefined ? undefined : stringsAt(document.data, pathSteps(path))[0];
  return text === '' ? undefined : text;
}

/** Kinds whose names have no project (buckets) say their project's number, or lie in it as an asset. */
function owningProject({ data, ancestors }: ResourceDocument, projects: ProjectAliases): string | undefined {
  const field = valueAt(data, ['projectNumber']);
  const number =
    typeof field === 'string' || typeof field === 'number'
      ? String(field)
      : ancestors?.[0] === undefined
        ? undefined
        : /^projects\/(.+)$/.exec(ancestors[0])?.[1];
  return number === undefined ? undefined : projects.canonical(number);
}
