/** Presses every button as everybody who may not, with ids, versions and tenants of others. */
import { randomUUID } from 'node:crypto';
import { VERBS } from '../../src/cards/base/verbs.ts';
import { crowdId, crowdKeys } from '../support/bot/crowd.ts';
import { chat, objectId, type PersonKey, type Place, TENANT, type Users } from '../support/bot/users.ts';
import type { Answer, Target } from './target.ts';

export type Known = {
  readonly outage: string;
  readonly draft: string;
  readonly number: number;
  readonly secrets: readonly string[];
  readonly thread: Place;
};
/** `more`: replaces parts of the activity. Most are somebody else each time, to stay below the rate limit. */
type Presser = { readonly name: string; readonly person: PersonKey; more(): object };

/** As an input of a day shows it. */
const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const INPUTS = {
  text: 'forged',
  title: 'forged',
  phase: 'mitigating',
  next: '30',
  to: objectId('aiko'),
  person: objectId('aiko'),
  team: 'infrastructure',
  number: '1',
  address: 'https://teams.microsoft.com/meet/1',
  shared: 'true',
  ticket: 'INC1',
  confirm: 'true',
  caller: objectId('maya'),
  phone: '+45 32 12 34 56',
  scenario: 'sign-in',
  choice: 'take',
  where: 'contoso-erp',
  fromDate: dayIn(1),
  fromTime: '10:00',
  untilDate: dayIn(2),
  untilTime: '10:00',
  what: 'forged',
};

const unknownPerson = (id: string) => () => ({ from: { id, name: 'Priya Nair', aadObjectId: randomUUID() } });

/** People of the desk file who have no role in it: so many that none of them meets the limit of requests in a minute. */
export const WITHOUT_ROLE = crowdKeys(10);

function pressers(otherTenants: readonly string[]): readonly Presser[] {
  let turn = 0;
  const withoutRole = () => {
    const person = WITHOUT_ROLE[turn++ % WITHOUT_ROLE.length] ?? 'c0';
    return { from: { id: `29:${person}`, name: 'Aiko Tanaka', aadObjectId: crowdId(person) } };
  };
  const elsewhere = () => {
    const id = otherTenants[turn++ % otherTenants.length];
    return { conversation: { id: 'a:elsewhere', conversationType: 'personal', tenantId: id }, channelData: { tenant: { id } } };
  };
  return [
    { name: 'somebody without a role', person: 'aiko', more: withoutRole },
    { name: 'somebody whom nobody knows', person: 'aiko', more: unknownPerson('29:nobody') },
    { name: "an engineer's id in another tenant", person: 'priya', more: elsewhere },
    { name: "the reporter's id in another tenant", person: 'maya', more: elsewhere },
    ...(['priya', 'maya'] as const).flatMap((person) => mixed(person, () => otherTenants[turn++ % otherTenants.length] ?? '')),
    {
      name: 'an engineer by name and Teams id only',
      person: 'priya',
      more: unknownPerson('29:priya'),
    },
  ];
}

/** Each place where a tenant is named says another customer's, in all combinations but those where all agree. */
function mixed(person: PersonKey, other: () => string): readonly Presser[] {
  const places = [1, 2, 3, 4, 5, 6].map((which) => ({ chat: Boolean(which & 1), app: Boolean(which & 2), from: Boolean(which & 4) }));
  return places.map((named) => ({
    name: `${person} with another tenant in ${Object.entries(named)
      .flatMap(([where, is]) => (is ? where : []))
      .join(' and ')}`,
    person,
    more() {
      const id = other();
      return {
        conversation: { id: chat(person).id, conversationType: 'personal', tenantId: named.chat ? id : TENANT },
        channelData: { tenant: { id: named.app ? id : TENANT } },
        from: { id: `29:${person}-${id}`, name: 'Kim Dock', aadObjectId: objectId(person), tenantId: named.from ? id : TENANT },
      };
    },
  }));
}

