/** Would it work tonight: each check finds its mistake in a valid desk file, and nothing in a good one. */
import { describe, expect, test } from 'vitest';
import {
  AHEAD_MS,
  type Asked,
  CHECKS,
  checkDesk,
  checkOtherLanguages,
  checkPagers,
  checkReach,
  type Finding,
  roomsOf,
} from '../../src/desk/check.ts';
import type { Override } from '../../src/desk/on-call/roster.ts';
import { LANGUAGES } from '../../src/outage/follow/language.ts';
import { START } from '../support/clock.ts';
import { SMALL_PEOPLE, smallDesk } from '../support/desk/small-desk.ts';
import { MINUTE_MS } from '../support/outage/apply.ts';

const HOUR_MS = 60 * MINUTE_MS;
const { ada, bob, mia } = SMALL_PEOPLE;
const GOOD = '  primary: ada\n  secondary: bob\n  duty-manager: mia\n';

/** The findings for the small desk with this roster and other changes. */
function found(onCall = GOOD, change: (text: string) => string = (text) => text, overrides: readonly Override[] = []): readonly Finding[] {
  return checkDesk(
    smallDesk((text) => change(text.replace('  primary: [ada]\n', onCall))),
    START,
    overrides,
  ).findings;
}
const promise = (yaml: string) => (text: string) => text.replace('people:', `promise: ${yaml}\npeople:`);

test('a good desk has nothing, for 30 days', () => {
  expect(found()).toEqual([]);
  expect(checkDesk(smallDesk(), START, []).until).toBe(START + AHEAD_MS);
});

describe('the roster', () => {
  const atNight = { from: START + 11 * HOUR_MS, until: START + 23 * HOUR_MS, more: 29 };
  test('has a gap: when the first one is, how many more there are, and what it costs', () => {
    const roster = GOOD.replace('bob', '{ people: [bob], hours: 08:00-20:00, timeZone: UTC }');
    // START is a Sunday at 09:00; of the 30 nights the last ends after the 30 days. The reminder calls the primary at the same time.
    const cost = { levels: ['primary'], afterMs: 15 * MINUTE_MS, atOnce: true };
    expect(found(roster)).toEqual([{ type: 'gap', level: 'secondary', ...atNight, cost }]);
  });

  test('has a gap of the primary: who is called in their place, and when', () => {
    const roster = GOOD.replace('ada', '{ people: [ada], hours: 08:00-20:00, timeZone: UTC }');
    const cost = { levels: ['secondary'], afterMs: 15 * MINUTE_MS, atOnce: false };
    expect(found(roster)).toEqual([{ type: 'gap', level: 'primary', ...atNight, cost }]);
    const alone = promise(
      '{ ladder: [{ beforeEndMinutes: 10, kind: reminder, levels: [secondary, duty-manager] }], breach: { levels: [primary] } }',
    );
    expect(found(roster.replace('mia', '[]').replace('bob', '[]'), alone).filter(({ type }) => type === 'gap')).toEqual([
      { type: 'gap', level: null, ...atNight, cost: null },
    ]);
  });

  test('has hours at which nobody at all would be called: those are one finding, and the rest of a gap is another', () => {
    const days = (who: string, more = '') => `{ people: [${who}], hours: 08:00-20:00, timeZone: UTC${more} }`;
    const roster = `  primary: ${days('ada')}\n  secondary: ${days('bob')}\n  duty-manager: ${days('mia', ', days: [mon, tue, wed, thu, fri, sat]')}\n`;
    const [manager, nobody, ...rest] = found(roster);
    expect(rest).toEqual([]);
    expect(nobody).toEqual({ type: 'gap', level: null, ...atNight, cost: null });
    // From Saturday evening to Monday morning the duty manager is missing, while the others are back on Sunday.
    const sunday = { from: START, until: START + 23 * HOUR_MS, more: 4 };
    expect(manager).toEqual({
      type: 'gap',
      level: 'duty-manager',
      ...sunday,
      cost: { levels: ['primary', 'secondary'], afterMs: 25 * MINUTE_MS, atOnce: true },
    });
  });

  test('has a gap before a rotation starts', () => {
    const roster = GOOD.replace(
      'ada',
      '{ rotation: [ada, bob], starts: 2026-01-05, handOver: 09:00, every: 1 week, timeZone: UTC }',
    ).replace('secondary: bob', 'secondary: []');
    expect(
      found(
        roster,
        promise('{ ladder: [{ beforeEndMinutes: 10, kind: reminder, levels: [primary, duty-manager] }], breach: { levels: [primary] } }'),
      ),
    ).toEqual([
      {
        ...{ type: 'gap', level: 'primary', from: START, until: START + 24 * HOUR_MS, more: 0 },
        cost: { levels: ['duty-manager'], afterMs: 20 * MINUTE_MS, atOnce: false },
      },
    ]);
  });

  test('has no gap where somebody took it by hand', () => {
    const roster = GOOD.replace('bob', '{ rotation: [bob], starts: 2026-01-05, handOver: 09:00, every: 1 week, timeZone: UTC }');
    const byHand = { personId: bob, target: { level: 'secondary' }, from: START - 1, until: START + 24 * HOUR_MS } as const;
    expect(found(roster).map(({ type }) => type)).toEqual(['gap']);
    expect(found(roster, undefined, [byHand])).toEqual([]);
  });

  test('names nobody on a level that the ladder calls', () => {
    expect(found('  primary: ada\n')).toEqual([
      { type: 'empty', level: 'secondary' },
      { type: 'empty', level: 'duty-manager' },
    ]);
    expect(
      found(
        '  primary: ada\n',
        promise('{ ladder: [{ beforeEndMinutes: 10, kind: reminder, levels: [primary] }], breach: { levels: [primary] } }'),
      ),
    ).toEqual([]);
  });

  test('has the same person on two levels, from when on', () => {
    const roster = GOOD.replace(
      'bob',
      '[{ people: [bob], hours: 00:00-20:00, timeZone: UTC }, { people: [ada], hours: 20:00-24:00, timeZone: UTC }]',
    );
    expect(found(roster)).toEqual([
      { type: 'same', level: 'secondary', other: 'primary', person: { id: ada, name: 'Ada Lund' }, from: START + 11 * HOUR_MS },
    ]);
  });

  test('may have somebody on two levels who is not alone on the second', () => {
    expect(found(GOOD.replace('bob', '[ada, bob]'))).toEqual([]);
  });

  test('has the same person on two levels because they cover', () => {
    const byHand = { personId: bob, target: { insteadOf: mia }, from: START, until: START + HOUR_MS } as const;
    expect(found(GOOD, undefined, [byHand])).toMatchObject([
      { type: 'same', level: 'duty-manager', other: 'secondary', person: { id: bob } },
    ]);
  });
});

