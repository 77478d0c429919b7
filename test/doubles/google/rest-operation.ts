import { isJsonObject } from '../../../shared/json.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { permissionDenied } from './api-failure.ts';
import type { EstateDocument, EstateProject } from './estate.ts';
import type { ApiContext, ApiRequest, Operation } from './operation.ts';
import { takePage } from './paging.ts';

/** What a REST operation has besides the usual. */
interface RestOperation {
  readonly service: string;
  readonly method: string;
  readonly path: RegExp;
  readonly permission: string;
  readonly answer: Operation['answer'];
  readonly verb?: Operation['verb'];
  readonly errors?: Operation['errors'];
}

/** An operation that takes a bearer token, by GET and with errors of the current form unless said otherwise. */
export function restOperation(options: RestOperation): Operation {
  return { verb: 'GET', errors: 'current', authenticated: true, ...options };
}

/** One page of a list as the API answers it; an empty list has no key. `shape` makes the item of a
 * document: its data if not given. */
export function answerPage(
  all: readonly EstateDocument[],
  key: string,
  sizes: { readonly default: number; readonly maximum: number },
  request: ApiRequest,
  context: ApiContext,
  shape: (document: EstateDocument) => JsonObject = (document) => document.data,
): JsonObject {
  const { items, nextPageToken } = takePage(
    all,
    {
      pageSize: request.parameters['pageSize'] ?? request.parameters['maxResults'],
      pageToken: request.parameters['pageToken'],
      list: `${context.world.normalise(request.name)}/${key}?${request.parameters['filter'] ?? ''}`,
      defaultSize: sizes.default,
      maximumSize: sizes.maximum,
      continuation: context.continuation,
    },
    context.pageTokens,
  );
  return {
    ...(items.length === 0 ? {} : { [key]: items.map(shape) }),
    ...(nextPageToken === undefined ? {} : { nextPageToken }),
  };
}

/** The project a relative name begins with; IAM refuses where there is none. */
export function projectOf(service: string, request: ApiRequest, context: ApiContext): EstateProject {
  const id = /(?:^|\/)projects\/([^/:]+)/u.exec(request.name)?.[1] ?? '';
  const project = context.world.project(id);
  if (project === undefined) {
    throw permissionDenied(service, 'resourcemanager.projects.get', `projects/${id}`);
  }
  return project;
}

/** The policy version a POST (in `options` of the body) or GET (`options.requestedPolicyVersion`) asks for. */
export function requestedPolicyVersion(request: ApiRequest): string {
  const options = request.body['options'];
  const inBody = isJsonObject(options) ? options['requestedPolicyVersion'] : undefined;
  return typeof inBody === 'number' ? String(inBody) : (request.parameters['options.requestedPolicyVersion'] ?? '0');
}
