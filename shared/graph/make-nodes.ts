import { kindById } from '../kinds/index.ts';
import type { KindId } from '../kinds/index.ts';
import { firstStringAt, pathSteps, valueAt } from '../links/field-path.ts';
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
  let title: string | undefined;
  for (const path of kind.titleFields) {
    title ??= firstText(document, path);
  }
  const node: { -readonly [Key in keyof GraphNode]: GraphNode[Key] } = {
    id,
    kind: document.kind,
    state: 'present',
    title: title ?? parsed.id,
    document,
  };
  if (project !== undefined) {
    node.project = project;
  }
  if (location !== undefined) {
    node.location = location;
  }
  if (lifecycle !== undefined) {
    node.lifecycle = lifecycle;
  }
  if (document.form === 'unsubmitted') {
    node.unsubmitted = true;
  }
  return node;
}

/** Node of a resource that is named and has no document. */
export function referencedNode({ id, parsed }: ResolvedName, coverage: CoverageReasons): GraphNode {
  const { kind, project, location } = parsed;
  const reason = coverage.reasonFor(parsed);
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
  const text = path === undefined ? undefined : firstStringAt(document.data, pathSteps(path));
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
