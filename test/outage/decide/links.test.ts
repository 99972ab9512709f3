/** The call and the tickets of an outage: which addresses are taken, what is decided, and who hears of it. */
import { describe, expect, test } from 'vitest';
import type { Action } from '../../../src/outage/actions.ts';
import { decide } from '../../../src/outage/decide/decide.ts';
import { formatDestination } from '../../../src/outage/destinations.ts';
import { replay } from '../../../src/outage/evolve.ts';
import { notices } from '../../../src/outage/notices.ts';
import { overtaken } from '../../../src/outage/overtaken.ts';
import { isNamedBy, LONGEST_ADDRESS, MOST_TICKETS, readAddress, readTicket } from '../../../src/outage/types/links.ts';
import { newSalt, split } from '../../../src/store/personal/split.ts';
import { run } from '../../support/outage/apply.ts';
import { IN_STATE, sample } from '../../support/outage/states.ts';

const ticket = (text: string) => readTicket(text) ?? { name: 'none', url: null };
/** The text with its beginning for a name. */
const named = (text: string) => [text.slice(0, 50), text] as const;
const MEETING = 'https://teams.microsoft.com/meet/1234567890';

describe('an address', () => {
  test.each([MEETING, 'https://example.com:8443/a?b=c#d', 'HTTPS://EXAMPLE.COM/'])('of the web is taken: %s', (text) => {
    expect(readAddress(text)?.href).toBe(text.replace('HTTPS://EXAMPLE.COM/', 'https://example.com/'));
  });

  test.each(
    [
      '',
      'no address',
      'example.com/1',
      'http://example.com/1',
      'javascript:alert(1)',
      'javascript://example.com/%0Aalert(1)',
      'data:text/html,<b>1',
      'file:///etc/passwd',
      'tel:+4590102030',
      'msteams:/l/chat/0/0',
      'https://',
      'https://example.com/1 2',
      'https://exam\nple.com/1',
      'https://me@example.com/1',
      'https://me:1@example.com/1',
      'https://teams.microsoft.com@evil.example/1',
      `https://example.com/${'x'.repeat(LONGEST_ADDRESS)}`,
      `https://example.com/${'ü'.repeat(LONGEST_ADDRESS / 4)}`,
      `https://example.com/${'x'.repeat(100_000)}`,
    ].map(named),
  )('that is another is none: %s', (_name, text) => expect(readAddress(text)).toBeNull());

  test('says the host that is opened, in the letters by which it is looked up', () => {
    expect(readAddress('https://teams.microsoft.com.evil.example/1')?.host).toBe('teams.microsoft.com.evil.example');
    expect(readAddress('https://te\u0430ms.microsoft.com/1')?.host).toMatch(/^xn--/);
    expect(readAddress('https://evil.example\\@teams.microsoft.com/')?.host).toBe('evil.example');
  });

  test('has nothing in it that a template or a client would run', () => {
    expect(readAddress(`https://example.com/\${1+1}{{DATE(2020-01-01T00:00:00Z)}}<b>"'\u202E`)?.href).toMatch(/^[\w:/.%+()-]+$/);
  });
});

describe('a ticket', () => {
  test.each<[text: string, name: string, url: string | null]>([
    ['INC0012345', 'INC0012345', null],
    ['ERP-42', 'ERP-42', null],
    ['#4711', '#4711', null],
    ['https://jira.example.com/browse/ERP-42', 'ERP-42 (jira.example.com)', 'https://jira.example.com/browse/ERP-42'],
    ['https://acme.example.com/nav_to.do?id=1', 'nav_to.do (acme.example.com)', 'https://acme.example.com/nav_to.do?id=1'],
    ['https://example.com', 'example.com', 'https://example.com/'],
    ['https://evil.example/teams.microsoft.com/', 'teams.microsoft.com (evil.example)', 'https://evil.example/teams.microsoft.com/'],
  ])('%j is shown as %j', (text, name, url) => expect(readTicket(text)).toEqual({ name, url }));

  test('shows the whole host, however long its path is', () => {
    const host = `teams.microsoft.com.${'a'.repeat(60)}.evil.example`;
    expect(readTicket(`https://${host}/${'x'.repeat(200)}`)?.name).toBe(`${'x'.repeat(40)}\u2026 (${host})`);
  });

  test.each(
    [
      '',
      'printing',
      '1 2',
      'javascript:alert(1)',
      'http://example.com/1',
      '<b>1',
      'a'.repeat(41).concat('1'),
      `INC${'1'.repeat(100_000)}`,
    ].map(named),
  )('is none: %s', (_name, text) => expect(readTicket(text)).toBeNull());

  test('of an address is named by the last part of it, too, and no other is', () => {
    const one = ticket('https://jira.example.com/browse/ERP-42');
    expect(['erp-42', 'https://jira.example.com/browse/ERP-42'].map((text) => isNamedBy(one, ticket(text)))).toEqual([true, true]);
    expect(['ERP-4', 'https://evil.example/browse/ERP-42'].map((text) => isNamedBy(one, ticket(text)))).toEqual([false, false]);
  });
});

