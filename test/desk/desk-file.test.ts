/** The desk file: its defaults, and that every mistake in it is named with its line and a remedy. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deskFileSchema } from '../../src/desk/desk-file.ts';
import { type DeskFileProblem, describeProblems, readDeskFile } from '../../src/desk/file/read-desk-file.ts';
import { DEFAULT_SCENARIOS } from '../../src/desk/scenarios/default-scenarios.ts';
import { scenarioSchema, scenariosSchema } from '../../src/desk/scenarios/schema.ts';
import { SMALL_DESK } from '../support/desk/small-desk.ts';
import { MINUTE_MS } from '../support/outage/apply.ts';

/** The problems of the small desk file with a piece of it replaced. Throws when the piece is not in it. */
function problemsWith(...changes: readonly (readonly [from: string, to: string])[]): readonly DeskFileProblem[] {
  let text = SMALL_DESK;
  for (const [from, to] of changes) {
    expect(text, 'the piece to replace is in the file').toContain(from);
    text = text.replace(from, to);
  }
  const result = readDeskFile(text);
  return 'problems' in result ? result.problems : [];
}
const lineOf = (text: string, piece: string) => text.slice(0, text.indexOf(piece)).split('\n').length;

describe('a desk file that says nothing of the promise', () => {
  const result = readDeskFile(SMALL_DESK);
  const desk = 'desk' in result ? result.desk : null;

  test('promises an acknowledgement within 30 minutes, a reminder at 15, a last call at 25, then a ping every 10, an update every 30', () => {
    const breach = { levels: ['primary', 'secondary', 'duty-manager'], direct: false, repeatEveryMs: 10 * MINUTE_MS };
    const rungs = (reminder: number, lastCall: number) => [
      { afterMs: reminder * MINUTE_MS, kind: 'reminder', levels: ['primary', 'secondary'], direct: false },
      { afterMs: lastCall * MINUTE_MS, kind: 'last-call', levels: ['primary', 'secondary', 'duty-manager'], direct: true },
    ];
    expect(desk?.policy).toEqual({
      acknowledgeWithinMs: 30 * MINUTE_MS,
      rungs: rungs(15, 25),
      breach,
      // Half the time when it is put back, and half as often after two hours.
      again: { acknowledgeWithinMs: 15 * MINUTE_MS, rungs: rungs(7.5, 12.5), breach },
      updateEveryMs: 30 * MINUTE_MS,
      laterAfterMs: 120 * MINUTE_MS,
      laterUpdateEveryMs: 60 * MINUTE_MS,
      nudgeEveryMs: 10 * MINUTE_MS,
      replyReminderMs: 10 * MINUTE_MS,
      reopenWithinMs: 72 * 60 * MINUTE_MS,
      reopenAtStillDown: 1,
      closeAfterMs: 24 * 60 * MINUTE_MS,
    });
  });

  test('offers the default catalogue, speaks English, and counts in UTC', () => {
    expect(desk?.written.scenarios).toEqual(scenariosSchema.parse(DEFAULT_SCENARIOS));
    expect(desk?.file.desk).toMatchObject({ timeZone: 'UTC', languages: [{ id: 'en', name: 'English' }] });
  });

  test('has a catalogue that the schema itself would take, with one line each and no id twice', () => {
    for (const scenario of DEFAULT_SCENARIOS) expect(scenarioSchema.safeParse(scenario).success, scenario.id).toBe(true);
    expect(new Set(DEFAULT_SCENARIOS.map(({ id }) => id)).size).toBe(DEFAULT_SCENARIOS.length);
  });
});

