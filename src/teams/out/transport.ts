/** The requests of the SDK's client: a time limit, what counts as an answer of Teams, and connections that the other side has closed. */
import { z } from 'zod';
import { SendError } from '../../engine/ports/messenger.ts';

/** What the SDK's pipeline hands to a policy, as far as it is needed here. */
type PipelineRequest = { readonly method: string; readonly url: string; timeout: number };
type PipelineResponse = {
  readonly status: number;
  readonly headers: { get(name: string): string | undefined };
  readonly bodyAsText?: string | null;
};
type SendRequest = (request: PipelineRequest, next: (request: PipelineRequest) => Promise<PipelineResponse>) => Promise<PipelineResponse>;
export type Policy = { readonly name: string; readonly sendRequest: SendRequest };

const WRITES = new Set(['POST', 'PUT']);
const ACCEPTED = 202;
const withId = z.object({ id: z.string().min(1) });

/** `limitMs`: for each request. */
export const transport = (limitMs: number): Policy => ({
  name: 'outage-desk-transport',
  async sendRequest(request, next) {
    request.timeout = limitMs;
    const response = await next(request);
    checkAnswer(request, response);
    return response;
  },
});

/**
 * A proxy may answer in the place of Teams. Teams answers a message or an edit with 200 or 201 and its id, or with 202, and never
 * with a page. Throws for all else below 400, since nobody knows what became of the message.
 */
function checkAnswer({ method, url }: PipelineRequest, { status, headers, bodyAsText }: PipelineResponse): void {
  if (!WRITES.has(method) || status >= 400) return;
  const isPage = !/^$|json/i.test(headers.get('content-type') ?? '');
  // Nobody could write into a conversation without its id.
  const mayLackId = status === ACCEPTED && !url.endsWith('/conversations');
  if (isPage || status < 200 || status > ACCEPTED || !(mayLackId || hasId(bodyAsText))) {
    throw new SendError('ambiguous', `${status}, but not an answer of Teams`);
  }
}

function hasId(text: string | null | undefined): boolean {
  try {
    return withId.safeParse(JSON.parse(text ?? '')).success;
  } catch {
    return false;
  }
}
