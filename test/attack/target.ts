/** Sends the attacks and collects what got through: wrong answers, slow answers, and answers that reveal internals. */
import PQueue from 'p-queue';
import { wrongIn } from './posted.ts';

const SLOWEST_MS = 1_000;
/** What one person alone sees waits for room in a conversation in which the users say much. */
const SLOWEST_FOR_USERS_MS = 5_000;
const AT_ONCE = 4;
/** What no answer may contain: a stack, a path, a module, a token, an error of a driver. */
const TOO_MUCH =
  /node_modules|\bat [^"\\]*\(?(?:file:|node:|\/)[^\s"\\]*:\d+:\d+|\/src\/|SQLITE|syntax error|ZodError|eyJ[\w-]{20}|Unauthorized\./;

export type Answer = { readonly status: number; readonly body: string; readonly errorId: string | null };
export type Attack = {
  readonly name: string;
  readonly expect: readonly number[] | ((answer: Answer) => string | null);
  readonly headers?: Record<string, string>;
  readonly body: string | Uint8Array<ArrayBuffer>;
};
export type Target = {
  readonly counts: { attacks: number; worstMs: number };
  /** One sentence each. */
  readonly through: string[];
  /** The ids of answers with 500, which must be in the log. */
  readonly errorIds: (string | null)[];
  hit(attack: Attack): Promise<Answer>;
  all(attacks: Iterable<Attack>): Promise<void>;
  /** Adds a finding that is not about a single request. */
  judge(name: string, finding: string | null): void;
  /** `fetch` for the users: counted and timed like the attacks. */
  readonly send: typeof fetch;
};

/** Checks the card in an answer like a card that is posted. */
function drawnWrong(body: string): readonly string[] {
  if (!body.startsWith('{')) return [];
  const { value } = JSON.parse(body) as { value?: unknown };
  return wrongIn(typeof value === 'object' ? value : { fallbackText: value });
}

export function createTarget(url: string, token: () => string): Target {
  const counts = { attacks: 0, worstMs: 0 };
  const through: string[] = [];
  const errorIds: (string | null)[] = [];
  const limit = new PQueue({ concurrency: AT_ONCE });

  async function ask(name: string, headers: Record<string, string>, body: Attack['body'], slowestMs = SLOWEST_MS): Promise<Answer> {
    counts.attacks += 1;
    const began = performance.now();
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    const answer = { status: response.status, body: await response.text(), errorId: response.headers.get('x-error-id') };
    const tookMs = performance.now() - began;
    counts.worstMs = Math.max(counts.worstMs, tookMs);
    if (tookMs > slowestMs) through.push(`${name}: answered after ${Math.round(tookMs)} ms`);
    if (answer.status === 500) errorIds.push(answer.errorId);
    for (const wrong of drawnWrong(answer.body)) through.push(`${name}: ${wrong}`);
    if (TOO_MUCH.test(answer.body)) through.push(`${name}: reveals internals: ${answer.body.slice(0, 200)}`);
    return answer;
  }

  async function hit({ name, headers, body, expect }: Attack): Promise<Answer> {
    const answer = await ask(name, headers ?? { authorization: token() }, body).catch((error: Error) => {
      through.push(`${name}: no answer: ${error.message} ${error.cause ?? ''}`);
      return { status: 0, body: '', errorId: null };
    });
    if (answer.status === 0) return answer;
    const finding =
      typeof expect === 'function'
        ? expect(answer)
        : expect.includes(answer.status)
          ? null
          : `${answer.status} ${answer.body.slice(0, 200)}`;
    if (finding) through.push(`${name}: ${finding}`);
    return answer;
  }

  return {
    counts,
    through,
    errorIds,
    hit,
    async all(attacks) {
      // Only a few attacks are made ahead, to save memory.
      const waiting = new Set<Promise<unknown>>();
      for (const attack of attacks) {
        const one: Promise<unknown> = limit.add(() => hit(attack)).finally(() => waiting.delete(one));
        waiting.add(one);
        if (waiting.size >= 4 * AT_ONCE) await Promise.race(waiting);
      }
      await Promise.all(waiting);
    },
    judge(name, finding) {
      counts.attacks += 1;
      if (finding) through.push(`${name}: ${finding}`);
    },
    async send(_input, init) {
      const answer = await ask('the users', { authorization: token() }, String(init?.body), SLOWEST_FOR_USERS_MS);
      return new Response(answer.body, { status: answer.status });
    },
  };
}
