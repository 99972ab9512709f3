/** What a person reads when the core rejects an action. A rejection carries its data, so the answer can be exact. */
import { stateText } from '../../cards/outage/outage.ts';
import { asName, clockIn } from '../../cards/text.ts';
import type { Outcome } from '../../engine/handle.ts';
import type { Rejection } from '../../outage/decision.ts';
import { PERMISSIONS, type Permission } from '../../outage/permissions.ts';
import { type Outage, outageName } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import { type Sentence, textOf } from '../../words/denial.ts';
import type { Words } from '../../words/words.ts';
import { ownZone, type Turn } from '../command.ts';

export type Rejected = Extract<Outcome, { ok: false }>;

export const rejectionText = (rejection: Rejection, outage: Outage | null, words: Words, now: Instant, zone?: string): string =>
  textOf(sentenceFor(rejection, outage, words, clockIn(words, now, zone)));

/** `clockText` writes a time for the person who reads it. */
function sentenceFor(rejection: Rejection, outage: Outage | null, words: Words, clockText: (at: Instant) => string): Sentence {
  const name = outage ? outageName(outage) : '';
  switch (rejection.type) {
    case 'unknown-outage':
      return words.refusals.unknownOutage;
    case 'not-permitted':
      return isReporters(rejection.permission) ? words.refusals.onlyReporter : words.refusals.notPermitted;
    case 'already-acknowledged':
      return words.refusals.alreadyAcknowledged(name, asName(rejection.by.name), clockText(rejection.at));
    case 'already-ended':
      return words.ending.ended[rejection.state](name, asName(rejection.by?.name ?? ''), clockText(rejection.at), intoOf(outage, words));
    case 'card-outdated':
      return words.refusals.cardOutdated(asName(rejection.by.name), clockText(rejection.at));
    case 'not-now':
      return words.refusals.notNow(name, outage ? stateText(outage, words) : '');
    case 'not-offered':
      return rejection.to ? words.refusals.offeredToOther(name, asName(rejection.to.name)) : words.refusals.notOffered(name);
    case 'too-many-questions':
      return words.refusals.tooManyQuestions(name, rejection.most);
    case 'objected-already':
      return words.refusals.objectedAlready(name);
    case 'stays-taken':
      return words.refusals.staysTaken[rejection.why](name, asName(rejection.owner.name), clockText(rejection.until));
    case 'too-late':
      return words.refusals.tooLate(name, clockText(rejection.until));
    case 'said-already': {
      const says = words.affected.pulse.says[rejection.says];
      return words.refusals.saidAlready(says, clockText(rejection.at), clockText(rejection.until));
    }
    case 'bad-target':
      return words.refusals.badTarget[rejection.why](name);
    case 'too-many':
      return words.refusals.tooMany(name, rejection.most);
    case 'parted':
      return words.refusals.parted(asName(rejection.by.name), clockText(rejection.at), name, outageName({ number: rejection.into }));
  }
}

/** What it was merged into. */
const intoOf = (outage: Outage | null, words: Words): string =>
  outage?.state === 'merged' ? outageName(outage.into) : words.ending.merge.intoOther;

export const explain = async ({ rejection, recorded }: Rejected, turn: Turn): Promise<string> =>
  rejectionText(rejection, recorded?.outage ?? null, turn.words, await turn.outages.now(), ownZone(turn));

const isReporters = (permission: Permission): boolean => (PERMISSIONS[permission] as readonly string[]).join() === 'reporter';
