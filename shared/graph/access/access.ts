import type { KindId } from '../../kinds/index.ts';
import type { AccessRelation } from '../../kinds/kind.ts';
import type { Audience, PrincipalType } from '../../resource/iam-member.ts';
import type { Evidence, NodeId } from '../graph.ts';

/** Someone or something a policy names. */
export interface Principal {
  /** The account's own node for service accounts, a node of the kind `gcp-iam-principal` for all others. */
  readonly id: NodeId;
  readonly type: PrincipalType;
  /** The member as policies write it, in its one spelling: `user:anna@example.com`. */
  readonly member: string;
  /** The identity was deleted: it is another than a living one of the same address. */
  readonly deleted: boolean;
  readonly audience: Audience;
}

/** What is known of a role. An unknown role is never taken as harmless. */
export type RoleReading =
  | {
      readonly status: 'known';
      readonly source: 'predefined' | 'custom';
      /** Those of the role's permissions that the product judges by, sorted. */
      readonly permissions: readonly string[];
    }
  | { readonly status: 'unknown'; readonly reason: string };

/** Condition of a binding as it is written. It is shown, never evaluated. */
export interface GrantCondition {
  readonly title?: string;
  readonly description?: string;
  readonly expression: string;
}

/** One member of one binding of one policy. */
export interface Grant {
  readonly principal: NodeId;
  /** Resource on whose policy the binding stands. */
  readonly resource: NodeId;
  /** `roles/storage.admin`, `projects/P/roles/R`, `organizations/N/roles/R`. */
  readonly role: string;
  readonly reading: RoleReading;
  /** Present: the grant holds only while the condition does. */
  readonly condition?: GrantCondition;
  /** Path `iamPolicy.bindings[3].members[1]`, value the member. */
  readonly evidence: Evidence;
}

/** One thing a principal can do to a resource, because of one grant. */
export interface Access {
  readonly relation: AccessRelation;
  readonly principal: NodeId;
  /** The permissions of the grant's role that give the relation, sorted; never empty. */
  readonly permissions: readonly string[];
  /** `grant.resource` is the resource itself, or the ancestor from which it is inherited. */
  readonly grant: Grant;
}

/** Policy of a resource or of one of its ancestors. */
export interface PolicySource {
  readonly resource: NodeId;
  /** `not-collected`: what is granted there is unknown, which is not the same as nothing. */
  readonly state: 'read' | 'not-collected';
}

/** Who can do what to a resource, as far as the inventory tells. */
export interface WhoCan {
  /** Granted by the resource's own policy. */
  readonly direct: readonly Access[];
  /** Granted on an ancestor. One list shared by all resources of a kind in one parent: judge it once, with a map keyed by it. */
  readonly inherited: readonly Access[];
  /** Grants here and on ancestors whose role is unknown, so that they may give anything. */
  readonly unknown: readonly Grant[];
  /** The resource's own policy first, then its ancestors', nearest first. */
  readonly policies: readonly PolicySource[];
  /** Every policy is read and the chain leads up to an organisation. */
  readonly complete: boolean;
}

/** What one grant lets a principal do: to the resource it stands on, or to all resources of a kind below that. */
export interface Reach {
  readonly relation: AccessRelation;
  readonly permissions: readonly string[];
  readonly grant: Grant;
  /** Kind of what is reached. */
  readonly kind: KindId;
  /** `one`: `grant.resource` itself. `below`: every resource of the kind in `grant.resource`, also those not collected. */
  readonly scope: 'one' | 'below';
  /** Names the convenience group (`projectEditor:P`) through which the principal has the grant, where it has it so. */
  readonly through?: NodeId;
}

/** One step of a way to more rights. */
export interface EscalationStep {
  readonly from: NodeId;
  readonly to: NodeId;
  /** `run-jobs`: in the project `to`. `act-as`: such a job runs as the account `to`. The others: what is done to `to`. */
  readonly action: 'run-jobs' | 'act-as' | 'get-token' | 'create-key' | 'set-policy';
  /** Empty where nothing is asked for: a job that names no account runs as its project’s agent. */
  readonly permissions: readonly string[];
  readonly grants: readonly Grant[];
  /** Convenience group through which the grant holds, where it holds so. */
  readonly through?: NodeId;
}

/** A way by which a principal comes to act as an account it is not, and so to what the account can reach. */
export interface EscalationPath {
  /** Equal for equal paths, in any inventory. */
  readonly id: string;
  readonly principal: NodeId;
  /** Account the path ends as; where its last step sets a policy, the resource of the policy. */
  readonly account: NodeId;
  /** In order; the first starts at the principal. */
  readonly steps: readonly EscalationStep[];
  /** What the account can do that the principal cannot by itself, worst first; bounded. Empty where a policy can be set, which
   * may give anything. */
  readonly gains: readonly Reach[];
  /** At least one step holds only under a condition. */
  readonly conditional: boolean;
}

/** Answers of the access model; a pure function of a graph, made by `createAccessModel`. */
export interface AccessModel {
  /** Every principal that a policy names, sorted by node id. */
  readonly principals: readonly Principal[];
  principal(id: NodeId): Principal | undefined;
  /** The bindings of the resource's own policy. */
  grantsOn(resource: NodeId): readonly Grant[];
  /** The bindings that name the principal, on any resource. */
  grantsTo(principal: NodeId): readonly Grant[];
  whoCan(resource: NodeId): WhoCan;
  whatCan(principal: NodeId): readonly Reach[];
  /** Of a project’s convenience group (`projectEditor:P`): the grants of the basic role on the project, whose principals are the
   * group. Empty for all other principals. */
  behind(principal: NodeId): readonly Grant[];
  /** Resources of the inventory that a reach leads to, sorted; at most `limit`. */
  targetsOf(reach: Reach, limit?: number): readonly NodeId[];
  /** Ways to more rights, worst first; at most `limit` (default 500). */
  escalations(limit?: number): readonly EscalationPath[];
}
