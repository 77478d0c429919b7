import { constants } from 'node:http2';
import type { IncomingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import type protobuf from 'protobufjs';
import { ApiFailure, STATUS } from './api-failure.ts';
import type { Engine, Outcome } from './engine.ts';
import { decodeRequest, encodeResponse, encodeStatus } from './grpc-messages.ts';
import { locationOfHost } from './location-check.ts';
import { findRpc } from './protos.ts';
import { findVertexMethod } from './routes.ts';

/**
 * Answers unary gRPC calls (https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md), on the bare HTTP/2 stream: so the
 * faults can do what no well-behaved server library would. `anonymous` lets calls without a token pass, since clients send
 * none over cleartext; a wrong token is refused all the same.
 */
export function createGrpcListener(
  engine: Engine,
  anonymous: boolean,
): (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => void {
  return (stream, headers) => {
    stream.on('error', () => stream.destroy());
    const chunks: Uint8Array[] = [];
    stream.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    stream.on('end', () => {
      answer(engine, anonymous, stream, headers, Buffer.concat(chunks)).catch(() =>
        stream.close(constants.NGHTTP2_INTERNAL_ERROR),
      );
    });
  };
}

async function answer(
  engine: Engine,
  anonymous: boolean,
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  body: Uint8Array,
): Promise<void> {
  const [, service = '', method = ''] = (headers[':path'] ?? '').split('/');
  const rpc = findRpc(service, method)?.resolve();
  const operation = findVertexMethod(method);
  if (rpc === undefined || !('resolvedRequestType' in rpc) || operation === undefined) {
    sendFailure(stream, new ApiFailure('UNIMPLEMENTED', `The fake has no method ${service}/${method}.`));
    return;
  }
  const { resolvedRequestType, resolvedResponseType } = rpc as protobuf.Method;
  if (resolvedRequestType === null || resolvedResponseType === null) {
    throw new Error(`The messages of ${method} are unknown.`);
  }
  const host = (headers[':authority'] ?? '').replace(/:\d+$/u, '');
  const { name, parameters } = decodeRequest(resolvedRequestType, body.subarray(FRAME_HEAD));
  const userProject = headers['x-goog-user-project'];
  const { outcome, done } = engine.handle({
    operation,
    request: {
      name,
      parameters,
      body: {},
      endpointLocation: locationOfHost(host),
      userProject: typeof userProject === 'string' ? userProject : undefined,
    },
    transport: 'grpc',
    host,
    authorization: headers.authorization,
    anonymous,
    userAgent: headers['user-agent'],
  });
  stream.on('close', done);
  const found = await outcome;
  if (!stream.destroyed) {
    writeOutcome(stream, found, resolvedResponseType);
  }
}

/** A compression flag and four bytes of length stand before each message. */
const FRAME_HEAD = 5;
const GRPC_HEADERS = { ':status': 200, 'content-type': 'application/grpc' };

function writeOutcome(stream: ServerHttp2Stream, outcome: Outcome, type: protobuf.Type): void {
  switch (outcome.type) {
    case 'answer': {
      const message = encodeResponse(type, outcome.body);
      const head = Buffer.alloc(FRAME_HEAD);
      head.writeUInt32BE(message.length, 1);
      const frame = Buffer.concat([head, message]);
      if (outcome.truncated) {
        stream.respond(GRPC_HEADERS);
        stream.end(frame.subarray(0, Math.floor(frame.length / 2)));
      } else {
        sendFrame(stream, frame);
      }
      return;
    }
    case 'failure':
      sendFailure(stream, outcome.failure);
      return;
    case 'html':
      stream.respond({ ':status': 502, 'content-type': 'text/html; charset=UTF-8' });
      stream.end('<!DOCTYPE html><title>502 Server Error</title>');
      return;
    case 'empty':
      sendFrame(stream, Buffer.alloc(0));
      return;
    case 'reset':
      stream.session?.destroy();
      return;
    case 'hang':
      return;
  }
}

function sendFrame(stream: ServerHttp2Stream, frame: Uint8Array): void {
  stream.respond(GRPC_HEADERS, { waitForTrailers: true });
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
  stream.end(frame);
}

function sendFailure(stream: ServerHttp2Stream, failure: ApiFailure): void {
  stream.respond(
    {
      ...GRPC_HEADERS,
      'grpc-status': String(STATUS[failure.status].grpc),
      'grpc-message': encodeMessageText(failure.message),
      'grpc-status-details-bin': Buffer.from(encodeStatus(failure)).toString('base64'),
    },
    { endStream: true },
  );
}

/** gRPC escapes only what is not printable ASCII, and the percent sign. */
function encodeMessageText(text: string): string {
  return text.replaceAll(/[^ -$&-~]+/gu, encodeURIComponent);
}
