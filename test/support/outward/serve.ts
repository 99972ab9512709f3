/** Another system that a test plays, as an HTTP server of this machine. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Asked = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};
export type Answered = { readonly status: number; readonly headers?: Headers; readonly text: string };
export type Served = { readonly url: string; stop(): void };

/** `answer` gives null to cut the connection; for as long as it gives nothing, there is no answer. */
export async function serve(answer: (asked: Asked) => Promise<Answered | null>): Promise<Served> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method, url: path = '', headers } = request;
    const body = Buffer.concat(chunks).toString();
    const answered = await answer({ method: method === 'GET' ? 'GET' : 'POST', path, headers: textOnly(headers), body });
    if (!answered) return void response.destroy();
    response.writeHead(answered.status, { 'content-type': 'application/json', ...Object.fromEntries(answered.headers ?? []) });
    response.end(answered.text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const textOnly = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