const eventsOf = (action: Action, ...before: readonly Action[]) => decide(action, run(sample('report', 0), ...before).outage);
const toldOf = (...actions: readonly Action[]) => {
  const before = run(sample('report', 0), ...actions.slice(0, -1));
  const { outage, events } = run(sample('report', 0), ...actions);
  return notices(events.slice(before.events.length), outage, before).map(
    ({ kind, destination }) => `${kind} ${formatDestination(destination)}`,
  );
};

describe('the call', () => {
  const set = (minutes: number, url = MEETING, shared = false) => sample('set-bridge', minutes, { url, shared });

  test('is set, replaced, shown to the reporter and taken away, and what is so already changes nothing', () => {
    const { outage } = run(sample('report', 0), set(1), set(2, MEETING, true));
    expect(outage.bridge).toEqual({ url: MEETING, shared: true });
    expect(eventsOf(set(3, MEETING, true), set(2, MEETING, true))).toEqual({ events: [] });
    expect(eventsOf(set(3, '', true))).toEqual({ events: [] });
    expect(run(sample('report', 0), set(1), set(2, '')).outage.bridge).toBeNull();
  });

  test('is told to the desk alone, unless its reporter may join it', () => {
    expect(toldOf(set(1))).toEqual(['news desk', 'state desk']);
    expect(toldOf(set(1, MEETING, true))).toEqual(['news desk', 'news origin', 'state desk', 'state origin']);
    // The reporter's card loses it, without a message.
    expect(toldOf(set(1, MEETING, true), set(2))).toEqual(['news desk', 'state desk', 'state origin']);
    expect(toldOf(set(1, MEETING, true), set(2, ''))).toEqual(['news desk', 'state desk', 'state origin']);
  });

  test('that was replaced since is told to nobody any more, nor is one of what has ended', () => {
    const first = run(sample('report', 0), set(1));
    const [notice] = notices(first.events.slice(1), first.outage);
    const event = first.events[1];
    if (!notice || !event) throw new Error('nobody is told');
    expect(overtaken(notice, first.outage, event)).toBe(false);
    expect(overtaken(notice, run(sample('report', 0), set(1), set(2, `${MEETING}1`)).outage, event)).toBe(true);
    expect(overtaken(notice, run(sample('report', 0), set(1), sample('withdraw', 3)).outage, event)).toBe(true);
  });

  test('makes no form of somebody else outdated', () => {
    const { outage } = run(sample('report', 0), sample('acknowledge', 1), set(2));
    expect(decide(sample('update', 3, { seen: 2 }), outage)).toMatchObject({ events: [{ type: 'updated' }] });
  });
});

describe('tickets', () => {
  const add = (minutes: number, text: string) => sample('add-ticket', minutes, { ticket: ticket(text) });
  const remove = (minutes: number, text: string) => sample('remove-ticket', minutes, { ticket: ticket(text) });

  test('are added once each, also after the end, and removed by their number', () => {
    const address = 'https://jira.example.com/browse/INC1';
    const { outage } = run(sample('report', 0), add(1, 'INC1'), add(2, 'inc1'), add(3, address), add(4, 'INC2'), remove(5, 'INC1'));
    expect(outage.tickets.map(({ name }) => name)).toEqual(['INC2']);
    expect(decide(add(60, 'INC3'), IN_STATE.closed.outage)).toMatchObject({ events: [{ type: 'ticket-added' }] });
    expect(eventsOf(remove(2, 'INC2'), add(1, 'INC1'))).toEqual({ events: [] });
  });

  test('are so many and no more', () => {
    const all = Array.from({ length: MOST_TICKETS }, (_, index) => add(index, `INC${index}`));
    expect(eventsOf(add(20, 'INC20'), ...all)).toEqual({ rejection: { type: 'too-many', most: MOST_TICKETS } });
    expect(eventsOf(add(20, 'INC3'), ...all)).toEqual({ events: [] });
    expect(eventsOf(add(20, 'INC20'), ...all, remove(19, 'INC3'))).toMatchObject({ events: [{ type: 'ticket-added' }] });
  });

  test('change the card of the desk, or of the queue, and nothing else', () => {
    expect(toldOf(add(1, 'INC1'))).toEqual(['state desk']);
    expect(toldOf(add(1, 'INC1'), remove(2, 'INC1'))).toEqual(['state desk']);
    const { outage, events } = IN_STATE.requested;
    const added = decide(add(1, 'INC1'), outage);
    if (!('events' in added)) throw new Error('it was refused');
    const after = replay([...events, ...added.events]);
    expect(after && notices(added.events, after).map(({ kind, destination }) => [kind, destination.kind])).toEqual([['state', 'queue']]);
  });

  test('and calls are personal data, of whoever gave them', () => {
    const { events } = run(sample('report', 0), sample('set-bridge', 1), add(2, 'https://jira.example.com/browse/INC1'), remove(3, 'INC1'));
    for (const event of events.slice(1)) {
      const { data, personal } = split(event, newSalt());
      expect(data).not.toMatch(/INC1|example\.com|teams\.microsoft/);
      expect([...personal.values()].map(({ personId }) => personId)).toEqual(Array(personal.size).fill('aad-sam'));
    }
  });
});
