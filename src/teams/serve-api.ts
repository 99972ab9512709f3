/** The routes of the API for other systems, on the bot's server. */
import type { Request, Response, Server } from 'restify';
import type { Api } from '../api/api.ts';
import { readBody } from './read-body.ts';

/** Answers are for programs, and for nobody's browser or cache. */
const ALWAYS = { 'content-type': 'application/json', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };
const METHODS = ['get', 'head', 'post', 'put', 'patch', 'del'] as const;

export function serveApi(server: Server, api: Api, onUnauthenticated: () => void): void {
  async function serve(request: Request, response: Response): Promise<void> {
    let hangUp = false;
    const body = async (mostBytes?: number) => {
      const read = await readBody(request, mostBytes);
      hangUp = 'refused' in read && read.hangUp;
      return read;
    };
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://api');
    const answer = await api({ method: request.method ?? '', path: pathname, query: searchParams, headers: request.headers, body });
    if (answer.status === 401) onUnauthenticated();
    response.sendRaw(answer.status, JSON.stringify(answer.body), {
      ...ALWAYS,
      ...answer.headers,
      ...(hangUp ? { connection: 'close' } : {}),
    });
  }
  for (const method of METHODS) server[method]('/api/*', serve);
}