describe('the ladder', () => {
  const rung = (minutes: number, levels: string) => `{ beforeEndMinutes: ${minutes}, kind: last-call, levels: [${levels}] }`;

  test.each([
    [5, []],
    [4.9, [{ type: 'late', level: 'duty-manager', leftMs: 4.9 * MINUTE_MS, leastMs: 5 * MINUTE_MS }]],
  ])('that calls the last level %f minutes before the end leaves it time or not', (minutes, expected) => {
    expect(found(GOOD, promise(`{ ladder: [${rung(10, 'secondary')}, ${rung(minutes, 'duty-manager')}] }`))).toEqual(expected);
  });

  test('of a short promise may be shorter: a sixth of it', () => {
    const short = (minutes: number) =>
      found(GOOD, promise(`{ acknowledgeWithinMinutes: 6, ladder: [${rung(minutes, 'secondary, duty-manager')}] }`));
    expect(short(1)).toEqual([]);
    expect(short(0.9).map(({ type }) => type)).toEqual(['late', 'late']);
  });

  test('that calls a level only when it is too late does not call it; the primary is called by the first message', () => {
    expect(found(GOOD, promise(`{ ladder: [${rung(10, 'secondary')}] }`))).toEqual([{ type: 'uncalled', level: 'duty-manager' }]);
  });
});

describe('the rest', () => {
  test('a project without production', () => {
    expect(found(GOOD, (text) => text.replace('kind: production, url', 'kind: sandbox, url'))).toEqual([
      { type: 'no-production', project: 'Web shop' },
    ]);
  });

  test('a product for which no scenario is meant, unless nobody can report it, or all are for all', () => {
    const products = (text: string) =>
      `${text}products: [{ id: finance, name: Finance }, { id: crm, name: Sales, eligible: false }, { id: erp, name: ERP }]\n`;
    expect(found(GOOD, products)).toEqual([{ type: 'no-scenario', product: 'ERP' }]);
    const own = 'scenarios: [{ id: down, title: Down, chooseWhen: Always. }]\n';
    expect(found(GOOD, (text) => `${products(text)}${own}`)).toEqual([]);
  });

  test.each([
    ['to be added', 'NOT_A_NUMBER'],
    ['+1 800 FLOWERS', 'NOT_A_NUMBER'],
    ['+45 70 10 20 30 press 2', 'NOT_A_NUMBER'],
    ['+45 XX XX XX XX', 'NOT_A_NUMBER'],
    ['70 10 20 30', 'INVALID_COUNTRY'],
    ['112', 'INVALID_COUNTRY'],
    ['+45', 'TOO_SHORT'],
    ['+45 7010203', 'TOO_SHORT'],
    ['+45 70 10 20 30 / 5', 'TOO_LONG'],
    ['+45 00 00 00 00', 'UNKNOWN'],
    ['+45 70 10 20 30', null],
    ['+44 (0)20 7946 0000', null],
    ['+1 (206) 555-0100 ext. 5', null],
  ])('3.8: the phone number "%s": %s', (number, why) => {
    const expected = why ? [{ type: 'phone', region: 'Europe', number, why }] : [];
    expect(found(GOOD, (text) => text.replace('"+45 70 10 20 30"', JSON.stringify(number)))).toEqual(expected);
  });
});

