import type { Graph, GraphNode, NodeId } from '../../../shared/graph/graph.ts';
import type { Masker } from '../../../shared/inventory/masking.ts';
import { changesBetweenRuns, type Run } from '../../../shared/runs/run-changes.ts';
import {
  findTemplates,
  imageName,
  type RunTemplate,
  type RunTemplates,
  timeOf,
} from '../../../shared/runs/templates.ts';
import { summaryOf } from './details/links.ts';
import type { RunEntry, RunsPage, TemplateEntry, TemplatesPage } from './protocol/runs-protocol.ts';

/** Answers for the runs of templates. */
export interface RunsBuilder {
  /** Runs of the template a job is a run of, newest first, `limit` of them from `offset` on; undefined for what is no run. */
  runs(id: NodeId, offset: number, limit: number): RunsPage | undefined;
  /** Templates with several runs, `limit` of them from `offset` on. */
  templates(offset: number, limit: number): TemplatesPage;
}

/** Returns what answers for the runs of an inventory, secrets masked. Templates are found when they are first asked for. */
export function createRunsBuilder(graph: Graph, masker: Masker): RunsBuilder {
  let found: RunTemplates | undefined;

  function all(): RunTemplates {
    return (found ??= findTemplates(graph));
  }

  function runOf(node: GraphNode): Run {
    const { document } = node;
    const isWhole = document?.form === 'full' || document?.form === 'unsubmitted';
    return isWhole ? { node, data: masker.maskDocument(document).data } : { node };
  }

  function entryOf({ runs }: RunTemplate, place: number): readonly RunEntry[] {
    const node = runs[place];
    if (node === undefined) return [];
    const before = runs[place - 1];
    const time = timeOf(node);
    const changes = before === undefined ? undefined : changesBetweenRuns(runOf(before), runOf(node));
    return [
      {
        node: summaryOf(node),
        isFirst: before === undefined,
        ...(time === undefined ? {} : { time }),
        ...(changes === undefined ? {} : { changes }),
      },
    ];
  }

  return {
    runs(id, offset, limit) {
      const template = all().of(id);
      const newest = template?.runs.at(-1);
      if (template === undefined || newest === undefined) return undefined;
      const { stem, images, runs, undated } = template;
      // Newest first: the place from the end.
      const last = runs.length - 1 - offset;
      const places = Array.from({ length: Math.max(0, Math.min(limit, last + 1)) }, (_, index) => last - index);
      return {
        stem,
        kind: newest.kind,
        ...(newest.project === undefined ? {} : { project: newest.project }),
        images,
        total: runs.length,
        undated,
        runs: places.flatMap((place) => entryOf(template, place)),
      };
    },
    templates(offset, limit) {
      const { repeated } = all();
      return {
        total: repeated.length,
        templates: repeated.slice(offset, offset + limit).flatMap((template) => templateEntry(template, graph)),
      };
    },
  };
}

function templateEntry({ stem, images, runs, undated }: RunTemplate, graph: Graph): readonly TemplateEntry[] {
  const newest = runs.at(-1);
  if (newest === undefined) return [];
  const dated = runs.slice(0, runs.length - undated);
  const [firstRun, lastRun] = [dated[0], dated.at(-1)];
  const first = firstRun && timeOf(firstRun);
  const last = lastRun && timeOf(lastRun);
  return [
    {
      newest: newest.id,
      stem,
      kind: newest.kind,
      ...(newest.project === undefined ? {} : { project: newest.project }),
      images,
      runs: runs.length,
      ...(first === undefined ? {} : { first }),
      ...(last === undefined ? {} : { last }),
      movedTags: movedTags(runs, graph),
    },
  ];
}

/** How often an image stood under the same name and tag with another digest than in the run before. */
function movedTags(runs: readonly GraphNode[], graph: Graph): number {
  let moved = 0;
  let before = new Map<string, string>();
  for (const { id } of runs) {
    const now = new Map<string, string>();
    for (const { type, evidence } of graph.outgoing(id)) {
      if (type !== 'PULLS_IMAGE') continue;
      for (const { document, path, value } of evidence) {
        const [name = '', digest] = value.split('@');
        const hasTag = name !== imageName(name);
        if (document === id && digest !== undefined && hasTag) now.set(`${path} ${name}`, digest);
      }
    }
    if ([...now].some(([place, digest]) => before.has(place) && before.get(place) !== digest)) moved += 1;
    before = now;
  }
  return moved;
}
