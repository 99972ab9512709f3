/** Which command a typed text is. A text that is no command is answered with the help, never with silence. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/cards/base/card.ts';
import { VERBS } from '../../src/cards/base/verbs.ts';
import { type Caller, type Command, normalise, type Reply, type Services, type Turn } from '../../src/commands/command.ts';
import { COMMANDS, commandOf, PRESSES, runText } from '../../src/commands/commands.ts';
import { isGrantedTo, type Relation } from '../../src/outage/permissions.ts';
import { en } from '../../src/words/en/index.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { read } from '../support/read-command.ts';

describe('the list of commands', () => {
  test('has every command that a file of commands/ exports', async () => {
    const folder = path.join(import.meta.dirname, '../../src/commands');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const modules = await Promise.all(files.map((file): Promise<object> => import(/* @vite-ignore */ path.join(folder, file))));
    const exported = modules.flatMap((module) => Object.values(module)).filter(isCommand);
    expect(exported.length).toBeGreaterThan(20);
    const listed = COMMANDS.map(({ name }) => name);
    expect(exported.map(({ name }) => name).filter((name) => !listed.includes(name))).toEqual([]);
  });

  const OF_OUTAGE = COMMANDS.map(({ name }) => name).filter((name) => name.startsWith('/outage '));
  // Otherwise a customer whose report begins with that word would be answered by the command, and their report lost.
  test.each(OF_OUTAGE)('takes %s with more words behind it as the title of a report', (name) => {
    expect(read(`${name} of all stores is down`)?.[0]).toBe('/outage');
  });
});

function isCommand(value: unknown): value is Command {
  return typeof value === 'object' && value !== null && 'name' in value && 'parse' in value && 'run' in value;
}

describe('the report', () => {
  test.each([
    '/outage',
    'outage',
    'OUTAGE',
    'Outage.',
    'outage?',
    ' /outage ',
    '\u00A0outage\u00A0',
    'outage\n',
    '\u200Boutage\u200B',
    '\uFEFF/outage',
    '\uFF0F\uFF4F\uFF55\uFF54\uFF41\uFF47\uFF45',
    'report an outage',
    'Report  an   outage',
    'report\u00A0an\u00A0outage',
    'report a outage',
    'report the outage',
    'report outage',
    '/report outage',
    'report a production outage',
    'production outage',
    'report an outage please',
    '/outage production is down',
    'outage: production is down',
    'outage, we cannot invoice',
  ])('%j begins one', (text) => {
    expect(read(text)?.[0]).toBe('/outage');
  });

  test.each([
    'see docs/outage-guide',
    'outage-guide',
    'outage_guide',
    'outages are bad',
    'outages',
    'an outage',
    'is there an outage',
    'the outage is over',
    'report',
    'report anoutage',
    'reported an outage',
    'I want to report an outage',
    '//outage',
    'out age',
    'hello',
    '...',
  ])('%j does not', (text) => {
    expect(read(text)).toBeNull();
  });
});

describe('on-call and check', () => {
  test.each([
    ['/outage on-call', '/outage on-call'],
    ['outage on call', '/outage on-call'],
    ['/outage oncall', '/outage on-call'],
    ['on-call', '/outage on-call'],
    ['who is on call?', '/outage on-call'],
    ['Who\u2019s on call', '/outage on-call'],
    ['/outage check', '/outage check'],
    ['outage check.', '/outage check'],
    // 3.5: as with list, mine and cancel, the word alone is enough.
    ['check', '/outage check'],
  ])('%j is %s', (text, command) => {
    expect(read(text)).toEqual([command, '']);
  });

  test.each(['/outage on-call planning is down', 'outage check-in desk is down', '/outage checkout fails', '/outage check out is down'])(
    '%j is the title of a report',
    (text) => {
      expect(read(text)?.[0]).toBe('/outage');
    },
  );

  test.each(['call', 'check in', 'whoever is on call'])('%j is neither', (text) => {
    expect(read(text)).toBeNull();
  });
});

