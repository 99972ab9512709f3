/** The connections of the HTTP server: how many may be there without a valid token, and how they end when the bot stops. */
import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { setTimeout as sleepFor } from 'node:timers/promises';

/** With more of them, one is closed: the oldest of the address that has most. The others that the server takes are Teams'. */
const MOST_STRANGERS = 500;

export function watchConnections(server: Server) {
  /** Connections that have not brought a valid token, with their addresses, the oldest first. */
  const strangers = new Map<Socket, string>();
  const answering = new Set<ServerResponse>();
  let stopping = false;

  server.on('connection', (socket) => {
    strangers.set(socket, socket.remoteAddress ?? '');
    socket.once('close', () => strangers.delete(socket));
    if (strangers.size > MOST_STRANGERS) oldestOfMost()?.destroy();
  });
  server.prependListener('request', (_request, response) => {
    answering.add(response);
    response.once('close', () => answering.delete(response));
    if (stopping) endAfter(response);
  });

  return {
    /** This connection has brought a valid token. */
    trust: (socket: Socket) => void strangers.delete(socket),
    /** Answers what was asked, and closes each connection with its answer. `graceMs`: before connections without a request are closed. */
    async close(graceMs = 0) {
      stopping = true;
      answering.forEach(endAfter);
      // Only stops listening: the server's own `close` would also end connections on which a request is just arriving.
      const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
      await sleepFor(graceMs);
      server.close();
      const busy = new Set([...answering].map(({ socket }) => socket));
      // Node closes connections that wait for their next request, but not those that never sent one.
      for (const socket of strangers.keys()) if (!busy.has(socket)) socket.destroy();
      await closed;
    },
  };

  function oldestOfMost(): Socket | undefined {
    const [most] = [...Map.groupBy(strangers, ([, address]) => address).values()].sort((a, b) => b.length - a.length);
    return most?.[0]?.[0];
  }
}

function endAfter(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}
