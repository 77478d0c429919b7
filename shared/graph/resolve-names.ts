import type { JsonObject } from '../json.ts';
import { kindById } from '../kinds/index.ts';
import type { FieldPath } from '../kinds/kind.ts';
import { pathSteps, stringsAt } from '../links/field-path.ts';
import type { Facts } from '../links/pool-facts.ts';
import type { ProjectAliases } from '../resource/project-aliases.ts';
import { parseResourceName, withId, withProject } from '../resource/resource-name.ts';
import type { ParsedName, ResourceName } from '../resource/resource-name.ts';
import type { NodeId } from './graph.ts';
import type { NamedDocument } from './project-ties.ts';

/** The node a name stands for. */
export interface ResolvedName {
  readonly id: NodeId;
  /** The name as the node's id spells it. */
  readonly parsed: ParsedName;
  /** The name is a tag, a unique id or a numeric id, which documents of the inventory tie to the node. */
  readonly throughAlias: boolean;
  /** Facts of an evidence that names the node by a name which was looked up when the document was read (an image's tag): what it
   * stood for, and when. It may have stood for something else before. */
  readonly lookedUp?: Facts;
}

/** Brings all spellings of one resource to one node id. */
export interface NameResolver {
  resolve(parsed: ParsedName): ResolvedName;
  /** Every spelling met or given by a document that is not a node id itself, with the node it stands for. */
  aliases(): ReadonlyMap<string, NodeId>;
}

/** What a document says about another name of its resource; of several documents that claim one name, the newest has it. */
interface AliasClaim {
  readonly target: ParsedName;
  /** RFC 3339; empty where the document does not say. */
  readonly since: string;
  /** RFC 3339, where the name was looked up. */
  readonly lookedUpTime?: string;
}

/** Learns the aliases that the documents give. The result does not depend on the order of the documents. */
export function createNameResolver(documents: readonly NamedDocument[], projects: ProjectAliases): NameResolver {
  const claims = new Map<string, AliasClaim>();
  for (const named of documents) {
    const target = canonicalProject(named.name, projects);
    for (const alias of aliasesOf(named)) {
      const spelled = canonicalProject(alias.name, projects).name;
      const claim: AliasClaim = {
        target,
        since: alias.since,
        ...(alias.lookedUpTime === undefined ? {} : { lookedUpTime: alias.lookedUpTime }),
      };
      const known = claims.get(spelled);
      if (spelled !== target.name && (known === undefined || isNewer(claim, known))) {
        claims.set(spelled, claim);
      }
    }
  }
  const resolved = new Map<string, ResolvedName>();
  return {
    aliases() {
      const aliases = new Map<string, NodeId>();
      for (const [spelled, { target }] of claims) {
        aliases.set(spelled, nodeId((claims.get(target.name)?.target ?? target).name));
      }
      for (const [spelled, { id }] of resolved) {
        if (spelled !== (id as string)) {
          aliases.set(spelled, id);
        }
      }
      return aliases;
    },
    resolve(parsed) {
      const known = resolved.get(parsed.name);
      if (known !== undefined) {
        return known;
      }
      const spelled = canonicalProject(parsed, projects);
      const claim = claims.get(spelled.name);
      const target = claim === undefined ? spelled : (claims.get(claim.target.name)?.target ?? claim.target);
      const result: ResolvedName = {
        id: nodeId(target.name),
        parsed: target,
        throughAlias: claim !== undefined,
        ...(claim?.lookedUpTime === undefined
          ? {}
          : { lookedUp: { resolvesTo: target.id, resolvedTime: claim.lookedUpTime } }),
      };
      resolved.set(parsed.name, result);
      return result;
    },
  };
}

/** A canonical full name is a node's id. */
function nodeId(name: ResourceName): NodeId {
  return name as string as NodeId;
}

function canonicalProject(parsed: ParsedName, projects: ProjectAliases): ParsedName {
  return parsed.project === undefined ? parsed : withProject(parsed, projects.canonical(parsed.project));
}

function isNewer(claim: AliasClaim, known: AliasClaim): boolean {
  return claim.since === known.since ? claim.target.name > known.target.name : claim.since > known.since;
}

interface Alias {
  readonly name: ParsedName;
  readonly since: string;
  readonly lookedUpTime?: string;
}

const NO_ALIASES: readonly Alias[] = [];

function aliasesOf({ document, name }: NamedDocument): readonly Alias[] {
  const { kind, data } = document;
  const fields = kindById(kind).aliases;
  if (fields === undefined && document.aliases === undefined) {
    return NO_ALIASES;
  }
  const given = (document.aliases ?? []).flatMap((alias) => parseResourceName(alias, { kinds: [kind] }) ?? []);
  const { aliasTime } = document;
  const lookedUp = aliasTime === undefined ? {} : { lookedUpTime: aliasTime };
  if (fields === undefined) {
    const since = aliasTime ?? document.updateTime ?? '';
    return given.length === 0 ? NO_ALIASES : given.map((alias) => ({ name: alias, since, ...lookedUp }));
  }
  const inAnyProject = { ...name, variables: { ...name.variables, project: '-' } };
  const ids = stringsOf(data, fields.ids).flatMap((id) => [withId(name, id) ?? [], withId(inAnyProject, id) ?? []]);
  const names = stringsOf(data, fields.names).flatMap((value) => parseResourceName(value, { kinds: [kind] }) ?? []);
  const path = name.id.split('@', 1)[0] ?? '';
  const tags = stringsOf(data, fields.tags === undefined ? [] : [fields.tags]).flatMap(
    (tag) => withId(name, `${path}:${tag}`) ?? [],
  );
  const [since = document.updateTime ?? ''] = stringsOf(data, fields.since === undefined ? [] : [fields.since]);
  return [
    ...given.map((alias) => ({ name: alias, since: aliasTime ?? since, ...lookedUp })),
    ...[...ids.flat(), ...names, ...tags].map((alias) => ({ name: alias, since })),
  ];
}

function stringsOf(data: JsonObject, paths: readonly FieldPath[] = []): readonly string[] {
  return paths.flatMap((path) => stringsAt(data, pathSteps(path)));
}
