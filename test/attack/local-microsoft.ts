/**
 * Loaded (by --import) into the bot that is attacked: redirects Microsoft's four hosts to this machine, without TLS, so that
 * the real program runs with its real settings. Connections to other hosts fail and are reported.
 */
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';

const ports = JSON.parse(process.env.LOCAL_MICROSOFT ?? '{}') as Record<string, number>;
const report = (message: object) => void process.send?.(message);

type Wanted = { host?: string; hostname?: string; port?: number | string };
const connectLocally = ({ host, hostname }: Wanted) => {
  const name = host ?? hostname ?? '';
  const port = ports[name];
  if (port === undefined) report({ strange: name });
  return net.connect({ host: '127.0.0.1', port: port ?? 1 });
};
for (const { Agent } of [http, https]) Object.assign(Agent.prototype, { createConnection: connectLocally });
const realFetch = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const { href, hostname, pathname, search } = new URL(String(input instanceof Request ? input.url : input));
  const port = ports[hostname];
  // 0: the host itself.
  if (port === 0) return await realFetch(input, init);
  if (port !== undefined) return await realFetch(`http://127.0.0.1:${port}${pathname}${search}`, init);
  report({ strange: href });
  throw new Error('not while attacked');
};

process.on('message', (message) => {
  if (message !== 'measure') return;
  // 'last-resort' returns free memory to the system; an ordinary collection keeps it.
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  const { rss, heapUsed, external } = process.memoryUsage();
  report({ memory: { rss, held: heapUsed + external } });
});
