import { compareText } from '../compare.ts';
import type { Problem } from '../errors/problem.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { extractLinks } from '../links/extract-links.ts';
import type { LinkCandidate } from '../links/extract-links.ts';
import { createExtractionMemory } from '../links/extraction-memory.ts';
import type { Facts } from '../links/pool-facts.ts';
import type { ResourceDocument } from '../resource/document.ts';
import { createProjectAliases } from '../resource/project-aliases.ts';
import type { ProjectConflict } from '../resource/project-aliases.ts';
import { nameOfDocument } from '../resource/document-name.ts';
import { linkAccess } from './access/link-access.ts';
import { createGraphBuilder } from './build-graph.ts';
import { chooseDocument } from './choose-documents.ts';
import { createCoverageReasons } from './coverage-reason.ts';
import { ensureReferenced, ensureUnresolved } from './derivation.ts';
import type { Derivation, PresentResource } from './derivation.ts';
import type { Evidence, Graph, NodeId, UnclaimedReference } from './graph.ts';
import { linkActingAgents } from './link-agents.ts';
import { linkIdentities } from './link-identities.ts';
import { presentNode } from './make-nodes.ts';
import { linkProducedModels } from './produced-models.ts';
import type { JoinMention } from './produced-models.ts';
import { tiesOfDocument } from './project-ties.ts';
import type { NamedDocument } from './project-ties.ts';
import { createNameResolver } from './resolve-names.ts';
import type { NameResolver, ResolvedName } from './resolve-names.ts';

/**
 * Derives the graph of an inventory: first what names mean (project numbers and ids, tags, unique ids), then a node for every
 * resource that has a document or is named, and a link for every reference. Equal for any order of documents and files.
 * The cost is linear in documents and links, but for sorting the documents by name.
 */
export function deriveGraph(inventory: Inventory): Graph {
  const problems: Problem[] = [];
  const named = inventory.documents.flatMap((document): NamedDocument[] => {
    const name = nameOfDocument(document);
    if (name === undefined) {
      problems.push(badName(document));
    }
    return name === undefined ? [] : [{ document, name }];
  });
  const projects = createProjectAliases([...inventory.projects, ...named.flatMap(tiesOfDocument)]);
  const resolver = createNameResolver(named, projects);
  const resources = chooseDocuments(named, resolver, problems);
  const builder = createGraphBuilder();
  const coverage = createCoverageReasons(inventory.coverage, projects);
  const derivation = { builder, resolver, projects, coverage };
  for (const { name, document } of resources) {
    builder.setNode(presentNode(name, document, projects));
  }
  const memory = createExtractionMemory();
  const unclaimed: UnclaimedReference[] = [];
  const backingJobs: JoinMention[] = [];
  const outputPrefixes: JoinMention[] = [];
  const artifacts: JoinMention[] = [];
  for (const { name, document } of resources) {
    const { project, location } = name.parsed;
    const place = { ...(project === undefined ? {} : { project }), ...(location === undefined ? {} : { location }) };
    const found = extractLinks(document.kind, document.data, place, memory);
    for (const candidate of found.candidates) {
      const resolved = candidate.reading.ok ? resolver.resolve(candidate.reading.parsed) : undefined;
      const evidence = evidenceOf(name.id, candidate, resolved?.lookedUp);
      const target = linkCandidate(candidate, resolved, evidence, derivation);
      // Few rules join, and every reference of the inventory comes by here.
      if (candidate.rule.join === 'backing-job') {
        backingJobs.push({ document: name.id, target, evidence });
      } else if (candidate.rule.join === 'artifact') {
        artifacts.push({ document: name.id, target, evidence });
      } else if (candidate.rule.join === 'output-prefix' && document.form !== 'unsubmitted') {
        outputPrefixes.push({ document: name.id, target, evidence });
      }
    }
    for (const reference of found.unclaimed) {
      unclaimed.push({ document: name.id, ...reference });
    }
  }
  linkIdentities(resources, derivation);
  linkActingAgents(resources, derivation);
  linkAccess(resources, derivation);
  problems.push(...linkProducedModels({ backingJobs, outputPrefixes, artifacts }, builder));
  problems.push(...projects.conflicts.map(describeConflict));
  return builder.finish({
    aliases: resolver.aliases(),
    projectIds: projects.idOfNumber,
    unclaimed,
    problems: problems.toSorted(byPlace),
  });
}

