/** What engineers type to do something other than acknowledge, update and resolve. Any other text gets the help; nothing is guessed. */
import { describe, expect, test } from 'vitest';
import { teamIn } from '../../src/commands/ending/transfer.ts';
import { takesIt } from '../../src/commands/progress/acknowledge.ts';
import { read } from '../support/read-command.ts';

describe('an engineer', () => {
  test.each<[string, string, string]>([
    ['on it', 'ack', ''],
    ['taking this over', 'ack', ''],
    ['\u00A0I take it.', 'ack', ''],
    ['I\u2019m looking into it', 'ack', ''],
    ['nothing new', 'nothing new', ''],
    ['Nothing new yet.', 'nothing new', ''],
    ['no news', 'nothing new', ''],
    ['hand over to <at>Ada Lund</at>', 'hand over', '<at>Ada Lund</at>'],
    ['Handover: ada', 'hand over', 'ada'],
    ['hand it over to ada', 'hand over', 'ada'],
    ['hand over total', 'hand over', 'total'],
    ['accept', 'accept', ''],
    ['Accepted!', 'accept', ''],
    ['decline', 'decline', ''],
    ['assist', 'assist', ''],
    ['add <at>Ada Lund</at>', 'assist', '<at>Ada Lund</at>'],
    ['add helper <at>Ada Lund</at>', 'assist', '<at>Ada Lund</at>'],
    ["I'm helping", 'assist', ''],
    ['give back: shift ends', 'release', 'shift ends'],
    ['give it back I have to leave', 'release', 'I have to leave'],
    ['undo merge', 'unmerge', ''],
    ['undo merge OUT-1041', 'unmerge', 'OUT-1041'],
    ['release I have to leave', 'release', 'I have to leave'],
    ['release: shift ends', 'release', 'shift ends'],
    ['transfer to Customer care only one user', 'transfer', 'Customer care only one user'],
    ['transfer it to care: one user', 'transfer', 'care: one user'],
    ['transfer Customer care one user', 'transfer', 'Customer care one user'],
    ['merge into OUT-1040', 'merge', 'into OUT-1040'],
    ['merged with OUT-1040.', 'merge', 'with OUT-1040.'],
    ['note the vendor confirms', 'note', 'the vendor confirms'],
    ['bridge https://teams.microsoft.com/meet/1', 'bridge', 'https://teams.microsoft.com/meet/1'],
    ['bridge: Daily call (https://teams.microsoft.com/meet/1)', 'bridge', 'Daily call (https://teams.microsoft.com/meet/1)'],
    ['bridge', 'bridge', ''],
    ['Bridge remove', 'bridge', 'remove'],
    ['ticket INC0012345', 'ticket', 'INC0012345'],
    ['/ticket: #4711', 'ticket', '#4711'],
    ['ticket https://jira.example.com/browse/ERP-42', 'ticket', 'https://jira.example.com/browse/ERP-42'],
    ['ticket remove INC0012345', 'ticket', 'remove INC0012345'],
    ['note:\nline one\nline two', 'note', 'line one\nline two'],
    ['reopen fails again', 'reopen', 'fails again'],
    ['re-open: fails again', 'reopen', 'fails again'],
  ])('says %j', (text, command, argument) => {
    expect(read(text)).toEqual([command, argument]);
  });

  test.each([
    'nothing new?',
    'nothing new under the sun',
    'nothing',
    'handy overview',
    'hand over?',
    'accept that it is broken',
    'accept?',
    'declined to answer',
    'assistance is on its way',
    'assist?',
    'address the cause',
    'helping hands?',
    'can you help',
    'release notes say so',
    'release 10.0.39 broke it',
    'released',
    'released?',
    'give feedback',
    'undo merges',
    'transfers are stuck',
    'transferred',
    'transfer?',
    'merge?',
    'merging now',
    'mergers',
    'bridge is closed',
    'bridges',
    'ticket printing fails',
    'ticket INC1 says so',
    'tickets',
    'notes',
    'noted',
    'note?',
    'reopened',
    'reopen?',
    'looking good?',
    'looking for the keys',
    'on its way',
    'take it away',
  ])('does nothing with %j', (text) => {
    expect(read(text)).toBeNull();
  });
});

describe('what is said to nobody in particular', () => {
  test.each([
    'ack',
    'Acknowledged.',
    'on it',
    'On this!',
    "I'm on it",
    'im on it',
    'I am taking this',
    'taking it now',
    'I will take this',
    'looking.',
  ])('takes it: %s', (text) => {
    expect(takesIt(text)).toBe(true);
  });

  test.each([
    'ack?',
    'ack OUT-1002',
    'ack, on it',
    'who is on it?',
    'on it tomorrow',
    'not on it',
    'nobody is on it',
    'Tomás is on it',
    'taking this to the vendor',
    'I take it that it is down',
    'I take it?',
    'looking good',
    'you take it',
    'on',
    '',
    'on it '.repeat(5_000),
  ])('takes nothing: %s', (text) => {
    expect(takesIt(text)).toBe(false);
  });
});

describe('the team of a transfer', () => {
  const teams = [
    { id: 'care', name: 'Customer care', room: null },
    { id: 'care-dk', name: 'Customer care Denmark', room: null },
    { id: 'net', name: 'Nett\u00F8', room: null },
  ];
  test.each<[string, string | null, string]>([
    ['Customer care one user', 'care', 'one user'],
    ['customer CARE: one user', 'care', 'one user'],
    ['customer care denmark, one user', 'care-dk', 'one user'],
    ['Customer careless people', null, ''],
    ['care one user', 'care', 'one user'],
    ['care-dk one user', 'care-dk', 'one user'],
    ['Customer care', 'care', ''],
    ['nett\u00F8 - one user', 'net', 'one user'],
    ['network down', null, ''],
    ['', null, ''],
  ])('in %j is %s', (text, id, reason) => {
    const found = teamIn(text, teams);
    expect(found?.team.id ?? null).toBe(id);
    expect(found?.reason ?? '').toBe(reason);
  });
});
