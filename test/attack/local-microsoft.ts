/**
 * Loaded (by --import) into the bot that is attacked: Microsoft's three hosts are on this machine, without TLS, so the real
 * program runs with its real settings. Whatever else it wants to speak to is refused and told.
 */
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';

const ports = JSON.parse(process.env.LOCAL_MICROSOFT ?? '{}') as Record<string, number>;
const tell = (message: object) => void process.send?.(message);

type Wanted = { host?: string; hostname?: string; port?: number | string };
const connectLocally = ({ host, hostname }: Wanted) => {
  const name = host ?? hostname ?? '';
  const port = ports[name];
  if (port === undefined) tell({ strange: name });
  return net.connect({ host: '127.0.0.1', port: port ?? 1 });
};
for (const { Agent } of [http, https]) Object.assign(Agent.prototype, { createConnection: connectLocally });
globalThis.fetch = async (input) => {
  tell({ strange: String(input instanceof Request ? input.url : input) });
  throw new Error('not while attacked');
};

process.on('message', (message) => {
  if (message !== 'measure') return;
  // The last resort gives back to the system what is not held; an ordinary collection keeps it for later.
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  const { rss, heapUsed, external } = process.memoryUsage();
  tell({ memory: { rss, held: heapUsed + external } });
});