describe('an engineer', () => {
  test.each([
    'ack',
    'Ack',
    'ACK',
    'Ack.',
    'ack!',
    '/ack',
    'acknowledge',
    'Acknowledged',
    'acknowledged.',
    '\u00A0ack\n',
    '\uFF41\uFF43\uFF4B',
  ])('takes it with %j', (text) => {
    expect(read(text)).toEqual(['ack', '']);
  });

  test.each([
    ['ack, on it', 'on it'],
    ['ack OUT-1042', 'OUT-1042'],
    ['acknowledge OUT-1042', 'OUT-1042'],
    ['ack: looking at the logs', 'looking at the logs'],
  ])('takes it with "%s"', (text, argument) => {
    expect(read(text)).toEqual(['ack', argument]);
  });

  test.each([
    'acknowledgement',
    'back',
    'ack?',
    'not ack',
    'ack not yet',
    'ack later',
    'ack, who takes it?',
    'ack, I will not take it',
    'ack\nI will not take it',
    'ack\nmaybe later',
    'pack',
    'acknowledge that the docs are wrong',
    'hack',
  ])('does not take it with %j', (text) => {
    expect(read(text)).toBeNull();
  });

  test.each([
    ['update We found it.', 'We found it.'],
    ['Update: we found it', 'we found it'],
    ['update, we found it', 'we found it'],
    ['/update we found it', 'we found it'],
    ['UPDATE   we found it  ', 'we found it'],
    ['update\u00A0we found it', 'we found it'],
    ['update\nline one\n\nline two', 'line one\n\nline two'],
    ['update:\nline one', 'line one'],
    ['update -5 degrees in the server room', '-5 degrees in the server room'],
    ['update \u00BD of the users, m\u00B2 \uFF21', '\u00BD of the users, m\u00B2 \uFF21'],
    ['update', ''],
    ['update:', ''],
    ['Update  ', ''],
  ])('tells people with %j', (text, argument) => {
    expect(read(text)).toEqual(['update', argument]);
  });

  test.each(['updated the docs', 'updates?', 'updating now', 'any update?', 'update?', "update's here", 'update-guide', 'upd we found it'])(
    'tells nobody with %j',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  test.each([
    ['resolve We restarted it.', 'We restarted it.'],
    ['resolved: we restarted it', 'we restarted it'],
    ['Resolved: we restarted it', 'we restarted it'],
    ['Resolved. We restarted it.', 'We restarted it.'],
    ['/resolve we restarted it', 'we restarted it'],
    ['resolve .NET was restarted', '.NET was restarted'],
    ['resolve not the network: the disk was full', 'not the network: the disk was full'],
    ['resolve\nline one\nline two', 'line one\nline two'],
    ['resolved', ''],
    ['Resolved.', ''],
  ])('ends it with %j', (text, argument) => {
    expect(read(text)).toEqual(['resolve', argument]);
  });

  test.each([
    'resolved?',
    'resolved not yet',
    'Resolved: not yet',
    'resolved, not yet',
    'resolved. later',
    'resolved:\nnot yet',
    'resolve not yet',
    'resolve: later',
    'resolved we restarted it',
    'Resolved? Not here.',
    'resolve?',
    'resolver is down',
    'resolves itself',
    'resolution',
    'not resolved',
    'is it resolved',
    'unresolved',
  ])('ends nothing with %j', (text) => {
    expect(read(text)).toBeNull();
  });
});

describe('help', () => {
  test.each(['help', 'Help', '/help', 'HELP!', 'help me', 'help?', '\u00A0help'])('is asked for with %j', (text) => {
    expect(read(text)?.[0]).toBe('help');
  });

  /** The help needs nothing but the desk. */
  const parts = { desk: smallDesk() } as Services;
  const place = { kind: 'personal', tenantId: parts.desk.file.desk.tenant };
  const caller = (roles: Caller['actor']['roles']) => {
    const projects = roles.includes('customer') ? parts.desk.file.projects : [];
    return {
      actor: { id: 'x', name: 'X', roles: roles.filter((role) => role !== 'customer') },
      place,
      words: en,
      membership: async () => ({ projects, doubt: null }),
    } as unknown as Caller;
  };
  function cardOf(reply: Reply): Card {
    if (reply.type !== 'card') throw new Error(`a ${reply.type}`);
    return reply.card;
  }
  const helpFor = async (text: string, roles: Caller['actor']['roles'] = ['engineer']) =>
    cardOf(await runText(text, { ...parts, ...caller(roles) }));
  /** What stands behind More. */
  const moreFor = async (roles: Caller['actor']['roles']) =>
    JSON.stringify(cardOf(await PRESSES['help-more'].run({}, { ...parts, ...caller(roles) })));

  test.each(['lorem ipsum', 'outages are bad', '?', '\u{1F6A8}', 'x'.repeat(30_000), '${1+1}', '<at>Everyone</at>', '\u0000'])(
    'comes for %j, and says that it was not understood',
    async (text) => {
      expect(JSON.stringify(await helpFor(text))).toContain(en.look.help.youSaid);
    },
  );

  test.each(['help', '', '   ', '\u200B'])('for %j says what the bot is for', async (text) => {
    const card = JSON.stringify(await helpFor(text));
    expect(card).toContain(en.look.help.text);
    expect(card).not.toContain(en.look.help.youSaid);
  });

  test('never repeats what somebody typed', async () => {
    expect(JSON.stringify(await helpFor('my password is hunter2'))).not.toContain('hunter2');
  });

  async function shownTo(roles: Caller['actor']['roles']): Promise<readonly string[]> {
    const text = await moreFor(roles);
    return COMMANDS.filter((command) => text.includes(command.help(en).replaceAll('"', '\\"'))).map(({ name }) => name);
  }
  const OF_CUSTOMERS = ['/outage list', '/outage mine', '/outage status', 'still down', 'it works', 'withdraw'];
  const OF_ENGINEERS = ['/outage timeline', '/outage check', '/outage drill', 'ack', 'hand over', 'reopen'];
  /** The roles of somebody, what each makes of them, and some commands that they see and that they do not. */
  const READERS: readonly [Caller['actor']['roles'], readonly Relation[], readonly string[], readonly string[]][] = [
    [[], ['anyone'], [], [...OF_CUSTOMERS, ...OF_ENGINEERS, '/outage setup']],
    [['customer'], ['anyone', 'customer', 'joined', 'reporter'], OF_CUSTOMERS, [...OF_ENGINEERS, '/outage setup']],
    [['dispatcher'], ['anyone', 'dispatcher'], ['report for'], [...OF_CUSTOMERS, ...OF_ENGINEERS, '/outage setup']],
    [['administrator'], ['anyone', 'administrator'], ['/outage setup'], [...OF_CUSTOMERS, ...OF_ENGINEERS]],
    [['engineer'], ['anyone', 'engineer'], OF_ENGINEERS, ['/outage setup', 'withdraw']],
  ];

  test.each(READERS)('shows %j what they may do, in the order of the list, and nothing else', async (roles, relations, some, none) => {
    const names = await shownTo(roles);
    // People who do not work at the desk read only what Teams offers them in their own chat.
    const isOfDesk = roles.includes('engineer') || roles.includes('dispatcher');
    const offered = COMMANDS.filter(({ menu }) => isOfDesk || menu?.includes('personal') || menu?.includes('help'));
    const permitted = offered.filter(({ needs }) => relations.some((relation) => isGrantedTo(needs, relation)));
    expect(names).toEqual(permitted.map(({ name }) => name));
    expect(names).toEqual(expect.arrayContaining(['/outage', 'help', ...some]));
    for (const name of none) expect(names).not.toContain(name);
  });

  test('says what else has a button, a line for each of the roles that somebody has', async () => {
    const { onCards, what } = en.permissions;
    const [stranger, customer, engineer] = [await moreFor([]), await moreFor(['customer']), await moreFor(['engineer'])];
    for (const line of Object.values(onCards)) expect(stranger).not.toContain(line('').slice(0, 20));
    expect(customer).toContain(what.join);
    expect(customer).toContain(what.correct);
    expect(customer).not.toContain(what.promote);
    expect(engineer).toContain(what.promote);
    expect(engineer).not.toContain(what.join);
    // Nobody does what follows from another action, and what has a command is listed already.
    for (const text of [customer, engineer])
      expect(text).not.toMatch(new RegExp(`cards[^"]*(?:${what.absorb}|${what.acknowledge}|${what['suggest-merge']})`));
  });

  test('is the same for everybody in company, so that it tells nobody of what others are', async () => {
    const group = { ...place, kind: 'groupChat', conversationId: '19:group@thread.v2' };
    const rooms = { all: async () => [] };
    const said = async (roles: Caller['actor']['roles']) =>
      await runText('help', { ...parts, ...caller(roles), rooms, place: group } as unknown as Turn);
    const first = await said([]);
    for (const role of ['customer', 'engineer', 'dispatcher', 'administrator'] as const) expect(await said([role])).toEqual(first);
  });
});

describe('a report by phone', () => {
  test.each([
    ['report for Contoso', 'Contoso'],
    ['Report for  Contoso ERP', 'Contoso ERP'],
    ['/report for contoso-erp', 'contoso-erp'],
    ['report for', ''],
    ['report by phone', ''],
    ['Report by phone.', ''],
  ])('%j is for %j', (text, customer) => {
    expect(read(text)).toEqual(['report for', customer]);
  });

  test.each(['report', 'report fortune', 'a report for Contoso', 'report by phone does not work', `report for ${'x'.repeat(300)}`])(
    '%j is none',
    (text) => {
      expect(read(text)?.[0]).not.toBe('report for');
    },
  );

  test.each(['/outage for two hours nobody can sign in', 'report outage for Contoso', '/outage report for month end fails'])(
    '%j is the title of a report',
    (text) => {
      expect(read(text)?.[0]).toBe('/outage');
    },
  );
});

describe('what the reporter says', () => {
  test.each([
    ['still down', 'still down', ''],
    ["It's still down.", 'still down', ''],
    ['still down: orders fail', 'still down', 'orders fail'],
    ['still down OUT-1042 orders fail', 'still down', 'OUT-1042 orders fail'],
    ['it works', 'it works', ''],
    ['It works again!', 'it works', ''],
    ['works now OUT-1042', 'it works', 'OUT-1042'],
    ['withdraw', 'withdraw', ''],
    ['Withdraw my report.', 'withdraw', ''],
    ['withdraw OUT-1042', 'withdraw', 'OUT-1042'],
    ['it is an outage', 'it is an outage', ''],
    ["It's an outage OUT-1042", 'it is an outage', 'OUT-1042'],
  ])('%j is %j', (text, name, argument) => {
    expect(read(text)).toEqual([name, argument]);
  });

  test.each([
    'still down?',
    'is it still down',
    'it is still downloading',
    'does it work',
    'it works?',
    'it works for me but not for others',
    'it worked',
    'withdraw money does not work',
    'withdraw?',
    'do not withdraw',
    'is it an outage',
    'it is an outage?',
    'it is an outage of the printers',
  ])('%j says nothing of the kind', (text) => {
    expect(read(text)).toBeNull();
  });
});

describe('what is asked', () => {
  test.each([
    ['/outage list', '/outage list', ''],
    ['list outages', '/outage list', ''],
    ['list', '/outage list', ''],
    ['mine', '/outage mine', 'mine'],
    ['OUT-1042', '/outage status', 'OUT-1042'],
    ['1042', '/outage status', '1042'],
    ['outages list', '/outage list', ''],
    ['/outage mine', '/outage mine', ''],
    ['my outages', '/outage mine', ''],
    ['/outage status OUT-1042', '/outage status', 'OUT-1042'],
    ['status 1042', '/outage status', '1042'],
    ['status', '/outage status', ''],
    ['timeline', '/outage timeline', ''],
    ['/outage timeline out1042.', '/outage timeline', 'out1042'],
  ])('%j is %j', (text, name, argument) => {
    expect(read(text)).toEqual([name, argument]);
  });

  test.each([
    '/outage list of customers is empty',
    '/outage status page answers 503',
    '/outage mine is flooded',
    '/outage timeline is empty',
  ])('%j is the title of a report', (text) => {
    expect(read(text)).toEqual(['/outage', text.slice('/outage '.length)]);
  });

  test.each(['status?', 'lists', 'mines', '12 users', 'status of the printers', 'timeline of events please'])(
    '%j asks for nothing',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );
});

describe('15.1 what Teams inserts after a slash', () => {
  test.each([
    ['outage', '/outage', ''],
    ['outage posting fails for everyone', '/outage', 'posting fails for everyone'],
    ['outage list of customers is empty', '/outage', 'list of customers is empty'],
    ['outage list', '/outage list', ''],
    ['list', '/outage list', ''],
    ['list please', '/outage list', ''],
    ['list of customers is empty', '/outage list', ''],
    ['mine', '/outage mine', ''],
    ['mine today', '/outage mine', ''],
    ['status', '/outage status', ''],
    ['status?', '/outage status', ''],
    ['status OUT-1042', '/outage status', 'OUT-1042'],
    ['status 1042 please', '/outage status', '1042'],
    ['status of the printers, OUT-1042', '/outage status', 'OUT-1042'],
    ['timeline of 1042, please', '/outage timeline', 'of 1042'],
    ['timeline of the night', '/outage timeline', ''],
    ['on-call tomorrow', '/outage on-call', ''],
    ['on call', '/outage on-call', ''],
    ['help, how does this work', 'help', ''],
    // Other cases, slashes, and the app's name in front.
    ['LIST', '/outage list', ''],
    ['//list', '/outage list', ''],
    ['/ Status OUT-1042', '/outage status', 'OUT-1042'],
    ['\uFF0Fmine', '/outage mine', ''],
    ['Outage Desk', null, ''],
    ['/Outage Desk list', '/outage list', ''],
    ['@outage-desk: /on-call', '/outage on-call', ''],
    ['Outage Desk outage posting fails', '/outage', 'posting fails'],
    ['outage desk is out of reach', '/outage', 'desk is out of reach'],
    // What is in no menu is understood as anywhere.
    ['//ack OUT-1042', 'ack', 'OUT-1042'],
    ['setup', '/outage setup', ''],
    ['listing is broken', null, ''],
    ['help-desk is down', null, ''],
    ['', null, ''],
  ])('%j is %j', (text, name, argument) => {
    const found = commandOf(normalise(text), { isPrivate: true });
    expect(found && [found.command.name, found.argument]).toEqual(name && [name, argument]);
  });

  test('is no command in their own chat, where these words are what is down', () => {
    for (const text of ['list of customers is empty', 'mine today', 'help, how does this work']) expect(read(text)).toBeNull();
  });
});

describe('setting up', () => {
  test.each(['/outage setup', 'outage setup', 'setup', '/setup', 'Set-up', 'SETUP.', '/outage  set-up'])('is asked for with %j', (text) => {
    expect(read(text)?.[0]).toBe('/outage setup');
  });

  test.each(['/outage setup fails for everyone', 'outage: setup of the till is broken', 'outage setups'])('is not meant by %j', (text) => {
    expect(read(text)?.[0]).toBe('/outage');
  });
});

describe('the lists', () => {
  test.each(COMMANDS.map(({ name }) => name))('what the menu inserts for %s is understood as it', (name) => {
    expect(read(name)?.[0]).toBe(name);
  });

  test('every verb of a card has its handler, and no handler is without a verb', () => {
    expect(Object.keys(PRESSES).sort()).toEqual([...VERBS].sort());
  });

  test('an endless text is read at once', () => {
    for (const text of [' '.repeat(100_000), 'report '.repeat(15_000), `report${' '.repeat(100_000)}x`, 'update:'.repeat(15_000)]) {
      expect(() => read(text)).not.toThrow();
    }
  });
});
