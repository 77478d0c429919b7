import { KINDS } from '../kinds/index.ts';
import type { KindId } from '../kinds/index.ts';
import type { Confidence, FieldPath, JoinFields, KindDefinition, LinkRule } from '../kinds/kind.ts';
import { compilePaths } from './field-path.ts';
import type { PathNode } from './field-path.ts';

/** A link rule of a kind file, ready to be applied. */
export interface CompiledRule {
  readonly rule: LinkRule;
  /** Kinds the value may name. */
  readonly kinds: readonly KindId[];
  readonly confidence: Confidence;
  /** What the value means to links that several documents make together. */
  readonly join?: JoinRole;
}

/** Role of a field in `KindDefinition.joins`. */
export type JoinRole = 'backing-job' | 'output-prefix' | 'artifact';

/** What a kind says about one place of its documents. */
export type Claim =
  /** A link rule reads the value. */
  | { readonly type: 'rule'; readonly rule: CompiledRule }
  /** The value is the document's own name or plain text, so that a `/` in it is no missing link. */
  | { readonly type: 'no-reference' };

const allKinds: readonly KindId[] = KINDS.map((kind) => kind.id);

const tables: ReadonlyMap<KindId, PathNode<Claim>> = new Map(KINDS.map((kind) => [kind.id, compileKind(kind)]));

/** Everything a kind says about the places of its documents, arranged for one walk. */
export function claimsOf(kind: KindId): PathNode<Claim> {
  const table = tables.get(kind);
  if (table === undefined) {
    throw new Error(`No kind has the id ${kind}`);
  }
  return table;
}

function compileKind(kind: KindDefinition<KindId>): PathNode<Claim> {
  const noReference: Claim = { type: 'no-reference' };
  return compilePaths<Claim>([
    ...kind.links.map((rule) => ({
      path: rule.path,
      payload: { type: 'rule' as const, rule: compileRule(rule, kind) },
    })),
    ...[...kind.nameFields.map(({ path }) => path), ...kind.plainText].map((path) => ({ path, payload: noReference })),
  ]);
}

function compileRule(rule: LinkRule, { links, joins }: KindDefinition): CompiledRule {
  const join = joins === undefined ? undefined : joinRole(rule.path, joins);
  return {
    rule,
    kinds: kindsOf(rule, links),
    confidence: rule.confidence ?? (rule.parser === 'text' ? 'heuristic' : 'exact'),
    ...(join === undefined ? {} : { join }),
  };
}

function joinRole(path: FieldPath, joins: JoinFields): JoinRole | undefined {
  if (joins.backingJobs?.includes(path) === true) {
    return 'backing-job';
  }
  if (path === joins.artifact) {
    return 'artifact';
  }
  return joins.outputPrefixes?.includes(path) === true ? 'output-prefix' : undefined;
}

/** `*` is every kind that no other rule of the same path takes. Throws on an id that is no kind: a mistake in a kind file. */
function kindsOf(rule: LinkRule, siblings: readonly LinkRule[]): readonly KindId[] {
  const named = typeof rule.to === 'string' ? [rule.to] : rule.to;
  if (!named.includes('*')) {
    return named.map((id) => {
      const kind = allKinds.find((known) => known === id);
      if (kind === undefined) {
        throw new Error(`The rule for ${rule.path} leads to ${id}, which is no kind`);
      }
      return kind;
    });
  }
  const taken = new Set(siblings.filter(({ path, to }) => path === rule.path && to !== '*').flatMap(({ to }) => to));
  return allKinds.filter((kind) => !taken.has(kind));
}
