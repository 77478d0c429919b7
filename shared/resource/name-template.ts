import { decodePercent } from './web-address.ts';

/** One part of a compiled name between two slashes. */
export type TemplatePart =
  | { readonly literal: string; readonly variable?: never }
  | { readonly variable: string; readonly literal?: never };

/** A name template of a kind file, ready for matching and formatting. */
export interface NameTemplate {
  /** Host of the full name: `aiplatform.googleapis.com`. */
  readonly service: string;
  readonly parts: readonly TemplatePart[];
  /** Names of all variables, in order. */
  readonly variables: readonly string[];
  /** Name of the last variable, which identifies the resource within its parent. */
  readonly idVariable: string;
  /** The name says that the resource is of no region. */
  readonly isGlobal: boolean;
  /** Optional end of a name that says more than the identity: `@{version}` or `/cryptoKeyVersions/{version}`. */
  readonly tail?: { readonly separator: string; readonly variable: string };
}

/**
 * Compiles a template such as `//host/projects/{project}/models/{id}[@{version}]`.
 * Throws on a template that breaks the grammar: kind files are code, so a wrong one must fail at start.
 */
export function compileNameTemplate(template: string): NameTemplate {
  const shape = /^\/\/([a-z0-9.-]+)\/([^[\]]+)(?:\[([^{[\]]+)\{(\w+)\}\])?$/.exec(template);
  const [, service, path, separator, tailVariable] = shape ?? [];
  if (service === undefined || path === undefined) {
    throw new Error(`Not a name template: ${template}`);
  }
  const parts = path.split('/').map((text): TemplatePart => {
    const variable = /^\{(\w+)\}$/.exec(text)?.[1];
    if (variable === undefined && (text === '' || /[{}]/.test(text))) {
      throw new Error(`Not a part of a name template: "${text}" in ${template}`);
    }
    return variable === undefined ? { literal: text } : { variable };
  });
  const variables = parts.flatMap((part) => part.variable ?? []);
  const idVariable = variables.at(-1);
  if (idVariable === undefined) {
    throw new Error(`A name template needs a variable: ${template}`);
  }
  const isGlobal = parts.some((part) => part.literal === 'global');
  const compiled = { service, parts, variables, idVariable, isGlobal };
  return separator === undefined || tailVariable === undefined
    ? compiled
    : { ...compiled, tail: { separator, variable: tailVariable } };
}

/** Splits `123@2` where the template has such a tail. */
export function splitInlineTail(template: NameTemplate, segment: string): readonly [string, string | undefined] {
  const separator = template.tail?.separator;
  const at = separator === undefined || separator.startsWith('/') ? -1 : segment.lastIndexOf(separator);
  return at <= 0 ? [segment, undefined] : [segment.slice(0, at), decodePercent(segment.slice(at + 1))];
}

/** A value that contains a slash stays one part of the name. */
export function encodeSegment(value: string): string {
  return value.includes('/') || value.includes('%') ? value.replaceAll('%', '%25').replaceAll('/', '%2F') : value;
}

/** No name of a resource, and no page about one, comes near this length: longer texts are refused unread. */
const LONGEST_NAME = 4096;

/** A text without blanks around it and slashes at its end (`a/b//` is `a/b`); empty when it is too long to be a name. */
export function tidyName(text: string): string {
  if (text.length > LONGEST_NAME) {
    return '';
  }
  const trimmed = text.trim();
  let end = trimmed.length;
  while (end > 0 && trimmed.charAt(end - 1) === '/') {
    end -= 1;
  }
  return trimmed.slice(0, end);
}

/** One place in a tree of templates that share their first parts. */
interface Branch<Leaf> {
  readonly literals: Map<string, Branch<Leaf>>;
  variable: Branch<Leaf> | undefined;
  readonly leaves: Leaf[];
}

/** Templates arranged by their parts, so that a name is matched in one pass whatever the number of kinds. */
export interface TemplateTree<Leaf> {
  add(parts: readonly TemplatePart[], leaf: Leaf): void;
  /** Leaves whose template has exactly these parts, in the order they were added; literal parts win over variables. */
  match(segments: readonly string[], length?: number): readonly Leaf[];
}

/** Makes an empty tree. */
export function createTemplateTree<Leaf>(): TemplateTree<Leaf> {
  const root = createBranch<Leaf>();
  return {
    add(parts, leaf) {
      let branch = root;
      for (const part of parts) {
        branch = part.literal === undefined ? variableBranch(branch) : literalBranch(branch, part.literal);
      }
      branch.leaves.push(leaf);
    },
    match(segments, length = segments.length) {
      return descend(root, segments, 0, length);
    },
  };
}

function createBranch<Leaf>(): Branch<Leaf> {
  return { literals: new Map(), variable: undefined, leaves: [] };
}

function variableBranch<Leaf>(branch: Branch<Leaf>): Branch<Leaf> {
  branch.variable ??= createBranch<Leaf>();
  return branch.variable;
}

function literalBranch<Leaf>(branch: Branch<Leaf>, literal: string): Branch<Leaf> {
  const known = branch.literals.get(literal);
  if (known !== undefined) {
    return known;
  }
  const made = createBranch<Leaf>();
  branch.literals.set(literal, made);
  return made;
}

function descend<Leaf>(
  branch: Branch<Leaf>,
  segments: readonly string[],
  index: number,
  length: number,
): readonly Leaf[] {
  if (index === length) {
    return branch.leaves;
  }
  const literal = branch.literals.get(segments[index] ?? '');
  if (literal !== undefined) {
    const found = descend(literal, segments, index + 1, length);
    if (found.length > 0) {
      return found;
    }
  }
  return branch.variable === undefined ? [] : descend(branch.variable, segments, index + 1, length);
}
