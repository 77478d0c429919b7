import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A stretch of network on the way to a server, which can be cut. */
export interface Relay {
  /** On 127.0.0.1. */
  readonly port: number;
  /** Ends every connection in the middle of what it carries; new ones are ended as well until `mend`. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** Starts a relay to a port of 127.0.0.1; the caller closes it. */
export async function startRelay(target: number): Promise<Relay> {
  const sockets = new Set<Socket>();
  let isCut = false;
  function cut(): void {
    for (const socket of sockets) socket.resetAndDestroy();
  }
  const server = createServer((client) => {
    if (isCut) {
      client.resetAndDestroy();
      return;
    }
    const far = connect(target, '127.0.0.1');
    for (const [socket, other] of [
      [client, far],
      [far, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    port: address.port,
    cut() {
      isCut = true;
      cut();
    },
    mend() {
      isCut = false;
    },
    async close() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      cut();
      await closed;
    },
  };
}