/** A pager that calls people, of whom the small desk has no numbers. */
const PHONES = `pagers:
  phones: { type: twilio, account: AC00000000000000000000000000000001, token: TWILIO_TOKEN, from: "+45 70 10 20 30" }
`;

describe('pagers', () => {
  const withPhones = (text: string) => text.concat(PHONES);

  test('can call only people of whom the desk file has a number', () => {
    expect(found(GOOD, withPhones)).toEqual([
      {
        type: 'no-phone',
        people: [expect.objectContaining({ id: ada }), expect.objectContaining({ id: bob }), expect.objectContaining({ id: mia })],
      },
    ]);
    const known = (text: string) =>
      withPhones(text).replace('Ada Lund', '$&, phone: "+45 20 12 34 56"').replace('Bob Hall', '$&, phone: "+45 20 12 34 57"');
    expect(found(GOOD, known)).toEqual([{ type: 'no-phone', people: [expect.objectContaining({ id: mia })] }]);
    expect(found(GOOD, (text) => text.concat('pagers: { ops: { type: pagerduty, routingKey: PD_KEY } }\n'))).toEqual([]);
  });

  test('need their secrets, and a public address to hear what came of a call', () => {
    const desk = smallDesk(withPhones);
    expect(checkPagers(desk, { publicUrl: true, secret: () => true })).toEqual([]);
    expect(checkPagers(desk, { publicUrl: false, secret: (name) => name !== 'TWILIO_TOKEN' })).toEqual([
      { type: 'no-secret', pager: 'phones', name: 'TWILIO_TOKEN' },
      { type: 'no-public-url', pagers: ['phones'] },
    ]);
    const service = smallDesk((text) => text.concat('pagers: { ops: { type: pagerduty, routingKey: PD_KEY } }\n'));
    expect(checkPagers(service, { publicUrl: false, secret: () => true })).toEqual([]);
  });
});

test('each check of the list finds something somewhere: none is idle', () => {
  const bad = smallDesk((text) =>
    text
      .replace('  primary: [ada]\n', '  primary: { people: [ada], hours: 08:00-20:00 }\n  duty-manager: [ada]\n')
      .replaceAll('kind: production', 'kind: sandbox')
      .replace('    projects: [shop]\n', '    projects: [shop]\n    language: fr\n')
      .concat('products: [{ id: erp, name: ERP }]\nteams: [{ id: care, name: { en: Care, de: Betreuung } }]\n', PHONES)
      .replace('"+45 70 10 20 30"', 'soon')
      .replace('people:\n', 'promise: { ladder: [{ beforeEndMinutes: 1, kind: reminder, levels: [duty-manager] }] }\npeople:\n'),
  );
  const facts = { desk: bad, shifts: bad.shifts(START, START + AHEAD_MS, []) };
  expect(CHECKS.map((check) => check(facts).length > 0)).toEqual(CHECKS.map(() => true));
});

