import type { CoverageRow } from '../../../shared/inventory/inventory.ts';
import type { JsonObject } from '../../../shared/json.ts';
import type { ApiCall, KindApi, PartsApi } from '../../../shared/kinds/api.ts';
import { isKindId, kindById } from '../../../shared/kinds/index.ts';
import { VERTEX_SERVICE } from '../../../shared/kinds/vertex.ts';
import type { ResourceDocument } from '../../../shared/resource/document.ts';
import { withId } from '../../../shared/resource/resource-name.ts';
import type { ParsedName } from '../../../shared/resource/resource-name.ts';
import { fillCall, relativeName, resolutionOf } from './api-paths.ts';
import { describeFailure, failureOf } from './failure-row.ts';
import type { Page } from '../transport/transport.ts';
import { makeDocument } from './make-document.ts';
import type { NamedAnswer } from './make-document.ts';
import type { Session } from './session.ts';

type ReadableApi = Exclude<KindApi, { readonly unavailable: string }>;

/** Pages of a list that belongs to a resource; more than this is no list of versions or rules. */
const MOST_PAGES = 200;

/** What reading one resource gave. */
export interface LinkedAnswer extends NamedAnswer {
  /** Resources that came with it (a network's firewall rules). */
  readonly others: readonly NamedAnswer[];
  /** What could not be read beside the document. */
  readonly rows: readonly CoverageRow[];
}

/** How `readResource` ends where there is no document. */
export interface LinkedFailure {
  readonly facts: ReturnType<typeof describeFailure>;
}

/** Reads one resource by name, with its policy and the lists that belong to it. Never rejects because of the API. */
export async function readResource(name: ParsedName, session: Session): Promise<LinkedAnswer | LinkedFailure> {
  const { api, permissions } = kindById(name.kind);
  if ('unavailable' in api) {
    return { facts: { status: 'failed', error: api.unavailable } };
  }
  if (name.variables['project'] === '-' && api.get.path.includes('{name}')) {
    return { facts: { status: 'skipped', error: 'The name does not say in which project it is.' } };
  }
  try {
    const answer = await get(api.get, name, session);
    const made = makeDocument(name.kind, answer, { asked: name });
    return made === undefined
      ? { facts: { status: 'failed', error: 'The answer has no name.' } }
      : await complete(made, api, session);
  } catch (error) {
    const needs = { permission: permissions.get, role: permissions.role };
    return { facts: describeFailure(failureOf(error), name.kind, needs) };
  }
}

/** Asks which resource a name stands for that is no identity, such as an image's tag. Never rejects because of the API. */
export async function resolveResource(name: ParsedName, session: Session): Promise<ParsedName | LinkedFailure> {
  const { api, permissions, service } = kindById(name.kind);
  const resolve = 'unavailable' in api ? undefined : api.resolve;
  const resolution = resolutionOf(resolve, name);
  if (resolution === undefined) {
    return name;
  }
  const { path } = resolution;
  try {
    const answer = await session.call((signal) => session.options.transport.get({ service, path, signal }));
    const id = resolution.idOf(answer);
    const identity = id === undefined ? undefined : withId(name, id);
    return identity ?? { facts: { status: 'failed', error: 'The answer does not say which resource this is today.' } };
  } catch (error) {
    const needs = { permission: resolve?.permission, role: permissions.role };
    return { facts: describeFailure(failureOf(error), name.kind, needs) };
  }
}

/** Adds the lists that belong to a resource which was listed (a model's versions); undefined where there is nothing to add. */
export async function completeListed(made: NamedAnswer, session: Session): Promise<LinkedAnswer | undefined> {
  const { api } = kindById(made.name.kind);
  return 'unavailable' in api || api.parts === undefined ? undefined : complete(made, api, session);
}

async function complete(made: NamedAnswer, api: ReadableApi, session: Session): Promise<LinkedAnswer> {
  const [policy, ...parts] = await Promise.all([
    readPolicy(made, api, session),
    ...(api.parts ?? []).map((part) => readParts(part, made, session)),
  ]);
  const { document } = made;
  const fields = parts.flatMap((part) => Object.entries(part.fields));
  return {
    ...made,
    document: {
      ...document,
      data: fields.length === 0 ? document.data : { ...document.data, ...Object.fromEntries(fields) },
      ...(policy.policy === undefined ? {} : { iamPolicy: policy.policy }),
    },
    others: parts.flatMap(({ others }) => others),
    rows: [...policy.rows, ...parts.flatMap(({ rows }) => rows)],
  };
}

