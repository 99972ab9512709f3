/**
 * What the reporter presses after the report was sent. The button is drawn for everybody who sees the card; whose outage
 * it is is asked of the record at each press.
 */
import { z } from 'zod';
import type { Card } from '../../cards/base/card.ts';
import { MAX_REASON_LENGTH, objectForm, stillDownForm, withdrawForm } from '../../cards/ending/reporter-forms.ts';
import type { FilledForm } from '../../cards/outage/form.ts';
import { originCard } from '../../cards/outage/outage.ts';
import { correctable, withdrawable } from '../../cards/outage/reporter-buttons.ts';
import { correctForm } from '../../cards/report/correction.ts';
import { asName } from '../../cards/text/safe.ts';
import type { ActionRequest, Outcome } from '../../engine/handle.ts';
import type { Outage } from '../../outage/types/outage.ts';
import { requestIn } from '../../outage/types/outage.ts';
import { CORRECTABLE, enteredOf, readCorrection } from '../../report/correction.ts';
import { readFields } from '../../report/draft.ts';
import { type Errors, isBlank } from '../../report/step.ts';
import type { Words } from '../../words/words.ts';
import { cardClock, refusalText } from '../authorize/rejection-text.ts';
import { isReporter, isShownTo } from '../authorize/visibility.ts';
import {
  type Caller,
  cardReply,
  type Presses,
  PressFailedError,
  type PressHandler,
  type Reply,
  type Services,
  sentence,
} from '../command.ts';
import { dataSchema } from './outage-press.ts';

const reasonSchema = z.object({ reason: z.string().max(20_000).catch('') });

/** The outage that a button names, or why this person may not have it. */
export async function ownOutage(data: unknown, caller: Caller, services: Services): Promise<Outage | { reply: Reply }> {
  const { words } = caller;
  const parsed = dataSchema.safeParse(data);
  if (!parsed.success) return { reply: sentence(words.refused.oldCard) };
  const outage = (await services.outages.read(parsed.data.outage))?.outage;
  if (!outage || !(await isShownTo(caller, outage))) return { reply: sentence(words.refused.unknownOutage) };
  if (!isReporter(caller, outage)) return { reply: sentence(words.reporter.notYours(asName(outage.reporter.name))) };
  return outage;
}

/** The outage as its reporter sees it here: whole in their own chat, in company without what they entered. */
export async function showOwn(outage: Outage, caller: Caller, services: Services, hint = ''): Promise<Reply> {
  const view = { outage, desk: services.desk, words: caller.words, now: await services.outages.now() };
  return cardReply(originCard(view, { own: caller.place.kind === 'personal', hint }));
}

/** After an action: the outage as it is now; after a no: why, above it. */
export async function settledForReporter(outcome: Outcome, caller: Caller, services: Services): Promise<Reply> {
  if (outcome.ok) return await showOwn(outcome.recorded.outage, caller, services);
  const text = await refusal(outcome, caller, services);
  return outcome.recorded ? await showOwn(outcome.recorded.outage, caller, services, text) : sentence(text);
}

async function refusal(outcome: Extract<Outcome, { ok: false }>, { words }: Caller, services: Services): Promise<string> {
  return refusalText(outcome.rejection, outcome.recorded?.outage ?? null, words, cardClock(await services.outages.now()));
}

const targetOf = ({ id, version }: Outage): FilledForm['target'] => ({ outage: id, version });

/** An empty form. */
export const emptyForm = (outage: Outage, { words }: Caller): FilledForm => ({
  ...{ target: targetOf(outage), outage, words, filled: {}, errors: {}, hint: '' },
});

const openForm =
  (fits: (outage: Outage) => boolean, draw: (view: FilledForm) => Card): PressHandler =>
  async (data, caller, services) => {
    const own = await ownOutage(data, caller, services);
    if ('reply' in own) return own.reply;
    return fits(own) ? cardReply(draw(emptyForm(own, caller))) : await showOwn(own, caller, services);
  };

type Form<Read> = {
  readonly draw: (view: FilledForm) => Card;
  readonly filled: (data: unknown) => FilledForm['filled'];
  readonly read: (filled: FilledForm['filled'], outage: Outage, caller: Caller) => { readonly read: Read } | Pick<FilledForm, 'errors'>;
  readonly act: (read: Read, common: { outageId: string; by: Caller['actor'] }) => ActionRequest;
};