describe('what Teams says', () => {
  const desk = smallDesk();
  const everybody = new Map([ada, bob, mia].map((id) => [id, '']));
  const there = new Map([ada, bob, mia].map((id) => [id, 'there'] as const));
  const ofMembers = { teams: [], seen: new Set<string>(), tenants: new Set<string>() };
  const asked = (own: Asked['members'], board: Asked['members'] = everybody): Asked[] => [
    { id: null, members: own },
    { id: 'board', members: board },
  ];

  test('is asked of the desk’s channel and of each place that follows', () => {
    expect(roomsOf(desk.roomsIn([]), desk.file).map(({ id, room }) => [id, room.kind, room.conversationId])).toEqual([
      [null, 'channel', '19:desk@thread.tacv2'],
      ['board', 'channel', '19:board@thread.tacv2'],
      ['everyone', 'groupChat', '19:everyone@thread.v2'],
    ]);
  });

  test.each<[string, Asked[], readonly unknown[]]>([
    ['all is well', asked(everybody), []],
    ['the bot is not in a place that follows', asked(everybody, 'refused'), [{ type: 'not-there', room: 'board' }]],
    ['the bot is not in its own channel, so nobody knows who is', asked('refused'), [{ type: 'not-there', room: null }]],
    [
      'Teams gave no answer',
      asked(null, null),
      [
        { type: 'not-asked', room: null },
        { type: 'not-asked', room: 'board' },
      ],
    ],
    [
      'somebody on call cannot see the thread',
      asked(new Map([[bob, '']])),
      [{ type: 'not-in-team', person: { id: ada, name: 'Ada Lund' } }],
    ],
  ])('%s', (_what, answers, findings) => {
    expect(checkReach(desk, { places: answers, chats: there, ofMembers })).toEqual(findings);
  });

  test('who cannot be written to in person is named, and who was not answered for', () => {
    const crowded = smallDesk((text) => text.replace('  primary: [ada]\n', GOOD));
    expect(checkReach(crowded, { places: asked(everybody), chats: new Map([[bob, 'refused']]), ofMembers })).toEqual([
      { type: 'no-chat', people: [{ id: bob, name: 'Bob Hall' }] },
      {
        type: 'chat-not-asked',
        people: [
          { id: ada, name: 'Ada Lund' },
          { id: mia, name: 'Mia Winter' },
        ],
      },
    ]);
  });

  describe('of the members of projects', () => {
    const linked = smallDesk((text) =>
      text
        .replace('mia: { id: 00000000-0000-4000-8000-00000000000c', 'mia: { upn: Mia@Customer.example')
        .replace('members: [mia, bob]', 'membersFrom: { team: "19:mill@thread.tacv2" }'),
    );
    const [shop, mill] = linked.file.projects;
    if (!shop || !mill) throw new Error('the small desk has two projects');
    const inTeam = (members: Asked['members'], seen: string[] = []) =>
      checkReach(linked, {
        places: asked(everybody),
        chats: there,
        ofMembers: { teams: [{ project: mill, members }], seen: new Set(seen), tenants: new Set() },
      });
    const unseen = { type: 'account-unseen', account: 'mia@customer.example' };

    test.each<[string, Asked['members'], string[], readonly unknown[]]>([
      ['somebody has the account, by the roster of the team', new Map([[mia, 'mia@customer.example']]), [], []],
      ['somebody had it before, wherever they spoke', new Map([[bob, '']]), ['mia@customer.example'], []],
      ['nobody was ever seen who has it', new Map([[bob, 'bob@customer.example']]), [], [unseen]],
      ['nobody is in the team', new Map(), ['mia@customer.example'], [{ type: 'nobody', project: 'Mill' }]],
      ['the bot is not in the team', 'refused', ['mia@customer.example'], [{ type: 'team-not-there', project: 'Mill' }]],
      ['Teams does not say who is', null, ['mia@customer.example'], [{ type: 'team-not-asked', project: 'Mill' }]],
    ])('%s', (_what, members, seen, findings) => {
      expect(inTeam(members, seen)).toEqual(findings);
    });
  });
});

describe('texts by language', () => {
  const scenarios = (title: string) => `scenarios: [{ id: down, title: ${title}, chooseWhen: Always. }]\n`;
  const inRooms = (title: string) => (text: string) =>
    text.replace('    projects: [shop]\n', '    projects: [shop]\n    language: fr\n') + scenarios(title);

  test('miss a language that a room reads: where they stand', () => {
    expect(found(GOOD, inRooms('{ en: Down, de: Ausfall }'))).toEqual([
      { type: 'untranslated', language: 'fr', places: ['scenarios > down > title'] },
    ]);
    expect(found(GOOD, inRooms('{ en: Down, fr: Panne }'))).toEqual([]);
  });

  test('that are written once for all miss nothing, nor does the catalogue', () => {
    expect(found(GOOD, inRooms('Down'))).toEqual([]);
    expect(checkOtherLanguages(smallDesk())).toEqual([]);
  });

  test('in languages that nobody is known to read are told, and are no mistake', () => {
    const others = checkOtherLanguages(smallDesk(inRooms('{ en: Down, fr: Panne }')));
    expect(others.map(({ language }) => language)).toEqual(LANGUAGES.filter((language) => !['en', 'fr'].includes(language)));
    expect(others[0]?.places).toEqual(['scenarios > down > title']);
  });
});