async function get(call: ApiCall, name: ParsedName, session: Session): Promise<JsonObject> {
  const { service } = kindById(name.kind);
  const { path, query } = fillCall(call, name);
  const { location } = name;
  const isRegional = service === VERTEX_SERVICE;
  return session.call((signal) =>
    session.options.transport.get({
      service,
      path,
      query,
      signal,
      ...(isRegional && location !== undefined ? { location } : {}),
    }),
  );
}

async function readPolicy(
  { name }: NamedAnswer,
  api: ReadableApi,
  session: Session,
): Promise<{ readonly policy?: JsonObject; readonly rows: readonly CoverageRow[] }> {
  const { service, permissions } = kindById(name.kind);
  const { policy } = api;
  if (policy === undefined) {
    return { rows: [] };
  }
  const spelling = session.names.spellings(name).find((each) => session.policies.has(each));
  const known = spelling === undefined ? undefined : session.policies.get(spelling);
  if (known !== undefined) {
    return { policy: known, rows: [] };
  }
  const { path, query } = fillCall(policy, name);
  const { transport } = session.options;
  try {
    const answer = await session.call((signal) =>
      policy.verb === 'POST'
        ? transport.post({ service, path, query, signal, body: { options: { requestedPolicyVersion: 3 } } })
        : transport.get({ service, path, query, signal }),
    );
    return { policy: answer, rows: [] };
  } catch (error) {
    const needs = { permission: permissions.policy, role: permissions.policyRole ?? permissions.role };
    return { rows: [partRow(name, name.kind, 'iam-policy', describeFailure(failureOf(error), name.kind, needs))] };
  }
}

interface PartsAnswer {
  readonly fields: JsonObject;
  readonly others: readonly NamedAnswer[];
  readonly rows: readonly CoverageRow[];
}

async function readParts(part: PartsApi, { name, document }: NamedAnswer, session: Session): Promise<PartsAnswer> {
  const kind = kindById(name.kind);
  const as = part.as;
  const partKind = 'kind' in as && isKindId(as.kind) ? as.kind : undefined;
  try {
    const items = await allPages(part, name, document, session);
    if (partKind !== undefined) {
      const facts = name.project === undefined ? {} : { project: name.project };
      return { fields: {}, others: items.flatMap((item) => makeDocument(partKind, item, facts) ?? []), rows: [] };
    }
    const isWorth = items.length >= (part.atLeast ?? 1) && 'field' in as;
    return { fields: isWorth ? { [as.field]: items } : {}, others: [], rows: [] };
  } catch (error) {
    const { role } = kindById(partKind ?? name.kind).permissions;
    const facts = describeFailure(failureOf(error), kind.id, { permission: part.permission, role });
    return { fields: {}, others: [], rows: [partRow(name, partKind ?? name.kind, 'parts', facts)] };
  }
}

async function allPages(
  part: PartsApi,
  name: ParsedName,
  document: ResourceDocument,
  session: Session,
): Promise<readonly JsonObject[]> {
  const { api, id, service } = kindById(name.kind);
  const { transport } = session.options;
  const isVertex = 'list' in api && api.list?.place === 'vertex-location';
  const { path, query } = fillCall(part, name, document.data);
  const items: JsonObject[] = [];
  let pageToken: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const token = pageToken === undefined ? {} : { pageToken };
    const page: Page = await session.call((signal) =>
      isVertex
        ? transport.listPage({ kind: id, parent: relativeName(name), signal, ...token })
        : transport.list({ service, path, query, collectionKey: part.key, signal, ...token }),
    );
    items.push(...page.items);
    pageToken = page.nextPageToken;
    if (pageToken === undefined) {
      break;
    }
  }
  return items;
}

/** Row about one resource. */
export function resourceRow(name: ParsedName, facts: ReturnType<typeof describeFailure>): CoverageRow {
  return {
    project: name.project ?? '-',
    location: name.location ?? '-',
    kind: name.kind,
    count: 0,
    resource: name.name,
    ...facts,
  };
}

function partRow(
  name: ParsedName,
  kind: CoverageRow['kind'],
  aspect: NonNullable<CoverageRow['aspect']>,
  facts: ReturnType<typeof describeFailure>,
): CoverageRow {
  return { ...resourceRow(name, facts), kind, aspect };
}