describe('each mistake is named with its line and a remedy', () => {
  test.each<[what: string, from: string, to: string, where: string, path: string, remedy: RegExp]>([
    ['an unknown key at the top', 'engineers:', 'colour: red\nengineers:', 'colour', 'colour', /no such key.*take it out/],
    ['an unknown key inside', '  name: Small desk', '  name: Small desk\n  nick: S', 'nick', 'desk.nick', /no such key/],
    ['a call without https', '  name: Small', '  bridge: http://x.dk\n  name: Small', 'bridge', 'desk.bridge', /whole address, with https/],
    [
      'a call with a password in it',
      '  name: Small',
      '  bridge: https://me:1@x.dk/1\n  name: Small',
      'bridge',
      'desk.bridge',
      /without a name or a password/,
    ],
    [
      'a host that is an address',
      '  name: Small',
      '  bridgeHosts: ["https://x.dk"]\n  name: Small',
      'bridgeHosts',
      'desk.bridgeHosts.0',
      /name of a host alone/,
    ],
    [
      'a page that is a script',
      'kind: sandbox }',
      'kind: sandbox, links: [{ title: Logs, url: "javascript:alert(1)" }] }',
      'javascript',
      'projects.0.environments.1.links.0.url',
      /whole address, with https/,
    ],
    [
      'more pages than fit a card',
      'kind: sandbox }',
      `kind: sandbox, links: [${Array(9).fill('{ title: Logs, url: "https://x.dk" }')}] }`,
      'links',
      'projects.0.environments.1.links',
      /at most 8/,
    ],
    ['a missing section', 'onCall:\n  primary: [ada]\n', '', 'desk:', 'onCall', /missing: write a group of keys/],
    ['an empty section', 'engineers: [ada, bob]', 'engineers:', 'engineers', 'engineers', /missing: write a list/],
    ['text where a list belongs', 'engineers: [ada, bob]', 'engineers: ada', 'engineers', 'engineers', /write a list/],
    ['a number where text belongs', 'number: "+45 70 10 20 30"', 'number: 112', 'number: 112', 'desk.phones.0.number', /in quotes/],
    ['an empty text', 'name: Small desk', 'name: "  "', 'name: "  "', 'desk.name', /say something/],
    [
      'a person without a GUID',
      '00000000-0000-4000-8000-00000000000a',
      'ada@example.com',
      'ada@',
      'people.ada.id',
      /Entra object id.*Entra admin/,
    ],
    ['a tenant without a GUID', '00000000-0000-4000-8000-000000000001', 'contoso', 'tenant: contoso', 'desk.tenant', /tenant id/],
    [
      'a person under two keys',
      '00000000-0000-4000-8000-00000000000b',
      '00000000-0000-4000-8000-00000000000A',
      '  bob',
      'people.bob.id',
      /also the id of 'ada'/,
    ],
    ['a key in capitals', '  ada: {', '  Ada: {', '  Ada', 'people.Ada', /small letters/],
    ['an unknown engineer', 'engineers: [ada', 'engineers: [eve', 'engineers', 'engineers.0', /no person 'eve'.*ada, bob, mia/],
    ['an unknown person on call', 'primary: [ada]', 'primary: [eve]', 'primary', 'onCall.primary.0', /no person 'eve'/],
    ['an unknown member', 'members: [mia]', 'members: [mia, eve]', 'members', 'projects.0.members.1', /no person 'eve'/],
    [
      'an unknown project of a follower',
      'projects: [shop]',
      'projects: [shop, mill]',
      'projects: [shop, mill]',
      'followers.0.projects.1',
      /no project 'mill'.*shop/,
    ],
    [
      'nonsense for the projects of a follower',
      'projects: [shop]',
      'projects: some',
      'projects: some',
      'followers.0.projects',
      /all, or a list/,
    ],
    ['a customer on call', 'primary: [ada]', 'primary: [mia]', 'primary', 'onCall.primary.0', /no engineer.*add them/],
    ['a customer on call second', 'primary: [ada]', 'primary: [ada]\n  secondary: [mia]', 'secondary', 'onCall.secondary.0', /no engineer/],
    ['nobody on call', 'primary: [ada]', 'primary: []', 'primary', 'onCall.primary', /somebody has to be on call/],
    ['no engineer', 'engineers: [ada, bob]', 'engineers: []', 'engineers', 'engineers', /nobody can acknowledge/],
    ['a project id twice', '  - id: mill-2', '  - id: shop', '- id: shop\n    name: Mill', 'projects.1.id', /'shop' stands twice/],
    [
      'a follower id twice',
      '  - id: everyone',
      '  - id: board',
      '- id: board\n    room: { kind: group',
      'followers.1.id',
      /'board' stands twice/,
    ],
    [
      'a tenant of a project twice, whatever its capitals',
      '    members: [mia]',
      '    tenant: [00000000-0000-4000-8000-0000000000f1, 00000000-0000-4000-8000-0000000000F1]\n    members: [mia]',
      '    tenant: [',
      'projects.0.tenant.1',
      /stands twice/,
    ],
    [
      'a linked team of which nobody says in which of the tenants it is',
      '    members: [mia]',
      '    tenant: [00000000-0000-4000-8000-0000000000f1, 00000000-0000-4000-8000-0000000000f2]\n    membersFrom: { team: "19:t@thread.tacv2" }',
      '    membersFrom',
      'projects.0.membersFrom.tenant',
      /several tenants, so say which one/,
    ],
    [
      'a linked team in a tenant that the project has not',
      '    members: [mia]',
      '    membersFrom: { team: "19:t@thread.tacv2", tenant: 00000000-0000-4000-8000-0000000000f1 }',
      '    membersFrom',
      'projects.0.membersFrom.tenant',
      /none of the tenants of the project/,
    ],
    [
      'a person in a tenant that no project of theirs has',
      'mia: { id: 00000000-0000-4000-8000-00000000000c,',
      'mia: { id: 00000000-0000-4000-8000-00000000000c, tenant: 00000000-0000-4000-8000-0000000000f1,',
      '  mia',
      'people.mia.tenant',
      /no project that names this person has this tenant/,
    ],
    [
      'a follower in a tenant that no project has',
      '    projects: [shop]',
      '    tenant: 00000000-0000-4000-8000-0000000000f1\n    projects: all',
      '    tenant',
      'followers.0.tenant',
      /no project has this tenant/,
    ],
    [
      'a follower in the tenant of a customer that is internal',
      '    projects: [shop]',
      '    tenant: 00000000-0000-4000-8000-0000000000f1\n    audience: internal\n    projects: all',
      '    audience',
      'followers.0.audience',
      /for rooms of the desk's own tenant/,
    ],
    [
      'an unknown audience',
      '    projects: [shop]',
      '    audience: everyone\n    projects: [shop]',
      '    audience',
      'followers.0.audience',
      /write customer, internal or executive/,
    ],
    [
      'an unknown administrator of a customer',
      '    members: [mia]',
      '    members: [mia]\n    customerAdmins: [eve]',
      '    customerAdmins',
      'projects.0.customerAdmins.0',
      /no person 'eve'/,
    ],
    ['an environment id twice', 'id: test', 'id: live', 'id: live, name: Test', 'projects.0.environments.1.id', /'live' stands twice/],
    [
      'an unknown kind of environment',
      'kind: sandbox',
      'kind: uat',
      'kind: uat',
      'projects.0.environments.1.kind',
      /one of: production, sandbox/,
    ],
    [
      'an address without https',
      'url: https://example.com/new',
      'url: example.com/new',
      'url: example',
      'desk.supportRequest.url',
      /with https/,
    ],
    [
      'an unknown kind of room',
      'kind: channel, conversation',
      'kind: chanel, conversation',
      'kind: chanel',
      'followers.0.room.kind',
      /one of: channel, groupChat/,
    ],
    [
      'a channel by its name',
      'channel: "19:desk@thread.tacv2"',
      'channel: Support desk',
      'channel: Support',
      'desk.channel',
      /conversation id/,
    ],
    [
      'no channel, and nobody who could choose one',
      '  channel: "19:desk@thread.tacv2"\n',
      '',
      'desk:',
      'desk.channel',
      /or list administrators/,
    ],
    ['a queue that customers read', '  phones:', '  queue: "19:board@thread.tacv2"\n  phones:', 'queue:', 'desk.queue', /engineers alone/],
    [
      'an administrator who is nobody',
      'engineers: [ada, bob]',
      'administrators: [eve]\nengineers: [ada, bob]',
      'administrators',
      'administrators.0',
      /no person 'eve'/,
    ],
    [
      'a dispatcher who is nobody',
      'engineers: [ada, bob]',
      'dispatchers: [eve]\nengineers: [ada, bob]',
      'dispatchers',
      'dispatchers.0',
      /no person 'eve'/,
    ],
    [
      'a time zone that is none',
      'name: Small desk',
      'name: Small desk\n  timeZone: Copenhagen',
      'timeZone',
      'desk.timeZone',
      /IANA.*Europe\/Copenhagen/,
    ],
    [
      'a language twice',
      'name: Small desk',
      'name: Small desk\n  languages: [{ id: da, name: Dansk }, { id: da, name: Danish }]',
      'languages',
      'desk.languages.1.id',
      /'da' stands twice/,
    ],
    [
      'no phone number',
      'phones: [{ region: Europe, number: "+45 70 10 20 30" }]',
      'phones: []',
      'phones',
      'desk.phones',
      /at least one phone/,
    ],
    [
      'rungs out of order',
      'people:',
      'promise:\n  ladder:\n    - { afterMinutes: 20, kind: reminder, levels: [primary] }\n    - { afterMinutes: 10, kind: last-call, levels: [primary] }\npeople:',
      'afterMinutes: 10',
      'promise.ladder.1.afterMinutes',
      /in order of time/,
    ],
    [
      'two rungs at the same time',
      'people:',
      'promise:\n  ladder:\n    - { afterMinutes: 20, kind: reminder, levels: [primary] }\n    - { afterMinutes: 20, kind: last-call, levels: [primary] }\npeople:',
      'kind: last-call',
      'promise.ladder.1.afterMinutes',
      /in order of time/,
    ],
    [
      'a rung after the promise',
      'people:',
      'promise:\n  acknowledgeWithinMinutes: 15\n  ladder: [{ afterMinutes: 15, kind: reminder, levels: [primary] }]\npeople:',
      'ladder',
      'promise.ladder.0.afterMinutes',
      /before the promise ends at 15/,
    ],
    [
      'an unknown level',
      'people:',
      'promise:\n  breach: { levels: [boss] }\npeople:',
      'breach',
      'promise.breach.levels.0',
      /primary, secondary, duty-manager/,
    ],
    [
      'a promise of no time',
      'people:',
      'promise: { acknowledgeWithinMinutes: 0 }\npeople:',
      'promise',
      'promise.acknowledgeWithinMinutes',
      /more than 0/,
    ],
    [
      'a promise of a week',
      'people:',
      'promise: { updateEveryMinutes: 10080 }\npeople:',
      'promise',
      'promise.updateEveryMinutes',
      /at most a day/,
    ],
    ['a plan, when there are none', 'name: Web shop', 'name: Web shop\n    plan: gold', 'plan: gold', 'projects.0.plan', /add it to plans/],
    [
      'an unknown plan',
      'projects:\n  - id: shop\n',
      'plans: [{ id: basic, name: Basic, replyWithinMinutes: 60 }]\nprojects:\n  - id: shop\n    plan: gold\n',
      'plan: gold',
      'projects.0.plan',
      /no plan 'gold'; the known ones are basic/,
    ],
    [
      'a plan twice',
      'people:',
      'plans:\n  - { id: a, name: A, replyWithinMinutes: 60 }\n  - { id: a, name: B, replyWithinMinutes: 90 }\npeople:',
      '  - { id: a, name: B',
      'plans.1.id',
      /'a' stands twice/,
    ],
    [
      'a plan that replies in no time',
      'people:',
      'plans: [{ id: a, name: A, replyWithinMinutes: 0 }]\npeople:',
      'plans',
      'plans.0.replyWithinMinutes',
      /more than 0/,
    ],
    [
      'two teams of one name',
      'people:',
      'teams:\n  - { id: a, name: Care }\n  - { id: b, name: care }\npeople:',
      '  - { id: b',
      'teams.1.name',
      /give each its own/,
    ],
    [
      'a team in a room by its name',
      'people:',
      'teams:\n  - { id: a, name: Care, room: { kind: channel, conversation: Care room } }\npeople:',
      '  - { id: a',
      'teams.0.room.conversation',
      /conversation id/,
    ],
    [
      'a scenario twice',
      'people:',
      'scenarios:\n  - { id: a, title: A, chooseWhen: Always. }\n  - { id: a, title: B, chooseWhen: Never. }\npeople:',
      '  - { id: a, title: B',
      'scenarios.1.id',
      /'a' stands twice/,
    ],
    [
      'a scenario that no phone can show',
      'people:',
      `scenarios: [{ id: a, title: ${'long '.repeat(20)}, chooseWhen: Always. }]\npeople:`,
      'scenarios',
      'scenarios.0.title',
      /under 40 characters/,
    ],
  ])('%s', (_what, from, to, where, expectedPath, remedy) => {
    const problems = problemsWith([from, to]);
    expect(problems.map((problem) => problem.path)).toContain(expectedPath);
    const problem = problems.find((one) => one.path === expectedPath);
    expect(problem?.message).toMatch(remedy);
    expect(problem?.line, 'the line').toBe(lineOf(SMALL_DESK.replace(from, to), where));
  });

  test('all of several, also where one section is broken and another refers to somebody unknown', () => {
    const problems = problemsWith(
      ['tenant: 00000000-0000-4000-8000-000000000001', 'tenant: contoso'],
      ['engineers: [ada, bob]', 'engineers: [ada, eve]\ncolour: red'],
      ['members: [mia]', 'members: [mia, zoe]'],
      ['kind: sandbox', 'kind: uat'],
      ['people:', 'promise: { ladder: [{ afterMinutes: 45, kind: reminder, levels: [primary] }] }\npeople:'],
    );
    expect(problems.map((problem) => problem.path).sort()).toEqual([
      'colour',
      'desk.tenant',
      'engineers.1',
      'projects.0.environments.1.kind',
      'projects.0.members.1',
      'promise.ladder.0.afterMinutes',
    ]);
  });

  test('reads as one line each, with the file', () => {
    const problems = problemsWith(['engineers: [ada, bob]', 'engineers: [eve]']);
    expect(describeProblems('env/desk.yaml', problems)).toEqual([
      `env/desk.yaml:${lineOf(SMALL_DESK, 'engineers')}  engineers.0  there is no person 'eve'; the known ones are ada, bob, mia`,
      `env/desk.yaml:${lineOf(SMALL_DESK, 'primary')}  onCall.primary.0  'ada' is on call but no engineer, so could not acknowledge; add them to engineers`,
    ]);
  });
});

