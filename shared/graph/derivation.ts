import type { KindId } from '../kinds/index.ts';
import type { ResourceDocument } from '../resource/document.ts';
import type { ProjectAliases } from '../resource/project-aliases.ts';
import type { Reading } from '../resource/reading.ts';
import type { GraphBuilder } from './build-graph.ts';
import type { CoverageReasons } from './coverage-reason.ts';
import type { NodeId } from './graph.ts';
import { referencedNode, unresolvedNode } from './make-nodes.ts';
import type { NameResolver, ResolvedName } from './resolve-names.ts';

/** A resource with its one document. */
export interface PresentResource {
  readonly name: ResolvedName;
  readonly document: ResourceDocument;
}

/** What links are made with. */
export interface Derivation {
  readonly builder: GraphBuilder;
  readonly resolver: NameResolver;
  readonly projects: ProjectAliases;
  readonly coverage: CoverageReasons;
}

/** Returns the node of a name, adding it as `referenced` where no document made it. */
export function ensureReferenced(resolved: ResolvedName, { builder, coverage }: Derivation): NodeId {
  if (!builder.nodes.has(resolved.id)) {
    builder.setNode(referencedNode(resolved, coverage));
  }
  return resolved.id;
}

/** Returns the node that stands for a value which fits no grammar, adding it where it is new. */
export function ensureUnresolved(kind: KindId, raw: string, reading: Reading, { builder }: Derivation): NodeId {
  const node = unresolvedNode(kind, raw, reading.ok ? '' : reading.reason);
  if (!builder.nodes.has(node.id)) {
    builder.setNode(node);
  }
  return node.id;
}