function evidenceOf(document: NodeId, candidate: LinkCandidate, lookedUp: Facts | undefined): Evidence {
  const { path, value } = candidate;
  const facts = joinFacts(candidate.facts, lookedUp);
  return facts === undefined ? { document, path, value } : { document, path, value, facts };
}

/** Adds one reference to the graph, with a node for its target where there is none yet. Returns the target. */
function linkCandidate(
  candidate: LinkCandidate,
  resolved: ResolvedName | undefined,
  evidence: Evidence,
  derivation: Derivation,
): NodeId {
  const { rule, confidence } = candidate.rule;
  const { reading } = candidate;
  const { document } = evidence;
  const target =
    resolved === undefined
      ? ensureUnresolved(candidate.kind, candidate.reference, reading, derivation)
      : ensureReferenced(resolved, derivation);
  const toDocument = rule.direction === 'to-document';
  derivation.builder.addLink({
    type: rule.relation,
    from: toDocument ? target : document,
    to: toDocument ? document : target,
    confidence: resolved?.throughAlias === true && confidence === 'exact' ? 'derived' : confidence,
    flow: candidate.flow,
    evidence: [evidence],
  });
  return target;
}

/** Facts of a reference, and of what its name was looked up to be; equal ones are one object. */
function joinFacts(facts: Facts | undefined, lookedUp: Facts | undefined): Facts | undefined {
  if (lookedUp === undefined || facts === undefined) {
    return lookedUp ?? facts;
  }
  const known = joinedFacts.get(lookedUp) ?? new Map<Facts, Facts>();
  joinedFacts.set(lookedUp, known);
  const joined = known.get(facts) ?? { ...facts, ...lookedUp };
  known.set(facts, joined);
  return joined;
}

const joinedFacts = new WeakMap<Facts, Map<Facts, Facts>>();

/** One document for each resource, sorted by name, so that nothing depends on the order in which they were read. */
function chooseDocuments(
  named: readonly NamedDocument[],
  resolver: NameResolver,
  problems: Problem[],
): readonly PresentResource[] {
  const groups = new Map<NodeId, { name: ResolvedName; documents: [ResourceDocument, ...ResourceDocument[]] }>();
  for (const { document, name } of named) {
    const resolved = resolver.resolve(name);
    const group = groups.get(resolved.id);
    if (group === undefined) {
      groups.set(resolved.id, { name: resolved, documents: [document] });
    } else {
      group.documents.push(document);
    }
  }
  const resources = [...groups.values()].map(({ name, documents }) => {
    const chosen = chooseDocument(name.id, documents);
    problems.push(...chosen.problems);
    return { name, document: chosen.document };
  });
  return resources.toSorted((left, right) => compareText(left.name.id, right.name.id));
}

function byPlace(left: Problem, right: Problem): number {
  return (
    compareText(left.file, right.file) ||
    (left.line ?? 0) - (right.line ?? 0) ||
    compareText(left.path ?? '', right.path ?? '') ||
    compareText(left.reason, right.reason)
  );
}

function badName({ name, origin }: ResourceDocument): Problem {
  return {
    code: 'bad-name',
    severity: 'error',
    file: origin.file,
    ...(origin.line === undefined ? {} : { line: origin.line }),
    ...(origin.path === undefined ? {} : { path: origin.path }),
    reason: `${name} is no name of a resource of its kind, so the document is left out.`,
  };
}

function describeConflict({ projectNumber, projectIds, sources }: ProjectConflict): Problem {
  return {
    code: 'project-conflict',
    severity: 'warning',
    file: '',
    reason: `Project number ${projectNumber} and ${projectIds.join(', ')} are tied together in ways that contradict each other (${sources.join('; ')}), so they are kept apart.`,
  };
}
