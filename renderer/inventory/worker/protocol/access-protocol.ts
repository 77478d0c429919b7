import type { EscalationStep } from '../../../../shared/graph/access/access.ts';
import type { Evidence } from '../../../../shared/graph/graph.ts';
import type { KindId } from '../../../../shared/kinds/index.ts';
import type { RelationId } from '../../../../shared/kinds/kind.ts';
import type { Audience } from '../../../../shared/resource/iam-member.ts';
import type { NodeSummary } from './node-summary.ts';

/** One thing a policy lets someone do, as the details pane lists it. */
export interface AccessRow {
  /** The principal, or the resource the grant stands on. */
  readonly node: NodeSummary;
  /** Of a principal: how many it stands for; `group-of-role`: those who have a basic role on a project. */
  readonly audience?: Audience | 'group-of-role';
  /** The resource on which it was granted, where that is another. */
  readonly inheritedFrom?: NodeSummary;
  /** The grant holds for all resources of a kind in `node`; so many of them are in the inventory, `most` at most. */
  readonly all?: { readonly kind: KindId; readonly count: number; readonly most: number };
  /** Convenience group through which the principal has the grant. */
  readonly through?: NodeSummary;
  /** Condition as it is written; the grant holds only while it does. */
  readonly condition?: string;
  /** Why it is not known what the role gives. */
  readonly unknown?: string;
  readonly evidence: Evidence;
}

export interface AccessGroup {
  /** `HAS_ROLE`: what the roles give is not known. */
  readonly relation: RelationId;
  readonly count: number;
  readonly rows: readonly AccessRow[];
}

/** A way to more rights, step by step. */
export interface AccessWay {
  readonly principal: NodeSummary;
  readonly account: NodeSummary;
  readonly steps: readonly {
    readonly action: EscalationStep['action'];
    readonly to: NodeSummary;
    readonly evidence: readonly Evidence[];
  }[];
  readonly gains: readonly { readonly relation: RelationId; readonly row: AccessRow }[];
  readonly conditional: boolean;
}

/** Who can do what to a resource, and what a principal can do. */
export interface AccessDetails {
  readonly whoCan?: {
    readonly groups: readonly AccessGroup[];
    /** The policies that count for the resource, its own first. */
    readonly policies: readonly { readonly node: NodeSummary; readonly state: 'read' | 'not-collected' }[];
    readonly complete: boolean;
  };
  readonly whatCan?: { readonly groups: readonly AccessGroup[] };
  /** Of a project's convenience group: those who have the basic role on the project, and so are the group. */
  readonly behind?: readonly AccessRow[];
  /** Ways that begin or end here, worst first; the first of `wayCount`. */
  readonly ways: readonly AccessWay[];
  readonly wayCount: number;
}
