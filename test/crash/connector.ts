/**
 * The connector as a process of its own: the fake Teams with Teams' limits, and with faults from a seed until SIGUSR2 ends
 * them, or with `--calm` without. It writes a JSON line for each post and edit to the process that started it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createRandom, type Random } from '../simulation/random.ts';
import { crowdId } from '../support/bot/crowd.ts';
import { cardText, type Decided, type Failure, startFakeTeams, type TeamsRequest } from '../support/teams/fake-teams.ts';
import { FRIENDLY, mannersOf } from '../support/teams/quirks/manners.ts';
import { createLimiter, readLimits, TEAMS_LIMITS, TENANT_LIMITS, writeLimits } from '../support/teams/teams-limits.ts';
import { CROWD, CROWDS_TENANT } from './desk-file.ts';
import type { Line, ReceivedMessage } from './received-messages.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    limits: { type: 'string', default: writeLimits(TEAMS_LIMITS) },
    calm: { type: 'boolean', default: false },
  },
});
const random = createRandom(`connector/${values.seed}`);
const limiter = createLimiter();
const limits = readLimits(values.limits);
const tenant = { name: 'the tenant', limits: TENANT_LIMITS };
let faulty = !values.calm;
process.on('SIGUSR2', () => {
  faulty = false;
});

/** What goes wrong, and how often. */
const FAULTS: readonly (readonly [probability: number, name: string, failure: Failure])[] = [
  [0.02, '503', { status: 503 }],
  [0.01, '502', { status: 502 }],
  [0.01, '504', { status: 504 }],
  [0.01, '412', { status: 412 }],
  [0.01, '500', { status: 500 }],
  [0.015, '500 after it was taken', { status: 500, acceptedFirst: true }],
  [0.01, 'reset', 'reset'],
  [0.015, 'reset after it was taken', 'accept-and-reset'],
  [0.003, 'no answer', 'hang'],
  [0.007, 'no answer after it was taken', 'accept-and-hang'],
];
const NAMES = new Map(FAULTS.map(([, name, failure]) => [failure, name]));
/** Long enough for a bot to be killed between the wire and the record; sometimes much longer. */
const USUAL_MS = 40;
const SLOW_MS = 1_500;
const SLOW_CHANCE = 0.04;

const arrivals = new WeakMap<TeamsRequest, number>();
const say = (line: Line) => void process.stdout.write(`${JSON.stringify(line)}\n`);

async function judge(request: TeamsRequest, room: string): Promise<Failure | undefined> {
  const at = Date.now();
  arrivals.set(request, at);
  const answer = limiter.ask([{ name: room, limits }, tenant], at);
  if (answer !== 'taken') return { status: 429, headers: { 'retry-after': String(Math.ceil(answer.waitMs / 1_000)) } };
  const fault = drawFault(random);
  const slow = faulty && random.chance(SLOW_CHANCE);
  await pause(random.int(1, slow ? SLOW_MS : USUAL_MS));
  return fault;
}

function drawFault(from: Random): Failure | undefined {
  let left = from.next();
  if (!faulty) return undefined;
  for (const [probability, , failure] of FAULTS) {
    if (left < probability) return failure;
    left -= probability;
  }
  return undefined;
}

type Sent = { summary?: string; attachments?: { content: unknown }[]; activity?: Sent; recipient?: { id?: string } };

/** What is told of a request that was not as it should be; null when all was well. */
function faultOf({ failure, result }: Decided): string | null {
  if (failure === undefined && result === null) return 'a proxy answered';
  if (failure === undefined) return result && result.status < 300 ? null : String(result?.status);
  const named = NAMES.get(failure);
  // The limits, and what a strange Teams refuses.
  return named ?? (typeof failure === 'object' && 'status' in failure ? String(failure.status) : 'injected');
}

function kindOf(request: TeamsRequest, sent: Sent | undefined, activity: string): ReceivedMessage['kind'] {
  if (request.method === 'PUT') return 'edit';
  // A direct answer names the message that it answers, or the one person who sees it.
  if (activity || request.targeted) return 'answer';
  return sent?.attachments ? 'post' : 'chat';
}

function onDecided(decided: Decided): void {
  const { request, room, result } = decided;
  const body: Sent = JSON.parse(request.text || '{}');
  const made = (result?.body ?? {}) as { id?: string; activityId?: string };
  const opens = request.path === '/conversations';
  const sent = opens ? body.activity : body;
  const [, conversation = '', activity = ''] = /^\/conversations\/([^/]+)\/activities(?:\/(.+))?$/.exec(request.path) ?? [];
  const kind = kindOf(request, sent, activity);
  const card = sent?.attachments?.[0]?.content ?? null;
  const remembered: ReceivedMessage = {
    kind,
    arrivedAt: arrivals.get(request) ?? Date.now(),
    at: Date.now(),
    room,
    only: request.targeted ? (sent?.recipient?.id ?? null) : null,
    conversationId: opens ? (made.id ?? room) : conversation,
    id: kind === 'edit' ? activity : (made.activityId ?? made.id ?? ''),
    taken: result !== null && result.status < 300,
    fault: faultOf(decided),
    summary: sent?.summary ?? '',
    text: cardText(card),
    card,
  };
  say({ remembered });
}

const teams = await startFakeTeams(Date.now, { judge, onDecided }, values.calm ? FRIENDLY : mannersOf('crash', values.seed));
// The people of the playground, by whom direct messages are found.
for (const [index, person] of ['maya', 'priya', 'tomas', 'ingrid', 'jonas', 'aiko'].entries()) {
  const aadObjectId = `a1b2c3d4-0000-4000-8000-00000000000${index + 1}`;
  teams.roster.push({ id: `29:${person}`, aadObjectId, name: person, email: `${person}@example.com` });
}
for (const person of CROWD) {
  const account = { id: `29:${person}`, aadObjectId: crowdId(person), name: person, email: `${person}@example.com` };
  teams.roster.push({ ...account, tenantId: CROWDS_TENANT });
  // What names another tenant for their chats is refused, and would be missed at the end.
  teams.tenants.set(`a:${person}`, CROWDS_TENANT);
}
say({ serviceUrl: teams.serviceUrl });
