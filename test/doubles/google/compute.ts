import type { JsonObject, JsonValue } from '../../../shared/json.ts';
import { ApiFailure, invalidArgument } from './api-failure.ts';
import type { EstateDocument } from './estate.ts';
import type { ApiContext, ApiRequest, Operation } from './operation.ts';
import { answerPage, restOperation } from './rest-operation.ts';

const SERVICE = 'compute.googleapis.com';
const SIZES = { default: 500, maximum: 500 };

/** Collection, message of the RPC's name, and where the collection lies. */
const RESOURCES = [
  ['networks', 'Network', 'global'],
  ['firewalls', 'Firewall', 'global'],
  ['addresses', 'GlobalAddress', 'global'],
  ['addresses', 'Address', 'regions/[^/]+'],
  ['subnetworks', 'Subnetwork', 'regions/[^/]+'],
  ['networkAttachments', 'NetworkAttachment', 'regions/[^/]+'],
  ['reservations', 'Reservation', 'zones/[^/]+'],
] as const;

/** Compute Engine v1: what networks consist of. Errors have the older form; resources answer to their number too. */
export const COMPUTE_OPERATIONS: readonly Operation[] = [
  ...RESOURCES.flatMap(([collection, message, place]) => [
    operation(`Get${message}`, `${collection}.get`, `(?<name>projects/[^/]+/${place}/${collection}/[^/]+)`, get),
    operation(
      `List${message}s`,
      `${collection}.list`,
      `(?<name>projects/[^/]+/${place})/${collection}`,
      (request, context) => list(request, context, collection),
    ),
  ]),
  ...(['subnetworks', 'networkAttachments', 'addresses', 'reservations'] as const).map((collection) =>
    operation(`AggregatedList`, `${collection}.list`, `(?<name>projects/[^/]+/aggregated/${collection})`, aggregate),
  ),
];

function operation(method: string, permission: string, path: string, answer: Operation['answer']): Operation {
  return restOperation({
    service: SERVICE,
    method,
    path: new RegExp(`^compute/v1/${path}$`, 'u'),
    permission: `compute.${permission}`,
    errors: 'legacy',
    answer,
  });
}

function get(request: ApiRequest, context: ApiContext): JsonObject {
  checkProject(request, context);
  const full = `//${SERVICE}/${request.name}`;
  const parts = full.split('/');
  const document =
    context.world.get(full) ??
    context.world
      .list(parts.slice(0, -2).join('/'), parts.at(-2) ?? '')
      .find((candidate) => candidate.data['id'] === parts.at(-1));
  if (document === undefined) {
    throw new ApiFailure('NOT_FOUND', `The resource '${request.name}' was not found`);
  }
  return document.data;
}

function list(request: ApiRequest, context: ApiContext, collection: string): JsonObject {
  checkProject(request, context);
  const matches = compileComputeFilter(request.parameters['filter'] ?? '');
  const all = context.world.list(`//${SERVICE}/${request.name}`, collection).filter(({ data }) => matches(data));
  return {
    kind: `compute#${collection.slice(0, -1)}List`,
    id: `${request.name}/${collection}`,
    ...answerPage(all, 'items', SIZES, request, context),
    selfLink: `https://www.googleapis.com/compute/v1/${request.name}/${collection}`,
  };
}

/** All regions (or zones) of a project, grouped by where they lie. */
function aggregate(request: ApiRequest, context: ApiContext): JsonObject {
  checkProject(request, context);
  const [, project = '', , collection = ''] = request.name.split('/');
  const matches = compileComputeFilter(request.parameters['filter'] ?? '');
  const start = context.world.normalise(`//${SERVICE}/projects/${project}/`);
  const groups = new Map<string, EstateDocument[]>();
  for (const document of context.world.all()) {
    const [place, found] = splitPlace(context.world.normalise(document.name), start);
    if (found === collection && matches(document.data)) {
      groups.set(place, [...(groups.get(place) ?? []), document]);
    }
  }
  const items = [...groups].map(([place, documents]) => [place, { [collection]: documents.map(({ data }) => data) }]);
  return { kind: `compute#${collection.slice(0, -1)}AggregatedList`, items: Object.fromEntries(items) };
}

function splitPlace(name: string, start: string): readonly [place: string, collection: string] {
  if (!name.startsWith(start)) {
    return ['', ''];
  }
  const parts = name.slice(start.length).split('/');
  return parts[0] === 'global' ? ['global', parts[1] ?? ''] : [parts.slice(0, 2).join('/'), parts[2] ?? ''];
}

function checkProject(request: ApiRequest, context: ApiContext): void {
  const id = request.name.split('/')[1] ?? '';
  if (context.world.project(id) === undefined) {
    throw new ApiFailure('NOT_FOUND', `The resource 'projects/${id}' was not found`);
  }
}

/** Compute's own filters: `field = "value"`, `field eq value`, several joined by AND or each in parentheses. */
function compileComputeFilter(text: string): (data: JsonObject) => boolean {
  if (text.trim() === '') {
    return () => true;
  }
  const tests = text
    .split(/\s+AND\s+|\)\s*\(/u)
    .map((part) => part.trim().replaceAll(/^\(|\)$/gu, ''))
    .map((part) => {
      const found = /^(?<field>\w+)\s*(?<operator>=|!=|\beq\b|\bne\b)\s*"?(?<value>[^"]*)"?$/u.exec(part)?.groups;
      if (found === undefined) {
        throw invalidArgument(`Invalid value for field 'filter': '${text}'. Invalid list filter expression.`);
      }
      const { field = '', operator, value = '' } = found;
      return (data: JsonObject) =>
        (comparable(data[field]) === comparable(value)) === (operator === '=' || operator === 'eq');
    });
  return (data) => tests.every((test) => test(data));
}

/** The two hosts of a selfLink are the same resource. */
function comparable(value: JsonValue | undefined): string {
  return (typeof value === 'string' ? value : JSON.stringify(value ?? '')).replace(
    'https://compute.googleapis.com/',
    'https://www.googleapis.com/',
  );
}