/** Sends a form. What cannot be taken, or was refused, is asked again with all that was entered: nothing typed is lost. */
const sendForm =
  <Read>({ draw, filled, read, act }: Form<Read>): PressHandler =>
  async (data, caller, services) => {
    const { words } = caller;
    const parsed = dataSchema.safeParse(data);
    const entered = filled(data);
    const blank = Object.values(entered).every((text) => isBlank(text ?? ''));
    try {
      const own = await ownOutage(data, caller, services);
      if ('reply' in own) return own.reply;
      const again = (more: Partial<FilledForm>): Reply => cardReply(draw({ ...emptyForm(own, caller), filled: entered, ...more }));
      const result = read(entered, own, caller);
      if ('errors' in result) return again({ errors: result.errors, hint: words.report.fix });
      const outcome = await services.handle(act(result.read, { outageId: own.id, by: caller.actor }));
      if (outcome.ok || blank) return await settledForReporter(outcome, caller, services);
      return again({ hint: await refusal(outcome, caller, services) });
    } catch (error) {
      if (!parsed.success) throw error;
      const view = { target: parsed.data, outage: null, words, filled: entered, errors: {} };
      throw new PressFailedError((hint) => draw({ ...view, hint }), error);
    }
  };

const readReason = (need: 'required' | 'optional') => ({
  filled: (data: unknown) => ({ reason: reasonSchema.safeParse(data).data?.reason ?? '' }),
  read: ({ reason = '' }: FilledForm['filled'], _outage: Outage, { words: { report } }: Caller) => {
    if (reason.trim().length > MAX_REASON_LENGTH) return { errors: { reason: report.errors['too-long'] } };
    if (need === 'required' && isBlank(reason)) return { errors: { reason: report.errors.required } };
    return { read: isBlank(reason) ? '' : reason.trim() };
  },
});

const withdraw = sendForm({
  ...readReason('optional'),
  draw: withdrawForm,
  act: (reason, common) => ({ ...common, type: 'withdraw', reason }),
});
const object = sendForm({ ...readReason('optional'), draw: objectForm, act: (reason, common) => ({ ...common, type: 'object', reason }) });
const stillDown = sendForm({
  ...readReason('required'),
  draw: stillDownForm,
  act: (reason, common) => ({ ...common, type: 'reopen', reason }),
});

const textsOf = (errors: Errors, { report }: Words) =>
  Object.fromEntries(CORRECTABLE.flatMap((field) => (errors[field] ? [[field, report.errors[errors[field]]]] : [])));

/** Only the reporter changes what was entered, so no card of it can be out of date. */
const correct = sendForm({
  draw: correctForm,
  filled: (data) => readFields(CORRECTABLE, data),
  read: (filled, { report }, { words }) => {
    const result = readCorrection(filled, report);
    return 'errors' in result ? { errors: textsOf(result.errors, words) } : { read: result.changes };
  },
  act: (changes, common) => ({ ...common, type: 'correct', changes, seen: null }),
});

const openCorrectForm: PressHandler = async (data, caller, services) => {
  const own = await ownOutage(data, caller, services);
  if ('reply' in own) return own.reply;
  if (!correctable(own)) return await showOwn(own, caller, services);
  return cardReply(correctForm({ ...emptyForm(own, caller), filled: enteredOf(own.report) }));
};

const show: PressHandler = async (data, caller, services) => {
  const own = await ownOutage(data, caller, services);
  return 'reply' in own ? own.reply : await showOwn(own, caller, services);
};

const works: PressHandler = async (data, caller, services) => {
  const own = await ownOutage(data, caller, services);
  if ('reply' in own) return own.reply;
  return await settledForReporter(await services.handle({ type: 'confirm', outageId: own.id, by: caller.actor }), caller, services);
};

export const mayObject = ({ state, objected }: Outage): boolean => state === 'transferred' && !objected;
export const mayBeStillDown = (outage: Outage): boolean =>
  outage.state === 'resolved' || outage.state === 'closed' || (outage.state === 'withdrawn' && !requestIn(outage));

export const reporterPresses = {
  'reporter-show': { needs: 'see-entered', run: show },
  'reporter-correct-form': { needs: 'correct', run: openCorrectForm },
  'reporter-correct': { needs: 'correct', run: correct },
  'reporter-withdraw-form': { needs: 'withdraw', run: openForm(withdrawable, withdrawForm) },
  'reporter-withdraw': { needs: 'withdraw', run: withdraw },
  'reporter-object-form': { needs: 'object', run: openForm(mayObject, objectForm) },
  'reporter-object': { needs: 'object', run: object },
  'reporter-works': { needs: 'confirm', run: works },
  'reporter-still-down-form': { needs: 'reopen', run: openForm(mayBeStillDown, stillDownForm) },
  'reporter-still-down': { needs: 'reopen', run: stillDown },
} satisfies Partial<Presses>;
