import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A message or enumeration of protobuf.js' JSON form of Google's definitions. */
interface ProtoNode {
  readonly fields?: Readonly<Record<string, ProtoField>>;
  readonly values?: Readonly<Record<string, number>>;
  readonly nested?: Readonly<Record<string, ProtoNode>>;
}

interface ProtoField {
  readonly type: string;
  readonly rule?: string;
  readonly keyType?: string;
}

/** Package of Vertex AI's version 1, in which type names without a package are looked up. */
const VERTEX_PACKAGE = ['google', 'cloud', 'aiplatform', 'v1'];

/** Types whose JSON is free, so that nothing below them is defined; times and durations are written as text. */
const FREE_TYPES = new Set([
  'google.protobuf.Value',
  'google.protobuf.Struct',
  'google.protobuf.ListValue',
  'google.protobuf.Any',
  'google.protobuf.Timestamp',
  'google.protobuf.Duration',
]);

/** Reads the definitions that Google ships in `@google-cloud/aiplatform`. */
export function readVertexDefinitions(): ProtoNode {
  const file = createRequire(import.meta.url).resolve('@google-cloud/aiplatform/build/protos/protos.json');
  return JSON.parse(readFileSync(file, 'utf8')) as ProtoNode;
}

/**
 * Follows a field path from a message of Vertex AI's API. Returns undefined when it leads to a value and every part is defined as
 * the path says (`[]` for lists, `*` for maps), or else what is wrong.
 */
export function wrongFieldOf(root: ProtoNode, message: string, path: string): string | undefined {
  let scope = [...VERTEX_PACKAGE, message];
  const parts = path.split('.').map(readPart);
  for (const [index, part] of parts.entries()) {
    if (part.wildcard) {
      continue;
    }
    const field: ProtoField | undefined = nodeAt(root, scope)?.fields?.[part.name];
    const next = parts[index + 1];
    const problem = field === undefined ? `has no field ${part.name}` : wrongShape(field, part, next);
    if (field === undefined || problem !== undefined) {
      return `${scope.at(-1)} ${problem}`;
    }
    if (FREE_TYPES.has(field.type)) {
      return undefined;
    }
    scope = resolveType(root, scope, field.type);
    const fields = nodeAt(root, scope)?.fields;
    const deeper = parts.slice(index + 1).some(({ wildcard }) => !wildcard);
    if (fields === undefined && deeper) {
      return `${part.name} has no fields`;
    }
    if (fields !== undefined && next === undefined) {
      return `${part.name} is a message`;
    }
    if (fields === undefined) {
      return undefined;
    }
  }
  return undefined;
}

interface PathPart {
  readonly name: string;
  readonly list: boolean;
  readonly wildcard: boolean;
}

function readPart(text: string): PathPart {
  const list = text.endsWith('[]');
  return { name: list ? text.slice(0, -2) : text, list, wildcard: text === '*' || text === '**' };
}

function wrongShape(field: ProtoField, part: PathPart, next: PathPart | undefined): string | undefined {
  if (part.list && field.rule !== 'repeated') {
    return `has no list ${part.name}`;
  }
  if (!part.list && field.rule === 'repeated' && next?.name !== '**') {
    return `has a list ${part.name}`;
  }
  if (field.keyType !== undefined && next?.wildcard !== true) {
    return `has a map ${part.name}`;
  }
  return field.keyType === undefined && next?.name === '*' ? `has no map ${part.name}` : undefined;
}

/** Full name of a field's type, looked up from the innermost scope outwards; the name itself for scalars. */
function resolveType(root: ProtoNode, scope: readonly string[], type: string): string[] {
  const name = type.split('.');
  for (let depth = scope.length; depth > 0; depth -= 1) {
    const path = [...scope.slice(0, depth), ...name];
    if (nodeAt(root, path) !== undefined) {
      return path;
    }
  }
  return name;
}

function nodeAt(root: ProtoNode, path: readonly string[]): ProtoNode | undefined {
  let node: ProtoNode | undefined = root;
  for (const part of path) {
    node = node?.nested?.[part];
  }
  return node;
}
