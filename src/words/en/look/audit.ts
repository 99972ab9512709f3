/** How somebody acted, and what was refused to them, for the timeline that engineers read. In English. */
import type { Action } from '../../../outage/actions.ts';
import type { Platform, Used } from '../../../outage/client.ts';
import type { DenialReason } from '../../../outage/decision.ts';

const platforms: Record<Platform, string> = {
  Windows: 'Teams on Windows',
  Mac: 'Teams on Mac',
  Linux: 'Teams on Linux',
  iOS: 'Teams on iOS',
  Android: 'Teams on Android',
  Web: 'Teams on the web',
  other: 'Teams',
};
/** Nothing for a card, which is the usual way. */
const ways: Record<Used, string> = {
  card: '',
  command: 'typed',
  'message-action': 'from a message',
  reaction: 'by a reaction',
  words: 'said in the thread',
};

/** What somebody wanted, after "tried to". */
const actions: Partial<Record<Action['type'], string>> = {
  report: 'report something',
  acknowledge: 'acknowledge it',
  plan: 'say what comes next',
  update: 'update it',
  'hand-over': 'hand it over',
  accept: 'take it over',
  decline: 'decline it',
  assist: 'help with it',
  release: 'give it back',
  note: 'note something',
  correct: 'correct it',
  transfer: 'transfer it',
  object: 'object to the transfer',
  withdraw: 'withdraw it',
  merge: 'merge it',
  resolve: 'resolve it',
  confirm: 'confirm that it works',
  reopen: 'reopen it',
  promote: 'make an outage of it',
  join: 'join it',
  leave: 'leave it',
  'add-phone': 'add a phone number',
};
/** Buttons and commands whose name differs from that of their action. */
const called: Readonly<Record<string, string>> = {
  ack: 'acknowledge',
  help: 'assist',
  reclassify: 'correct',
  answer: 'resolve',
  'make-one': 'merge',
  'nothing-new': 'update',
  '/outage': 'report',
  works: 'confirm',
  'it-works': 'confirm',
  'still-down': 'reopen',
  outage: 'join',
  phone: 'add-phone',
  'it-is-an-outage': 'object',
};

/** `what`: the action, the button or the command. */
function attempt(what: string): string {
  const plain = what.replace(/^\/?(?:outage|reporter|request|join)[ -]/, '').replace(/-(?:form|listed)$/, '');
  const action = plain.replaceAll(' ', '-');
  const known: Readonly<Record<string, string>> = actions;
  const found = Object.hasOwn(called, action) ? called[action] : action;
  return (found && Object.hasOwn(known, found) && known[found]) || 'look at it';
}

export const audit = {
  from: (what: string, client: string) => `${what} \u00B7 ${client}`,
  client: ({ used, platform }: { readonly used: Used; readonly platform: Platform | null }) =>
    [platforms[platform ?? 'other'], ways[used]].filter(Boolean).join(', '),
  tried: (by: string, what: string, why: string, times: number) =>
    `${by || 'Somebody'} tried to ${attempt(what)}${times > 1 ? `, ${times} times` : ''}: ${why}`,
  whyNot: {
    'unknown-outage': 'it is none of theirs',
    'not-permitted': 'not allowed to',
    'already-acknowledged': 'somebody had taken it',
    'already-ended': 'it was over',
    'card-outdated': 'somebody had changed it meanwhile',
    'not-now': 'not possible at that time',
    'not-offered': 'it was not offered to them',
    'objected-already': 'they had objected once already',
    'too-late': 'it was too late',
    'bad-target': 'there was nothing to merge it into',
    'not-yours': 'it is not theirs',
    'not-here': 'others would have read it there',
    'no-thread': 'it was not clear which outage',
    unreadable: 'an old card, or none of ours',
    'draft-gone': 'the report was no longer there',
    'old-client': 'their Teams is too old for it',
    'rate-limited': 'too much within a minute',
    'not-administrator': 'not an administrator',
    'no-desk': 'there was no desk yet',
    'other-tenant': 'an account of another organization',
    'not-member': 'of no project',
    'not-eligible': 'nothing in their projects can be reported',
    'not-told': 'Teams did not say whether they may',
  } satisfies Record<DenialReason, string>,
};
