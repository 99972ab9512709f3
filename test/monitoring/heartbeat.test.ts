/** The call to the outside while all is well, over real HTTP. */
import { createServer, type OutgoingHttpHeaders, type RequestListener, type ServerResponse } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHeartbeat } from '../../src/monitoring/heartbeat.ts';
import { type LogLine, silentLog } from '../support/log/silent-log.ts';

/** A server that answers so; `paths`: what was asked for. */
async function serve(answer: RequestListener): Promise<{ url: string; paths: string[] }> {
  const paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as { port: number }).port}`, paths };
}

/** In two statements: restify, which another file may have loaded, lets writeHead return nothing. */
function answerWith(response: ServerResponse, status: number, headers: OutgoingHttpHeaders = {}): void {
  response.writeHead(status, headers);
  response.end();
}

const said = (log: LogLine[]) => log.map(({ level, message }) => `${level}: ${message}`);
const NOT_HEARD = 'warn: the heartbeat failed; trying again after each good check';

describe('the heartbeat', () => {
  it('asks for its address', async () => {
    const { url, paths } = await serve((_request, response) => response.end('OK'));
    const log: LogLine[] = [];
    const beat = createHeartbeat({ url: `${url}/ping/secret?from=desk`, log: silentLog(log) });
    await beat();
    await beat();
    expect(paths).toEqual(['GET /ping/secret?from=desk', 'GET /ping/secret?from=desk']);
    expect(log).toEqual([]);
  });

  it('does nothing without an address', async () => {
    const log: LogLine[] = [];
    await createHeartbeat({ url: '', log: silentLog(log) })();
    expect(log).toEqual([]);
  });

  it('that is refused is logged once, and its return once, without the secret of the address', async () => {
    let status = 404;
    const { url } = await serve((_request, response) => answerWith(response, status));
    const log: LogLine[] = [];
    const beat = createHeartbeat({ url: `${url}/ping/secret`, log: silentLog(log) });
    for (status of [404, 500, 200, 200, 500]) await beat();
    expect(said(log)).toEqual([NOT_HEARD, 'info: the heartbeat succeeds again', NOT_HEARD]);
    expect(log[0]?.fields).toMatchObject({ err: new Error(`${new URL(url).host} answered 404`) });
    for (const { fields } of log) expect(JSON.stringify(fields, Object.getOwnPropertyNames(Error.prototype))).not.toContain('secret');
  });

  it('follows no redirection', async () => {
    const elsewhere = await serve((_request, response) => response.end('OK'));
    const { url } = await serve((_request, response) => answerWith(response, 302, { location: elsewhere.url }));
    const log: LogLine[] = [];
    await createHeartbeat({ url, log: silentLog(log) })();
    expect(elsewhere.paths).toEqual([]);
    expect(said(log)).toEqual([NOT_HEARD]);
  });

  it('waits for an answer for its time limit only', async () => {
    const { url, paths } = await serve(() => {});
    const log: LogLine[] = [];
    await createHeartbeat({ url, log: silentLog(log), limitMs: 20 })();
    expect(paths).toHaveLength(1);
    expect(log[0]?.fields).toMatchObject({ err: { name: 'TimeoutError' } });
  });

  it('that nobody takes is no end of the world', async () => {
    const log: LogLine[] = [];
    await createHeartbeat({ url: 'http://127.0.0.1:1/x', log: silentLog(log) })();
    expect(said(log)).toEqual([NOT_HEARD]);
  });
});
