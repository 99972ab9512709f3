/**
 * Every button of every card, pressed by every other person, and every command with the number of somebody else's outage:
 * nothing changes that the table of permissions does not allow, and another's outage is answered like one that does not exist.
 */
// @module-tag sampled
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VERBS, type Verb } from '../../../src/cards/base/verbs.ts';
import { COMMANDS, PRESSES } from '../../../src/commands/commands.ts';
import { findDraft } from '../../../src/commands/report/drafts.ts';
import type { ActionRequest } from '../../../src/engine/handle.ts';
import { isGrantedTo, type Relation } from '../../../src/outage/permissions.ts';
import { outageName } from '../../../src/outage/types/outage.ts';
import { en } from '../../../src/words/en/index.ts';
import { FILLED } from '../../support/bot/filled.ts';
import {
  chat,
  objectId,
  type PersonKey,
  PLACES,
  type Place,
  type Shown,
  show,
  startTestBot,
  type TestBot,
  testDesk,
  thread,
  withHarbour,
} from '../../support/bot/test-bot.ts';
import { sampleCardsIn } from '../../support/cards/cards.ts';
import { CALM } from '../../support/outage/stories.ts';
import { sample } from '../../support/sample.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const DOCKS = '7e9a1c00-0000-4000-8000-00000000dddd';
const ELSEWHERE = '7e9a1c00-0000-4000-8000-00000000ffff';
const SECRETS =
  /Invoices|posting ends|trucks|\+45 32|32123456|dynamics\.example|maya@|Maya|Contoso (?:ERP"|Production)|Priya|OUT-1001|REQ-1\b/;

/** A second customer, whose only member is Aiko; the first one's rooms follow the first alone. */
/** And a third one in a tenant of its own, where the same object ids are members, and one of them the customer's administrator. */
const DOCK = `  - id: dock
    name: Dock
    tenant: ${DOCKS}
    members: [maya, jonas, priya, aiko]
    customerAdmins: [ingrid]
    environments:
      - { id: pier, name: Pier, kind: production }
`;
const twoCustomers = () =>
  testDesk((text) => withHarbour(text, 'quay', DOCK).replaceAll(/(room: \{ kind: .* \})/g, '$1\n    projects: [contoso-erp]'));

type Presser = { readonly person: PersonKey; readonly are: readonly Relation[]; readonly more: (place: Place) => object };
const inTenant = (tenantId: string) => (place: Place) => ({
  conversation: { id: place.id, conversationType: place.kind, isGroup: place.kind !== 'personal', tenantId },
  channelData: { tenant: { id: tenantId } },
});
/** There the same object id is somebody else. */
const inDocks = (person: PersonKey) => (place: Place) => ({
  ...inTenant(DOCKS)(place),
  from: { id: `29:kim-${person}`, name: 'Kim Dock', aadObjectId: objectId(person) },
});
/** People who must not find out that the outage exists. */
const OUTSIDERS: { readonly [name: string]: Presser } = {
  'a stranger': { person: 'aiko', are: [], more: () => ({ from: { id: '29:zoe', name: 'Zoe Ito', aadObjectId: ZOE } }) },
  'another customer': { person: 'aiko', are: [], more: () => ({}) },
  'the id of the reporter in another tenant': { person: 'maya', are: [], more: inTenant(ELSEWHERE) },
  'the id of who joined in another tenant': { person: 'jonas', are: [], more: inTenant(ELSEWHERE) },
  'the id of an engineer in another tenant': { person: 'priya', are: [], more: inTenant(ELSEWHERE) },
  'a customer in another customer’s tenant': { person: 'aiko', are: [], more: inDocks('aiko') },
  'an administrator in another customer’s tenant': { person: 'ingrid', are: [], more: inDocks('ingrid') },
  'the id of the reporter, a member in another customer’s tenant': { person: 'maya', are: [], more: inDocks('maya') },
  'the id of who joined, a member in another customer’s tenant': { person: 'jonas', are: [], more: inDocks('jonas') },
  'the id of an engineer, a member in another customer’s tenant': { person: 'priya', are: [], more: inDocks('priya') },
};
const ZOE = 'a1b2c3d4-0000-4000-8000-0000000000ff';
const JONAS: Presser = { person: 'jonas', are: ['customer', 'joined'], more: () => ({}) };
/** People who know of it. */
const INSIDERS: { readonly [name: string]: Presser } = {
  'its reporter': { person: 'maya', are: ['customer', 'reporter'], more: () => ({}) },
  'a colleague of the reporter': JONAS,
  'an engineer': { person: 'tomas', are: ['engineer'], more: () => ({}) },
};

type Button = { readonly verb: Verb; readonly data: Record<string, unknown> };
const kindOf = ({ verb, data }: Button) => `${verb} ${Object.keys(data).sort()} ${data.step ?? ''}`;
type Pressed = Omit<Button, 'verb'> & { readonly verb: string };
const isButton = (one: Pressed): one is Button => (VERBS as readonly string[]).includes(one.verb);

/** Each kind of button once: of the cards that were posted, of the forms that they open, and of every card in every state. */
async function buttons(): Promise<readonly Button[]> {
  const seen = new Map<string, Button>();
  const add = ({ buttons: some }: Shown): Button[] => {
    const fresh = (some as Pressed[]).filter(isButton).filter((one) => !seen.has(kindOf(one)));
    for (const one of fresh) seen.set(kindOf(one), one);
    return fresh;
  };
  const opens = ({ verb }: Button) => verb.endsWith('-form') || verb === 'outage-more' || verb.endsWith('-show');
  for (const { card } of testBot.teams.messages) {
    let left = add(show(card)).filter(opens);
    while (left.length > 0) {
      const next = [];
      for (const one of left) {
        const { body } = await press(allowedPresser(one), one);
        const drawn = JSON.parse(body) as { value: unknown };
        if (typeof drawn.value === 'object') next.push(...add(show(drawn.value)).filter(opens));
      }
      left = next;
    }
  }
  for (const { card } of sampleCardsIn(en, CALM)) add(show(card));
  return [...seen.values()];
}
const allowedPresser = ({ verb }: Button): Presser => ({
  person: verb.startsWith('reporter') ? 'maya' : verb.startsWith('join') ? 'jonas' : 'priya',
  are: [],
  more: () => ({}),
});

/** The button with a filled form, for another outage and another draft. */
const forged = ({ verb, data }: Button, outage: string, draft: string, version?: number): Button => ({
  verb,
  data: {
    ...FILLED,
    ...data,
    ...('outage' in data || !('draft' in data) ? { outage, version: version ?? data.version ?? 0 } : {}),
    ...('draft' in data ? { draft } : {}),
    others: [outage],
    shown: [outage],
  },
});

/** Below the limit of a person, which is not what is tested here; it counts real time. */
const PRESSES_A_MINUTE = 250;
let presses = 0;
beforeEach(() => {
  const now = Date.now;
  vi.spyOn(Date, 'now').mockImplementation(() => now() + Math.floor(presses / PRESSES_A_MINUTE) * 61_000);
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function press({ person, more }: Presser, { verb, data }: Button, place: Place = chat(person)) {
  presses += 1;
  return await testBot.post({
    ...testBot.activity(person, place, { type: 'invoke', name: 'adaptiveCard/action', replyToId: '1' }),
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    ...more(place),
  });
}

const idOf = async (number: number) => (await testBot.app.store.outages.idByNumber(number)) ?? '';
const act = async (more: Partial<ActionRequest> & Pick<ActionRequest, 'type'>) => {
  const by = testBot.desk.actor({ id: objectId('priya'), name: 'Priya Nair' });
  const outcome = await testBot.app.engine.handle({ outageId: await idOf(1001), by, ...more } as ActionRequest);
  if (!outcome.ok) throw new Error(`${more.type}: ${outcome.rejection.type}`);
};
const jonasJoins = async () => {
  const { report, origin } = await read(await idOf(1001));
  const { name, email, phone, timeZone, language } = report.contact;
  await act({
    type: 'join',
    by: { id: objectId('jonas'), name: 'Jonas Weber', roles: ['customer'] },
    said: '',
    project: report.project,
    environment: report.environment,
    contact: { name, email, phone, timeZone, language },
    origin: { ...origin, conversationId: 'a:jonas' },
  });
};
const read = async (id: string) => {
  const recorded = await testBot.app.store.outages.read(id);
  if (!recorded) throw new Error('no outage');
  return recorded.outage;
};
const STATES = {
  reported: async () => {},
  acknowledged: async () => await act({ type: 'acknowledge' }),
  offered: async () => {
    await act({ type: 'acknowledge' });
    await act({ type: 'note', text: 'A note of the desk', shown: false });
    await act({ type: 'hand-over', to: { id: objectId('tomas'), name: 'Tomás Herrera' } });
  },
  transferred: async () => {
    const plan = { name: 'P', replyWithinMs: 1_000_000 };
    await act({ type: 'transfer', team: { id: 'x', name: 'X', room: null }, reason: 'R', seen: null, plan });
  },
  resolved: async () => await act({ type: 'resolve', text: 'Over', seen: null }),
} as const;
type State = keyof typeof STATES;
const ALL_STATES = Object.keys(STATES) as State[];
/** Those in which Jonas has joined. */
const JOINED: readonly State[] = ['reported', 'offered'];

async function begin(state: State) {
  testBot = await startTestBot({ desk: twoCustomers(), environment: { TENANTS: ELSEWHERE } });
  await testBot.reports();
  await STATES[state]();
  await testBot.settles();
}
async function joinsIn(state: State) {
  if (!JOINED.includes(state)) return;
  await jonasJoins();
  await testBot.settles();
}
/** Maya begins a report and does not send it. Resolves to its draft. */
async function beginReport() {
  const shown = await testBot.says('maya', '/outage');
  const draft = String(shown?.buttons.find(({ data }) => 'draft' in data)?.data.draft);
  expect(await findDraft(testBot.app.store.drafts, draft)).toBeTruthy();
  return draft;
}
const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const TOO_MUCH = 'more than I can take';
/** Where the outage can be read, so only what it holds of its reporter is a secret: the desk's thread, and where the project is followed. */
const rooms = (): readonly Place[] => [
  thread(testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk))),
  { kind: 'channel', id: `${PLACES.general};messageid=1` },
];
const OF_THE_REPORTER = /A note of the desk|Invoices|trucks|\+45 32|maya@/;
const FAILED = 'did not work';
const MAY: readonly Verb[] = ['join-outage', 'follow-outage', 'follow-open', 'follow-stop'];

describe('every button of every card', () => {
  it.each(sample('outsiders', ALL_STATES, 1))(
    'is answered to outsiders as if nothing were there, when it is %s',
    { tags: 'full' },
    async (state) => {
      await begin(state);
      await joinsIn(state);
      const [outage, draft] = [await idOf(1001), await beginReport()];
      const all = await buttons();
      expect(new Set(all.map(({ verb }) => verb))).toEqual(new Set(VERBS));
      const before = [await testBot.app.store.outages.read(outage), await findDraft(testBot.app.store.drafts, draft)];
      const sent = testBot.teams.messages.length;
      for (const [turn, [name, presser]] of Object.entries(OUTSIDERS).entries()) {
        const place: Place = state === 'offered' ? { kind: 'groupChat', id: '19:their-own@thread.v2' } : chat(presser.person);
        for (const [index, button] of all.entries()) {
          const what = `${button.verb} by ${name}`;
          const isFirst = all.findIndex(({ verb }) => verb === button.verb) === index;
          if (isFirst) {
            const inRoom = await press(presser, forged(button, outage, outage), rooms()[(index + turn + ALL_STATES.indexOf(state)) % 2]);
            expect(inRoom.status, what).toBe(200);
            expect(inRoom.body, what).not.toMatch(OF_THE_REPORTER);
            expect(inRoom.body, what).not.toContain(TOO_MUCH);
            expect(inRoom.body, what).not.toContain(FAILED);
          }
          // Of drafts, one that waits and one that was sent; of versions, right and wrong ones.
          const [there, of] = [index % 2 ? outage : draft, index % 3 ? undefined : 99];
          const real = await press(presser, forged(button, outage, there, of), place);
          const none = await press(presser, forged(button, randomUUID(), randomUUID(), of), place);
          expect(real.status, what).toBe(200);
          expect(real.body, what).not.toMatch(SECRETS);
          expect(real.body, what).not.toContain(TOO_MUCH);
          expect(real.body, what).not.toContain(FAILED);
          expect(real.body.replaceAll(GUID, 'ID'), what).toBe(none.body.replaceAll(GUID, 'ID'));
        }
      }
      await testBot.settles();
      expect([await testBot.app.store.outages.read(outage), await findDraft(testBot.app.store.drafts, draft)]).toEqual(before);
      expect(await testBot.app.store.rooms.all()).toEqual([]);
      expect(await testBot.app.store.overrides.list()).toEqual([]);
      expect(testBot.teams.messages.slice(sent).filter(({ card }) => SECRETS.test(JSON.stringify(card)))).toEqual([]);
    },
  );

  it.each(sample('insiders', ALL_STATES, 1))('does for those who know of it what the table says, when it is %s', async (state) => {
    await begin(state);
    const outage = await idOf(1001);
    const all = await buttons();
    // A customer of the project who did not join may join and follow, and nothing else.
    const alone = await testBot.app.store.outages.read(outage);
    for (const [index, button] of all.filter(({ verb }) => !MAY.includes(verb)).entries()) {
      const places = [chat('jonas'), ...rooms()];
      const place = places[(index + ALL_STATES.indexOf(state)) % places.length];
      const { status, body } = await press(JONAS, forged(button, outage, outage), place);
      expect(status, button.verb).toBe(200);
      expect(body, button.verb).not.toContain(TOO_MUCH);
      expect(body, button.verb).not.toMatch(OF_THE_REPORTER);
      expect(body, button.verb).not.toContain(FAILED);
    }
    expect(await testBot.app.store.outages.read(outage)).toEqual(alone);
    await joinsIn(state);
    const before = await testBot.app.store.outages.read(outage);
    for (const [name, presser] of Object.entries(INSIDERS))
      for (const button of all) {
        if (presser.are.concat('anyone').some((who) => isGrantedTo(PRESSES[button.verb].needs, who))) continue;
        const what = `${button.verb} by ${name}`;
        const { status, body } = await press(presser, forged(button, outage, outage));
        expect(status, what).toBe(200);
        expect(body, what).not.toContain(TOO_MUCH);
        expect(body, what).not.toMatch(/A note of the desk|\+45 32|maya@|trucks/);
        expect(await testBot.app.store.outages.read(outage), what).toEqual(before);
      }
    expect(await testBot.app.store.rooms.all()).toEqual([]);
    expect(await testBot.app.store.overrides.list()).toEqual([]);
  });
});

describe('every command with a number', () => {
  const WORDS = [...COMMANDS.map(({ name }) => name), 'status of', '/outage', 'still down', 'timeline of', 'merge OUT-1002'];
  const typed = (name: string) => [...WORDS.map((word) => `${word} ${name}`), `update ${name} T`, `it works again ${name}`];
  const answers = async ({ person, more }: Presser, text: string, place: Place) => {
    // They count as presses do, since nobody writes so much in a minute.
    presses += 1;
    const before = testBot.teams.messages.length;
    const { status } = await testBot.post({ ...testBot.activity(person, place, { type: 'message', text }), ...more(place) });
    const messages = testBot.teams.messages.slice(before).map(({ card, summary }) => JSON.stringify({ card, summary }));
    return { status, messages };
  };

  it.each(sample<State>('commands', ['offered', 'resolved'], 1))(
    'reads to outsiders as one that is not there, when the outage is %s; a request so to colleagues too',
    { tags: 'full' },
    async (state) => {
      await begin(state);
      await joinsIn(state);
      const { report, origin, desk, policy, id } = await read(await idOf(1001));
      await act({
        type: 'report',
        outageId: randomUUID(),
        by: { id: objectId('maya'), name: 'Maya Lindt', roles: ['customer'] },
        report,
        origin,
        desk,
        policy,
        followers: [],
        drill: null,
        request: { queue: desk, plan: null },
      });
      await testBot.settles();
      const before = await testBot.app.store.outages.read(id);
      const cases = [
        ...Object.entries(OUTSIDERS).flatMap(([name, one]) => ['OUT-1001', 'REQ-1', '1001'].map((number) => [name, one, number] as const)),
        ['a colleague', { person: 'jonas', are: [], more: () => ({}) } satisfies Presser, 'REQ-1'] as const,
      ];
      for (const [name, one, number] of cases) {
        const none = number.replace(/\d+/, '4711');
        const place = chat(one.person);
        // A command may begin a report, so one is begun before.
        await answers(one, `/outage ${none}`, place);
        for (const [index, text] of typed(number).entries()) {
          const other = typed(none)[index] ?? '';
          const [real, not] = [await answers(one, text, place), await answers(one, other, place)];
          const plain = (lines: readonly string[]) =>
            lines.map((line) => line.replaceAll(GUID, 'ID').replaceAll(/\b(?:1001|4711|1)\b/g, 'N'));
          expect(real.status, `${text} by ${name}`).toBe(200);
          expect(plain(real.messages), `${text} by ${name}`).toEqual(plain(not.messages));
          expect(real.messages.length, `${text} by ${name}`).toBe(1);
          if (name !== 'a colleague') expect(real.messages.join().replaceAll(number, ''), `${text} by ${name}`).not.toMatch(SECRETS);
        }
      }
      expect(await testBot.app.store.outages.read(id)).toEqual(before);
      expect(outageName(await read(id))).toBe('OUT-1001');
    },
  );
});