/** Other customers must not find out whether an outage exists. The answer of the limit of requests would prove nothing. */
function difference(there: string, nothing: string): string | null {
  const limited = [there, nothing].some((body) => body.includes('more than I can take'));
  if (there === nothing && !limited) return null;
  const why = limited ? 'is over the limit of requests' : 'gives away that it exists';
  return `${why}: ${there.slice(0, 300)}, otherwise: ${nothing.slice(0, 300)}`;
}

export async function forgedPresses(target: Target, users: Users, known: Known, otherTenants: readonly string[]): Promise<void> {
  const nowhere = randomUUID();
  const press = ({ name, person, more }: Presser, verb: string, data: unknown, place: Place) =>
    target.hit({
      name: `${verb} by ${name}`,
      body: JSON.stringify({
        ...users.activity(person, place, { type: 'invoke', name: 'adaptiveCard/action', replyToId: '1000000' }),
        value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
        ...more(),
      }),
      expect: (answer) => ([200, 400].includes(answer.status) ? leaks(answer, known) : `${answer.status} ${answer.body.slice(0, 100)}`),
    });
  const idless = (answer: Answer) => answer.body.replaceAll(known.outage, 'ID').replaceAll(nowhere, 'ID').replaceAll(known.draft, 'DRAFT');
  for (const presser of pressers(otherTenants)) {
    for (const verb of VERBS) {
      const data = (outage: string, version: number) => ({ ...INPUTS, outage, version, draft: known.draft, step: 'review' });
      for (const place of [chat(presser.person), known.thread]) {
        const sender = presser.more();
        const same = { ...presser, more: () => sender };
        const there = await press(same, verb, data(known.outage, 1), place);
        const nothing = await press(same, verb, data(nowhere, 1), place);
        target.judge(`${verb} by ${presser.name}`, difference(idless(there), idless(nothing)));
      }
    }
    for (const verb of ['__proto__', 'constructor', 'toString', '', 'outage-delete', 'x'.repeat(200)])
      await press(presser, verb, { outage: known.outage, version: 1 }, chat(presser.person));
  }
  const stranger = { name: 'a stranger, with odd data', person: 'aiko', more: unknownPerson('29:nobody') } as const;
  for (const verb of VERBS)
    for (const odd of [
      { outage: known.outage, version: 99 },
      { outage: known.outage, version: -1 },
      { outage: [known.outage], version: '1' },
      { outage: { toString: 1 } },
      [],
      'x',
      null,
    ])
      await press(stranger, verb, odd, chat('aiko'));
  // An engineer, for an outage that does not exist.
  for (const verb of VERBS.filter((one) => one.startsWith('outage-')))
    await press(
      { name: 'an engineer, of nothing', person: 'priya', more: () => ({}) },
      verb,
      { ...INPUTS, outage: nowhere, version: 1 },
      chat('priya'),
    );
}

/** Types every command about an outage as everybody who may not. */
export async function forgedWords(target: Target, users: Users, known: Known, otherTenants: readonly string[]): Promise<void> {
  const name = `OUT-${known.number}`;
  const lines = [
    `ack ${name}`,
    `status ${name}`,
    `update ${name} forged`,
    `resolve ${name} forged`,
    `timeline ${name}`,
    `/outage ${name}`,
    `note ${name} forged`,
    'bridge https://teams.microsoft.com/meet/1',
    'ticket INC1',
    'ticket remove INC1',
    'list',
    'setup',
    'on-call',
    '/outage maintenance',
    '/outage maintenance until 14:00',
    'check',
    'drill',
    'report by phone',
    'report for contoso',
  ];
  for (const presser of pressers(otherTenants)) {
    for (const text of lines) {
      await target.hit({
        name: `"${text}" by ${presser.name}`,
        body: JSON.stringify({ ...users.activity(presser.person, chat(presser.person), { type: 'message', text }), ...presser.more() }),
        expect: (answer) => (answer.status === 200 ? leaks(answer, known) : String(answer.status)),
      });
    }
  }
}

const leaks = ({ body }: Answer, { secrets }: Known): string | null => {
  const found = secrets.find((secret) => body.includes(secret));
  return found ? `gives away ${JSON.stringify(found)}` : null;
};
