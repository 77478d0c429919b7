import { createServer } from 'node:http';
import { createServer as createHttp2Server } from 'node:http2';
import { connect } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Certificates } from './certificates.ts';
import type { Engine } from './engine.ts';
import { createGrpcListener } from './grpc-server.ts';
import { createRestListener } from './rest-server.ts';

/** A server on 127.0.0.1 and a port the system chose. */
export interface LoopbackServer {
  readonly port: number;
  /** Cuts every connection and stops listening. */
  close(): Promise<void>;
}

/** REST over cleartext HTTP/1.1. */
export async function startRestServer(engine: Engine): Promise<LoopbackServer> {
  return await listen(createServer(createRestListener(engine)));
}

/** gRPC over cleartext HTTP/2. */
export async function startGrpcServer(engine: Engine): Promise<LoopbackServer> {
  const server = createHttp2Server();
  server.on('stream', createGrpcListener(engine, true));
  return await listen(server);
}

/** gRPC (HTTP/2) and REST (HTTP/1.1) over TLS, on one port as Google has it: the client's ALPN says which. */
export async function startTlsServer(engine: Engine, { key, certificate }: Certificates): Promise<LoopbackServer> {
  const rest = createServer(createRestListener(engine));
  const grpc = createHttp2Server();
  grpc.on('stream', createGrpcListener(engine, false));
  const server = createTlsServer({ key, cert: certificate, ALPNProtocols: ['h2', 'http/1.1'] }, (socket) => {
    (socket.alpnProtocol === 'h2' ? grpc : rest).emit('connection', socket);
  });
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  return await listen(server);
}

/** An HTTP proxy (CONNECT) for which every host below googleapis.com is at the given port; it refuses all others. */
export async function startProxy(tlsPort: number, onConnect: (target: string) => void): Promise<LoopbackServer> {
  const proxy = createServer((_request, response) => response.writeHead(405).end());
  proxy.on('connect', (request, client: Socket, head) => {
    const target = request.url ?? '';
    onConnect(target);
    if (!/^[a-z0-9.-]+\.googleapis\.com:443$/u.test(target)) {
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const server = connect(tlsPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      server.write(head);
      server.pipe(client).pipe(server);
    });
    server.on('error', () => client.destroy());
    client.on('error', () => server.destroy());
  });
  return await listen(proxy);
}

async function listen(server: Server): Promise<LoopbackServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    port: address.port,
    async close() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      for (const socket of sockets) {
        socket.destroy();
      }
      await closed;
    },
  };
}
