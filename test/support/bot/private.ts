/** Stories in which the bot answers one person alone: who saw what, and what went to everybody. */
import type { SentMessage } from '../teams/fake-graph.ts';
import type { FakeTeams, TeamsRequest } from '../teams/fake-teams.ts';
import { PEOPLE, type PersonKey, PLACES, type Place, startTestBot, type TestBot } from './test-bot.ts';

export const GENERAL: Place = { kind: 'channel', id: PLACES.general };
export const IN_THREAD: Place = { kind: 'channel', id: `${PLACES.general};messageid=1700000000001` };
export const GROUP: Place = { kind: 'groupChat', id: '19:night-shift@thread.v2' };
export const ROOMS = { 'the root of a channel': GENERAL, 'a thread': IN_THREAD, 'a group chat': GROUP } as const;

type Options = NonNullable<Parameters<typeof startTestBot>[0]>;
/** The playground has no targeted messages, so a test asks for them. */
export const startPrivateBot = async (options: Options = {}): Promise<TestBot> =>
  await startTestBot({ ...options, environment: { TARGETED_MESSAGES: 'on', ...options.environment } });

/** A post or an edit that everybody in a channel or a group chat sees, also if it was refused. */
const isPublic = ({ targeted, path, text }: TeamsRequest): boolean =>
  !targeted && (path.startsWith('/conversations/19:') || (path === '/conversations' && text.includes('"channel"')));
export const publicRequests = ({ received }: Pick<FakeTeams, 'received'>): readonly TeamsRequest[] => received.filter(isPublic);

export const roomOf = (conversationId: string) => conversationId.replace(/;messageid=.*$/, '');
const isIn = ({ conversationId }: SentMessage, { id }: Place): boolean => roomOf(conversationId) === roomOf(id);

/** What a person sees in a room and in all its threads, of what the bot posted. */
export const seen = ({ messages, seenBy }: FakeTeams, person: PersonKey, place: Place): readonly SentMessage[] =>
  [...new Set(messages.filter((one) => isIn(one, place)).map(({ conversationId }) => conversationId))].flatMap((conversationId) =>
    seenBy(`29:${person}`, conversationId),
  );
/** What anybody but this person sees there. */
export const seenByOthers = (teams: FakeTeams, person: PersonKey, place: Place): readonly SentMessage[] => [
  ...new Set(PEOPLE.filter((one) => one !== person).flatMap((one) => seen(teams, one, place))),
];
