/** What each button needs, and the no to whoever can't have it, before anything is read: the same for every outage, and for none. */
import type { Verb } from '../../cards/base/verbs.ts';
import { mayForSomeOutage, type Permission } from '../../outage/permissions.ts';
import type { Denial } from '../../words/denial.ts';
import { type Caller, type Command, type Presses, type Reply, type Services, sentence } from '../command.ts';
import { sayLine } from '../forms/in-thread.ts';
import { notAdministrator } from '../setup/setup.ts';

/** What the record makes of somebody (its reporter, a member of its project) is asked of it by the handler. */
export const NEEDS: { readonly [verb in Verb]: Permission } = {
  'report-open': 'begin',
  'report-confirm': 'begin',
  'report-tick': 'begin',
  'report-choose': 'begin',
  'report-next': 'begin',
  'report-back': 'begin',
  'report-done': 'report',
  'report-stay': 'begin',
  'report-cancel': 'begin',
  'report-start-over': 'begin',
  'report-missing': 'begin',
  'report-as-request': 'begin',
  'report-anyway': 'begin',
  'setup-open': 'setup',
  'setup-desk': 'setup',
  'setup-follow': 'setup',
  'setup-stop': 'setup',
  'request-answer-form': 'resolve',
  'request-answer': 'resolve',
  'request-promote': 'promote',
  'outage-acknowledge': 'acknowledge',
  'outage-acknowledge-listed': 'acknowledge',
  'outage-show': 'see-notes',
  'outage-update-form': 'update',
  'outage-update': 'update',
  'outage-resolve-form': 'resolve',
  'outage-resolve': 'resolve',
  'outage-nothing-new': 'update',
  'outage-more': 'see-notes',
  'outage-plan': 'plan',
  'outage-accept': 'accept',
  'outage-decline': 'decline',
  'outage-help': 'assist',
  'outage-hand-over-form': 'hand-over',
  'outage-hand-over': 'hand-over',
  'outage-assist-form': 'assist',
  'outage-assist': 'assist',
  'outage-release-form': 'release',
  'outage-release': 'release',
  'outage-transfer-form': 'transfer',
  'outage-transfer': 'transfer',
  'outage-merge-form': 'merge',
  'outage-merge': 'merge',
  'outage-note-form': 'note',
  'outage-note': 'note',
  'outage-reclassify-form': 'reclassify',
  'outage-reclassify': 'reclassify',
  'outage-reopen-form': 'reopen',
  'outage-reopen': 'reopen',
  'reporter-show': 'see-entered',
  'reporter-copy': 'see-entered',
  'reporter-correct-form': 'correct',
  'reporter-correct': 'correct',
  'reporter-withdraw-form': 'withdraw',
  'reporter-withdraw': 'withdraw',
  'reporter-object-form': 'object',
  'reporter-object': 'object',
  'reporter-works': 'confirm',
  'reporter-still-down-form': 'reopen',
  'reporter-still-down': 'reopen',
  'join-outage': 'join',
  'join-not': 'begin',
  'join-show': 'see',
  'join-leave': 'leave',
  'join-phone-form': 'add-phone',
  'join-phone': 'add-phone',
  'outage-affected': 'see-affected',
  'outage-make-one': 'merge',
  'on-call-show': 'on-call',
  'on-call-take-form': 'on-call',
  'on-call-take': 'on-call',
  'on-call-cover-form': 'on-call',
  'on-call-cover': 'on-call',
  'on-call-end': 'on-call',
};

/** null: they may, or it depends on the outage. */
function refused(permission: Permission, caller: Caller, { desk }: Services): Denial | null {
  if (mayForSomeOutage(caller.actor, permission)) return null;
  return permission === 'setup' ? notAdministrator(caller, desk) : caller.words.refused.notPermitted;
}

/** The handlers behind the door. */
export const guarded = (presses: Presses): Presses =>
  Object.fromEntries(
    Object.entries(presses).map(
      ([verb, press]) =>
        [
          verb,
          async (data, caller, services) => {
            const said = refused(NEEDS[verb as Verb], caller, services);
            return said === null ? await press(data, caller, services) : sentence(said);
          },
        ] satisfies [string, Presses[Verb]],
    ),
  ) as Presses;

/** A command behind the door. */
export async function runCommand({ needs, run }: Command, argument: string, caller: Caller, services: Services): Promise<Reply> {
  const said = refused(needs, caller, services);
  return said === null ? await run(argument, caller, services) : sayLine(said, caller, services);
}