describe('a text that is no desk file', () => {
  test.each<[string, string, number, RegExp]>([
    ['nothing', '', 1, /missing/],
    ['only a comment', '# desk\n', 1, /missing/],
    ['a bracket that is not closed', `${SMALL_DESK}extra: [1, 2\n`, SMALL_DESK.split('\n').length + 1, /Flow sequence.*end with a \]/],
    ['a tab for an indent', 'desk:\n\tname: x\n', 2, /tab/i],
    ['a key twice', `${SMALL_DESK}engineers: [ada]\n`, SMALL_DESK.split('\n').length, /unique/],
    ['a key twice in a map on one line', 'desk: { name: x, name: y }\n', 1, /unique/],
    ['two documents', `${SMALL_DESK}---\na: 1\n`, SMALL_DESK.split('\n').length, /multiple documents/],
    ['an alias of nothing', `${SMALL_DESK}extra: *nobody\n`, 1, /alias.*Write the values out/],
    ['an alias bomb', bomb(), 1, /alias.*Write the values out/],
    ['a list', '- 1\n', 1, /group of keys/],
    ['a word', 'hello', 1, /group of keys/],
  ])('%s is refused with a line', (_what, text, line, message) => {
    const result = readDeskFile(text);
    if (!('problems' in result)) throw new Error('it was taken');
    expect(result.problems[0]).toMatchObject({ line, message: expect.stringMatching(message) });
  });

  test('another file is refused in few and short lines', () => {
    const result = readDeskFile(`a: 1\n}\n${'y'.repeat(5000)}\n${': b\n'.repeat(50)}`);
    if (!('problems' in result)) throw new Error('it was taken');
    expect(result.problems).toHaveLength(10);
    expect(result.problems[1]?.message).toMatch(/^Unexpected scalar token .*yyy\.\.\. Is this a desk file\?$/);
    for (const { message } of result.problems) expect(message.length).toBeLessThan(200);
  });

  test('any text at all is read or refused, and never throws', () => {
    const lines = SMALL_DESK.split('\n');
    const noise = fc.oneof(
      fc.string(),
      fc.constantFrom('- ', '&a', '*a', '{', '}', ': ', '!!binary x', '<<: *a', '"', '|', '? x', '%YAML 9.9'),
    );
    const broken = fc
      .tuple(fc.nat(lines.length - 1), noise, fc.boolean())
      .map(([index, text, replace]) => lines.toSpliced(index, replace ? 1 : 0, text).join('\n'));
    fc.assert(
      fc.property(broken, (text) => {
        const result = readDeskFile(text);
        if ('problems' in result) expect(result.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});

function bomb(): string {
  const levels = ['a', 'b', 'c', 'd', 'e', 'f'].map((name, index, names) => {
    const item = index === 0 ? '1' : `*${names[index - 1]}`;
    return `${name}: &${name} [${Array(9).fill(item).join(', ')}]`;
  });
  return `${levels.join('\n')}\n`;
}

test('the desk file of the playground is valid', () => {
  const text = readFileSync(path.join(import.meta.dirname, '../../env/playground.desk.yaml'), 'utf8');
  const result = readDeskFile(text);
  expect('problems' in result ? describeProblems('env/playground.desk.yaml', result.problems) : []).toEqual([]);
});

test('the roster that the playground’s desk file shows in a comment is valid', () => {
  const text = readFileSync(path.join(import.meta.dirname, '../../env/playground.desk.yaml'), 'utf8');
  const shown = text.match(/(?<=\n)# {3}primary:\n(?:#.*\n)+/)?.[0].replaceAll(/^# ?/gm, '') ?? '';
  const result = readDeskFile(text.replace('  primary: [priya]\n', shown));
  expect('problems' in result ? describeProblems('env/playground.desk.yaml', result.problems) : []).toEqual([]);
  expect('desk' in result && result.desk.roster.primary.map(({ zone, turns }) => [zone, turns?.lengthMs])).toEqual([
    ['Europe/Copenhagen', 7 * 24 * 60 * MINUTE_MS],
    ['Asia/Tokyo', undefined],
  ]);
});

test('a promise in parts of a minute is counted in whole milliseconds, as points in time are stored', () => {
  const thirds =
    'promise:\n  acknowledgeWithinMinutes: 3.3333333\n  ladder: [{ afterMinutes: 1.1111111, kind: reminder, levels: [primary] }]\n  updateEveryMinutes: 0.7777777\npeople:';
  const result = readDeskFile(SMALL_DESK.replace('people:', thirds));
  if (!('desk' in result)) throw new Error('it was refused');
  const { acknowledgeWithinMs, rungs, updateEveryMs } = result.desk.policy;
  for (const ms of [acknowledgeWithinMs, rungs[0]?.afterMs, updateEveryMs]) expect(Number.isInteger(ms)).toBe(true);
  expect([acknowledgeWithinMs, rungs[0]?.afterMs, updateEveryMs]).toEqual([200_000, 66_667, 46_667]);
});

describe('the messages about who is on call', () => {
  const read = (yaml: string) => {
    const result = readDeskFile(SMALL_DESK.replace('people:', `onCallMessages: ${yaml}\npeople:`));
    return 'desk' in result ? result.desk.onCallMessages : result.problems.map(({ path: key, message }) => `${key}: ${message}`);
  };

  test('go out an hour before, at the start, and on Mondays at 09:00, unless the file says otherwise', () => {
    expect(read('{}')).toEqual({ shifts: true, beforeMs: 60 * MINUTE_MS, numbers: false, weekly: { day: 1, atMs: 9 * 60 * MINUTE_MS } });
    expect(read('{ shifts: false, beforeMinutes: 0, weekly: off }')).toEqual({ shifts: false, beforeMs: 0, numbers: false, weekly: null });
    expect(read('{ numbers: true }')).toMatchObject({ numbers: true });
    expect(read('{ beforeMinutes: 90, weekly: sun 23:59 }')).toMatchObject({
      beforeMs: 90 * MINUTE_MS,
      weekly: { day: 7, atMs: (24 * 60 - 1) * MINUTE_MS },
    });
  });

  test.each(['monday 09:00', 'mon 9:00', 'mon 24:00', 'never', 'mon', '09:00', 'mon 09:00 and more'])(
    'not at "%s": the remedy says how to write it',
    (weekly) => {
      expect(read(`{ weekly: "${weekly}" }`)).toEqual(['onCallMessages.weekly: write a day and a time, like mon 09:00, or off']);
    },
  );

  test('not with other nonsense', () => {
    expect(read('{ beforeMinutes: -1 }')).toEqual(['onCallMessages.beforeMinutes: give minutes; 0 for never']);
    expect(read('{ beforeMinutes: 1441 }')).toEqual(['onCallMessages.beforeMinutes: give minutes, at most a day; 0 for never']);
    expect(read('{ shift: true }')).toHaveLength(1);
    expect(read('{ weekly: 9 }')).toEqual(['onCallMessages.weekly: write a day and a time, like mon 09:00, or off']);
  });
});

test('the schema has no key that a file cannot give', () => {
  expect(Object.keys(deskFileSchema.shape).sort()).toEqual([
    'administrators',
    'clients',
    'desk',
    'dispatchers',
    'engineers',
    'files',
    'followers',
    'manyAtOnce',
    'onCall',
    'onCallMessages',
    'pagers',
    'people',
    'plans',
    'products',
    'projects',
    'promise',
    'retention',
    'scenarios',
    'teams',
    'webhooks',
  ]);
});

test('personal data stays half a year unless the file says otherwise, and never for ever', () => {
  const { retention } = deskFileSchema.shape;
  expect(retention.parse(undefined)).toEqual({ days: 180 });
  expect(retention.parse({ days: 30 })).toEqual({ days: 30 });
  for (const days of [0, 0.5, 3651, null]) expect(retention.safeParse({ days }).success, String(days)).toBe(false);
});

describe('2.8: a desk file of 40,000 people', { tags: 'full' }, () => {
  const keys = Array.from({ length: 40_000 }, (_none, index) => `p${index}`);
  const people = keys.map(
    (key, index) => `  ${key}: { id: a1b2c3d4-0000-4000-8000-${String(index).padStart(12, '0')}, name: P ${index} }\n`,
  );
  const textOf = (count: number) => SMALL_DESK.replace('people:\n', `people:\n${people.slice(0, count).join('')}`);
  const text = textOf(keys.length);
  const withMembers = (members: readonly string[], of = text) => {
    const member = of.lastIndexOf('members: [') + 'members: ['.length;
    return `${of.slice(0, member)}${members.map((key) => `${key}, `).join('')}${of.slice(member)}`;
  };

  test('is read, in a time that grows as the file does', () => {
    const read = (count: number) => {
      const own = withMembers(keys.slice(0, count), textOf(count));
      const began = process.cpuUsage();
      const result = readDeskFile(own);
      if ('problems' in result) throw new Error(result.problems[0]?.message);
      expect(result.desk.people.length).toBeGreaterThan(count);
      const { user, system } = process.cpuUsage(began);
      return user + system;
    };
    read(1_000);
    const [few, many] = [read(5_000), read(40_000)];
    // Eight times as many take five to eight times as long; where each is compared with each, more than twenty.
    expect(many / few).toBeLessThan(14);
  });

  test('of which each is named wrongly is refused, with each line, and with the first names that would be right', () => {
    const result = readDeskFile(withMembers(keys.map((key) => `${key}x`)));
    if (!('problems' in result)) throw new Error('it was taken');
    expect(result.problems).toHaveLength(40_000);
    expect(result.problems.at(-1)?.message).toMatch(/^there is no person 'p39999x'; the known ones are p0, p1, .*, and \d+ more$/);
    expect(result.problems.at(-1)?.message.length).toBeLessThan(300);
  });

  test('all of whom stand twice is refused', () => {
    const result = readDeskFile(text.replace(people.join(''), `${people.join('')}${people.join('')}`));
    if (!('problems' in result)) throw new Error('it was taken');
    expect(result.problems).toHaveLength(40_000);
  });
});
