import type { AccessModel, Grant } from '../graph/access/access.ts';
import type { Graph, GraphEdge, GraphNode, NodeId } from '../graph/graph.ts';
import type { Masker } from '../inventory/masking.ts';
import type { CoverageRow, Redaction } from '../inventory/inventory.ts';
import type { KindId } from '../kinds/index.ts';
import type { Family, FindingEvidence, Severity } from './finding.ts';
import type { FindingSettings } from './settings.ts';

/** What rules may look at. One object for the whole analysis, so that lookup tables can be tied to it. */
export interface RuleContext {
  readonly graph: Graph;
  readonly access: AccessModel;
  readonly coverage: readonly CoverageRow[];
  /** What was masked when a snapshot was written. */
  readonly redactions: readonly Redaction[];
  readonly settings: FindingSettings;
  /** Milliseconds since 1970: when the inventory was collected, else the present. */
  readonly asOf: number;
  readonly masker: Masker;
}

/** Something a rule would have to know. */
export interface Missing {
  readonly about: NodeId;
  /** `role`: a role is granted of which nobody knows what it allows. */
  readonly what: 'document' | 'policy' | 'field' | 'masked' | 'role';
  /** The field that would tell. */
  readonly path: string;
  /** What stands there all the same: the name of the role. */
  readonly value?: string;
}

/** Evidence as a rule gives it. */
export interface Proof extends FindingEvidence {
  /** The rule has masked the value itself. */
  readonly isMasked?: true;
}

/** What a rule sees at one resource: a flaw where there is evidence, nothing wrong where both lists are empty. */
export interface Verdict {
  readonly evidence: readonly Proof[];
  readonly missing: readonly Missing[];
  /** Other resources that take part. */
  readonly nodes?: readonly NodeId[];
  /** Links that take part. */
  readonly edges?: readonly GraphEdge[];
  /** Values of the command's placeholders beyond those of the resource's name. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** The grant that `WITHDRAW` takes away. */
  readonly grant?: Grant;
}

/** What is to be done is one of the commands that the kind of the resource has: a rule may judge resources of several kinds. */
export const DESCRIBE = '{describe}';
export const CANCEL = '{cancel}';
/** Takes a grant away where it stands, which may be on a resource above the one that is judged. */
export const WITHDRAW = '{withdraw}';

/** One rule: what it says as data, and the function that judges one resource. */
export interface Rule {
  /** `FAMILY-what-is-wrong`; never changed once published. */
  readonly id: string;
  readonly title: string;
  readonly family: Family;
  readonly severity: Severity;
  /** Why it is of this severity. */
  readonly because: string;
  /** Why it matters. */
  readonly rationale: string;
  readonly remediation: string;
  /** Command line with placeholders (variables of the resource’s name, and those of `Verdict.parameters`), or `DESCRIBE`, `CANCEL`
   * or `WITHDRAW`. */
  readonly command?: string;
  /** Pages of Google's documentation. */
  readonly references: readonly string[];
  /** Recommendations of the CIS Google Cloud Platform Foundation Benchmark. */
  readonly cis?: readonly string[];
  /** Techniques of MITRE ATT&CK. */
  readonly attack?: readonly string[];
  /** Fields and policies without which the rule cannot tell. */
  readonly needs: readonly string[];
  /** What is said while they were not collected. */
  readonly unknown: string;
  /** Kinds of the resources it judges. */
  readonly subjects: readonly KindId[];
  /** Judges one resource; undefined where the rule does not apply. Constant in the size of the inventory, but for its own links. */
  examine(node: GraphNode, context: RuleContext): Verdict | undefined;
}

/** Nothing wrong. */
export const PASS: Verdict = { evidence: [], missing: [] };

/** Makes a table that is built once for an analysis, when it is first asked for. */
export function lookup<Table>(build: (context: RuleContext) => Table): (context: RuleContext) => Table {
  const known = new WeakMap<RuleContext, Table>();
  return (context) => {
    let table = known.get(context);
    if (table === undefined) {
      table = build(context);
      known.set(context, table);
    }
    return table;
  };
}

/**
 * Remembers the answer for the last resource only: all rules judge one before the next, and what is kept for all of them has to be
 * carried through every collection of garbage.
 */
export function ofLast<Subject extends object, Answer>(
  answer: (subject: Subject, context: RuleContext) => Answer,
): (subject: Subject, context: RuleContext) => Answer {
  const held = lookup((): { last: { readonly subject: Subject; readonly answer: Answer } | undefined } => ({
    last: undefined,
  }));
  return (subject, context) => {
    const state = held(context);
    if (state.last?.subject !== subject) {
      state.last = { subject, answer: answer(subject, context) };
    }
    return state.last.answer;
  };
}
